"""Tables of policies and publications: who issued them, who cites them."""

from kb.base.tables.common import DOCUMENT, EVIDENCE, PLACES, POSITION, SHARED, key_column, page_key, table
from kb.base.tables.model import Column, Table, text_column
from schema.policy import Mention, Policy, Publication

__all__ = ["TABLES"]

POLICY = text_column("policy", "政策 Policy", "所引政策。The policy.", references="policies", required=True)
ISSUER = text_column("issuer", "发文机关 Issuer", "发文机关。The issuer.", references="issuers", required=True)

POLICIES = table(
    "policies", Policy,
    before=(key_column("国发〔2021〕29号"),), after=SHARED,
    rename={"period": ("period_from", "period_to")}, links={"jurisdiction": "places"}, label="title",
    left_out={"issuers": "policy_issuers", "cities": "policy_cities", "mentions": "policy_citations", "evidence": EVIDENCE},
    shared=True, searched=("title", "document_number", "kind", "carries"), sort="title",
)  # fmt: skip

ISSUERS = Table(
    "issuers", "发文机关 Issuers", "发布政策的机关。Who issues policies.",
    (
        text_column("name", "名称 Name", "正式名称。Official name.", required=True),
        text_column("place", "辖区 Place", "名称所说的地方；国家机关为空。The place in its name; null for national ones.",
                    references="places"),
        Column("policies", "INTEGER", "政策数 Policies", "库中它发布的政策数。Its policies in the base.", required=True),
    ),
    label="name", key=("name",), owner="shared", searched=("name",), sort="name",
)  # fmt: skip

POLICY_ISSUERS = Table(
    "policy_issuers", "政策与机关 Policy issuers", "哪份政策由谁发布。Who issued which policy.", (POLICY, ISSUER),
    label="issuer", key=("policy", "issuer"), owner="shared",
)  # fmt: skip

POLICY_CITIES = Table(
    "policy_cities", "政策与城市 Policy cities",
    "一份白皮书把哪份政策与哪个城市连在一起。Which policy a paper ties to which city.",
    (
        key_column("ccid-2021/郑州市/国发〔2021〕29号"), DOCUMENT, POLICY,
        text_column("city", "城市 City", "发布它或案例引用它的城市。The city that issued it or whose case cites it.",
                    references="places", required=True),
    ),
    label="city",
)  # fmt: skip


def _citations(name: str, title: str, description: str, example: str, of: Column) -> Table:
    return table(
        name, Mention, title=title, description=description,
        before=(key_column(example), DOCUMENT, of, POSITION), after=(page_key(),),
        links={"section": "sections", **PLACES}, label="as_printed", left_out={"evidence": EVIDENCE},
        searched=("as_printed", "quoted"), sort="position",
    )  # fmt: skip


CITATIONS = _citations(
    "policy_citations", "政策引用 Policy citations", "政策在文中的每次出现。Every place a policy is named.",
    "ccid-2021/p5/《规划》", POLICY,
)  # fmt: skip

PUBLICATIONS = table(
    "publications", Publication,
    before=(key_column("人民日报"),), after=SHARED, label="title",
    left_out={"mentions": "publication_citations", "evidence": EVIDENCE},
    shared=True, searched=("title",), sort="title",
)  # fmt: skip

PUBLICATION_CITATIONS = _citations(
    "publication_citations", "出版物引用 Publication citations", "出版物在文中的每次出现。Every place one is named.",
    "ccid-2021/p5/《人民日报》",
    text_column("publication", "出版物 Publication", "所引出版物。The publication.", references="publications", required=True),
)  # fmt: skip

TABLES = (
    POLICIES, ISSUERS, POLICY_ISSUERS, POLICY_CITIES, CITATIONS, PUBLICATIONS, PUBLICATION_CITATIONS,
)  # fmt: skip
