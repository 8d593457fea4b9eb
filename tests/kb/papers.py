"""Invented papers with every kind of record filled, for tests of what comes after extraction."""

from typing import Any

from schema import Evidence, Paper
from schema.case_study import CaseStudy
from schema.dimension import Dimension
from schema.document import Document, Page, Passage, Section
from schema.finding import Finding
from schema.framework import Component, Framework
from schema.measurement import Measurement
from schema.platform import Platform
from schema.policy import Mention, Policy, Publication
from schema.ranking import Ranking, RankingEntry
from schema.table import Figure, Table
from schema.tier import RankChange, Tier

TEXTS = [
    "数字经济是继农业经济、工业经济之后的主要经济形态，各地加快部署5G与F5G全光网。",
    "济南创新提出“343”架构，建成城市大脑与1+5+N应用体系，服务18万多家中小微企业。",
    "Smart City 2.0：AIoT 与 IT/OT 融合，R&D 投入占比 3.5%（同比＋0.4个百分点）。",
    "依据国发〔2021〕29号，河南省、郑州市先后印发实施意见；NOT 一事，“一网通办” OR 跨省通办。",
    "大脑、 小脑与脑机接口。城市\u3000大脑 与城市大脑不同；5g 小写，５Ｇ 全角。",
    "北京上升2个位次，跃升榜首；*号与-号、^号、(括号)、[方括号]、{花括号}都照原样。",
    "𠮷野家与㐂、㒵等字，以及⽅（康熙部首）和豈（兼容字），也要找得到。",
    "100% of “quotes”, 'single' and \"double\"; a_b\\c; tab\there; NULL。",
]


def where(page: int = 1, x: float = 72.0, y: float = 100.0, text: str = "原文", how: str = "test") -> list[Evidence]:
    """One box of evidence."""
    return [Evidence(page=page, bbox=(x, y, x + 100, y + 12), text=text, how=how)]


def ranked(*names: str | None, change: int | None = None, page: int = 2) -> list[RankingEntry]:
    """Entries with ranks 1, 2, 3, ... of cities by official name."""
    return [
        RankingEntry(
            rank=n, city=name, province="山东省" if name in ("济南市", "青岛市") else None, region="华东",
            as_printed=(name or "某地").removesuffix("市"), score=90.5 - n, tier="第一梯队", change=change,
            entered=change is None, evidence=where(page, y=100.0 + 14 * n, text=name or "某地"),
        )
        for n, name in enumerate(names, 1)
    ]  # fmt: skip


def mention(page: int, text: str, form: Any = "full", y: float = 200.0, **more: Any) -> Mention:
    """One citation."""
    return Mention(page=page, as_printed=text, form=form, evidence=where(page, y=y, text=text), **more)


