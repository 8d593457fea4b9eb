"""Tables that hold the others to account: findings, evidence, attestations, the log of ingests, the search over all."""

from kb.base.tables.common import DOCUMENT, EVIDENCE, POSITION, key_column, number_column, page_key, table
from kb.base.tables.model import Column, Table, text_column
from schema import Evidence
from schema.finding import Finding

__all__ = ["TABLES"]

FINDINGS = table(
    "findings", Finding,
    before=(key_column("ccid-2021/华东/表3"), DOCUMENT, POSITION), label="statement", left_out={"evidence": EVIDENCE},
    searched=("about", "statement"), sort="position",
)  # fmt: skip

EVIDENCES = table(
    "evidence", Evidence,
    title="出处 Evidence",
    description="每个事实在页面上的位置，一框一行。Where each fact stands on the page, one row a box.",
    before=(
        key_column("ranking_entries:ccid-2021/表1/37:1"), DOCUMENT,
        text_column("fact_table", "事实表 Table", "事实所在的表。The table that holds the fact.", required=True),
        text_column("fact", "事实 Fact", "事实的编号。The key of the fact.", required=True),
        number_column("box", "框序 Box", "第几框，从 1 数起。Which box, counted from 1."),
    ),
    after=(page_key(),),
    rename={"bbox": ("x0", "top", "x1", "bottom")}, label="text", sort="id",
)  # fmt: skip

ATTESTATIONS = Table(
    "attestations", "各文所说 Attestations",
    "每份白皮书对共有的事物（政策、平台、框架等）怎么说。What each paper says of a thing that papers share.",
    (
        key_column("ccid-2021/platforms/济南市/城市大脑"), DOCUMENT,
        text_column("thing_table", "表 Table", "事物所在的表。The table that holds the thing.", required=True),
        text_column("thing", "事物 Thing", "事物在库中的编号。The thing's key in the base.", required=True),
        text_column("told_as", "文中编号 Told as", "只看这份白皮书时的编号。Its key by this paper alone.", required=True),
        text_column("fields", "所说 Fields", "这份白皮书所说，JSON。What this paper says of it.", required=True, json=True),
        text_column("linked", "相关行 Linked rows", "这份白皮书里指向它的行，按表，JSON。This paper's rows that point to it, by table.",
                    json=True, incidental=True),
    ),
    label="thing", sort="id",
)  # fmt: skip

INGESTS = Table(
    "ingests", "读入记录 Ingests", "每次读入或移除。Each time a paper was read in or removed.",
    (
        Column("id", "INTEGER", "序号 Number", "第几次。Which attempt.", required=True),
        text_column("paper", "文献编号 Paper", "要读入的文献。The paper that was to be read.", required=True),
        text_column("document", "文献 Document", "库中的文献；没有或已移除则空。Null where it is not in the base.",
                    references="documents"),
        text_column("file", "文件 File", "文件名。The file's name."),
        text_column("sha256", "散列 SHA-256", "文件内容的散列。Of the file's bytes."),
        text_column("extractor", "提取器版本 Extractor", "当时的版本。The version then.", required=True),
        text_column("outcome", "结果 Outcome", "新增 added、替换 replaced、失败 failed、移除 removed。What came of it.", required=True),
        text_column("started", "时间 Started", "开始时间，UTC。When it started.", required=True),
        Column("seconds", "REAL", "用时 Seconds", "用了多久。How long it took.", unit="s"),
        text_column("counts", "数量 Counts", "各表行数，JSON。Rows by table.", json=True),
        text_column("changes", "变化 Changes", "与上一版相比的得、失、改，JSON。Gained, lost and changed facts by table.", json=True),
        text_column("warnings", "提醒 Warnings", "提醒，JSON。Warnings.", json=True),
        text_column("error", "错误 Error", "失败的原因。Why it failed."),
    ),
    label="paper", owner="base", sort="-id",
)  # fmt: skip

SEARCH = Table(
    "search", "全库检索 Search", "一处检索所有内容。Everything in one place, to be searched.",
    (
        key_column("policies:国发〔2021〕29号"),
        text_column("kind", "类别 Kind", "所在的表。The table it stands in.", required=True),
        text_column("key", "编号 Row", "在该表中的编号。Its key in that table.", required=True),
        text_column("label", "名称 Label", "怎样称呼它。What to call it.", required=True),
        text_column("text", "文字 Text", "被检索的文字。The text searched.", required=True),
        text_column("document", "文献 Document", "所出白皮书；共有的为最近一份。The paper; the latest for shared things.",
                    references="documents"),
    ),
    label="label", owner="base", searched=("label", "text"),
)  # fmt: skip

CANDIDATES = Table(
    "merge_candidates", "疑似同一 Merge candidates",
    "两处所说可能是同一事物，待人判断（kb review）。Two things told that may be one, for a person to say.",
    (
        key_column("policies:国发〔2021〕29号=数字经济发展规划"),
        text_column("thing_table", "表 Table", "事物所在的表。The table that holds both.", required=True),
        text_column("one", "其一 One", "其一的编号。The key of one.", required=True),
        text_column("other", "其二 Other", "其二的编号。The key of the other.", required=True),
        text_column("one_name", "其一名称 One's name", "其一怎样称呼。What the one is called.", required=True),
        text_column("other_name", "其二名称 Other's name", "其二怎样称呼。What the other is called.", required=True),
        text_column("reasons", "缘由 Reasons", "为何疑似，JSON。Why they may be one.", required=True, json=True),
    ),
    label="one_name", owner="derived", sort="thing_table",
)  # fmt: skip

DECISIONS = Table(
    "merge_decisions", "异同判断 Merge decisions",
    "人对疑似同一所作的判断，来自 decisions.yml。What people have decided on such pairs, from decisions.yml.",
    (
        key_column("policies:国发〔2021〕29号=数字经济发展规划"),
        text_column("thing_table", "表 Table", "事物所在的表。The table that holds both.", required=True),
        text_column("one", "其一 One", "其一的编号。The key of one.", required=True),
        text_column("other", "其二 Other", "其二的编号。The key of the other.", required=True),
        text_column("decision", "判断 Decision", "同 same、异 different。Same or different.", required=True),
        text_column("note", "说明 Note", "为何这样判断。Why."),
    ),
    label="one", owner="base", sort="thing_table",
)  # fmt: skip

TABLES = (FINDINGS, EVIDENCES, ATTESTATIONS, CANDIDATES, DECISIONS, INGESTS, SEARCH)