def full_paper(
    id: str = "paper-2021", year: int = 2021, cities: tuple[str, ...] = ("济南市", "青岛市", "深圳市")
) -> Paper:
    """A paper with every field of every record filled somewhere."""
    return Paper(
        extractor="test",
        document=Document(
            id=id, title=f"{year}样例城市报告", publisher="样例研究院", year=year, published=f"{year}-10",
            series="样例城市报告", language="zh-CN", origin="自造", licence="测试用", page_count=4,
            sha256=f"{id:0<64}"[:64], text_layer="sound", restricted=True, evidence=where(text=f"{year}样例城市报告"),
        ),
        pages=[
            Page(number=n, width=595.0, height=842.0, text_layer="sound", text="\n".join(TEXTS[2 * n - 2 : 2 * n]))
            for n in (1, 2, 3, 4)
        ],
        sections=[
            Section(id="s1", parent=None, level=1, title="总论", page_from=1, page_to=2, evidence=where()),
            Section(id="s2", parent="s1", level=2, title="济南案例", page_from=2, page_to=4, evidence=where(2)),
        ],
        passages=[
            Passage(
                id=f"p{n}", kind="paragraph", section="s1" if n < 4 else "s2", label="图1" if n == 7 else None,
                page_from=(n + 1) // 2, page_to=(n + 1) // 2, text=text, evidence=where((n + 1) // 2, text=text),
            )
            for n, text in enumerate(TEXTS, 1)
        ],
        rankings=_rankings(year, cities),
        tiers=[
            Tier(subject="低碳发展", name="第一梯队", claimed=2, score_min=70.0, score_max=90.0, members=["深圳市", "北京市"],
                 complete=True, evidence=where(3)),
        ],
        rank_changes=[RankChange(city="北京市", change=2, rank=1, evidence=where(3, y=300.0))],
        policies=_policies(),
        publications=[
            Publication(title="人民日报", evidence=where(4), mentions=[mention(4, "《人民日报》", section="s2")]),
        ],
        case_studies=[
            CaseStudy(city="济南市", title="城市大脑", section="济南案例", page_from=2, page_to=3, text=TEXTS[1],
                      evidence=where(2)),
            CaseStudy(place="山东省", section="济南案例", page_from=3, page_to=3, text=TEXTS[3], evidence=where(3)),
        ],
        frameworks=[
            Framework(
                city="济南市", name="“343”", complete=True, evidence=where(2),
                components=[
                    Component(name="一网通办", group="3", description="事项全程网办", evidence=where(2, y=130.0)),
                    Component(name="一网统管", group="4", evidence=where(2, y=150.0)),
                ],
            ),
            Framework(name="1+5+N", evidence=where(2, y=170.0)),
        ],
        platforms=[
            Platform(city="济南市", name="城市大脑", kind="大脑", evidence=where(2)),
            Platform(place="雄安新区", name="城市计算中心", kind="中心", evidence=where(2, y=190.0)),
        ],
        measurements=[
            Measurement(
                city="济南市", subject="中小微企业", value=180000, unit="家", approximate=True, comparison="多", period="2021",
                as_printed="18万多家", evidence=where(2, y=210.0),
            ),
            Measurement(place="山东省", subject="占比", value=0.035, unit="比重", as_printed="3.5%", evidence=where(2, y=230.0)),
            Measurement(subject="占比", value=0.035, unit="比重", as_printed="3.5%", evidence=where(2, y=250.0)),
        ],
        dimensions=[
            Dimension(name="信息基础", level=1, statement="建设卓有成效", leaders=["深圳市"], evidence=where(3, y=330.0)),
        ],
        figures=[Figure(label="图1", title="城市数量", page=3, source="样例研究院", evidence=where(3, y=360.0))],
        tables=[
            Table(label="表1", title=f"{year}样例百强榜", pages=[2], header_rows=1, grid=[["名次", "城市"], ["1", "济南"]],
                  source="样例研究院", evidence=where(2)),
            Table(pages=[4], grid=[["甲", "乙"]], evidence=where(4, y=400.0)),
        ],
        findings=[
            Finding(kind="contradiction", about="华东", statement="华东39个", expected=39, actual=38, rule="count",
                    severity="major", look_at="表1", evidence=where(2, y=380.0)),
        ],
        warnings=["第4页存疑 (page 4 is doubtful)"],
    )  # fmt: skip


def _rankings(year: int, cities: tuple[str, ...]) -> list[Ranking]:
    return [
        Ranking(label="表1", title=f"{year}样例百强榜", metric="综合指数", year=year, ordered=True, claimed_size=100,
                entries=ranked(*cities, change=1), evidence=where(2)),
        Ranking(metric="规模", ordered=False, scope="province", told="prose", criterion="超过1万亿元", evidence=where(3, y=222.0),
                entries=[
                    RankingEntry(province="山东省", as_printed="山东", evidence=where(3, y=222.0)),
                    RankingEntry(province="广东省", as_printed="广东", evidence=where(3, y=222.0)),
                ]),
        Ranking(title="县域榜", scope="county", entries=ranked("朝阳区", "昆山市"), evidence=where(4)),
    ]  # fmt: skip


def _policies() -> list[Policy]:
    return [
        Policy(
            title="“十四五”数字经济发展规划", document_number="国发〔2021〕29号", kind="规划", level="national", issuers=["国务院"],
            year=2021, period=(2021, 2025), cities=["郑州市"], evidence=where(3),
            mentions=[
                mention(3, "国发〔2021〕29号", "number", section="s2", city="郑州市", quoted="数字经济是主要经济形态"),
                mention(3, "《规划》", "alias", y=220.0),
            ],
        ),
        Policy(
            title="郑州市人民政府关于加快推进新型智慧城市建设的通知", kind="通知", carries="指导意见", level="municipal",
            issuers=["郑州市人民政府"], jurisdiction="郑州市", cities=["郑州市"], evidence=where(3, y=240.0),
            mentions=[mention(3, "《郑州市人民政府关于加快推进新型智慧城市建设的通知》", y=240.0, place="河南省")],
        ),
        Policy(title="实施意见", kind="意见", resolved=False, evidence=where(4), mentions=[mention(4, "《实施意见》", "suffix")]),
    ]  # fmt: skip
