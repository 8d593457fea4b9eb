"""The views of the base. Each query is a file in `sql/`."""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from kb.base.tables.model import Column, SqlType

__all__ = ["VIEWS", "View"]


@dataclass(frozen=True)
class View:
    """A view: what it answers and what its columns mean."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]

    @cached_property
    def sql(self) -> str:
        """The query."""
        return (files("kb.base.tables") / "sql" / f"{self.name}.sql").read_text(encoding="utf-8").strip()


def _column(name: str, title: str, description: str, sql: SqlType = "TEXT") -> Column:
    return Column(name, sql, title, description)


CITY = _column("city", "城市 City", "正式全称。Official name.")
CODE = _column("code", "代码 Code", "GB/T 2260 代码。Its code.")
DOCUMENT = _column("document", "文献 Document", "所出白皮书。The white paper.")

RANK_HISTORY = View(
    "rank_history", "历年名次 Rank history",
    "一个地方在同一榜单历年的名次，所印与所算的升降。"
    "A place's ranks over the editions of a list, with its moves as printed and as computed.",
    (
        _column("city", "地方 Place", "正式全称。Official name."),
        _column("series", "系列 Series", "逐年发布的系列。The series of editions."),
        _column("list", "榜名 List", "去掉年份的榜名。The list's title without its year."),
        _column("year", "年份 Year", "版次年份。The edition's year.", "INTEGER"),
        _column("rank", "名次 Rank", "所印名次；推算 derived 为 1 的是推得的。As printed, but for derived ones.", "INTEGER"),
        _column("score", "得分 Score", "所印得分。As printed.", "REAL"),
        _column("change_printed", "所印升降 Change printed", "升为正。A rise is positive.", "INTEGER"),
        _column("change_computed", "所算升降 Change computed", "上一版名次减本版名次；上一版未列则空。"
                "Last edition's rank less this one's; null where it was not listed.", "INTEGER"),
        _column("entered_computed", "所算新上榜 Entered, computed", "上一版未列为 1；没有上一版则空。1 where not in the last edition.",
                "INTEGER"),
        _column("entered_printed", "所印新上榜 Entered, printed", "所印为新上榜。Printed as new.", "INTEGER"),
        _column("previous_year", "上一版年份 Previous year", "上一版的年份。The last edition's year.", "INTEGER"),
        _column("previous_rank", "上一版名次 Previous rank", "上一版的名次。Its rank then.", "INTEGER"),
        _column("comparable", "可比 Comparable", "与上一版做法相同为 1；维度、数量等变了为 0，升降不可比。"
                "1 where this edition was made like the last; where 0, moves can't be compared.", "INTEGER"),
        _column("derived", "推算 Derived", "1 为推算：没有印出，由后来的升降推得。1 where no page prints it: it follows from a later move.",
                "INTEGER"),
        _column("derived_from", "推算依据 Derived from", "推算名次的编号。The key of the derived rank."),
        CODE,
        _column("ranking", "榜单 Ranking", "榜单编号；推算的空。The ranking's key; null for derived ones."),
        _column("entry", "条目 Entry", "条目编号；推算的空。The entry's key; null for derived ones."),
        DOCUMENT,
    ),
)  # fmt: skip

SERIES_EDITIONS = View(
    "series_editions", "系列与版次 Series and editions",
    "哪份白皮书是哪份的上一版：由标题与机构看出，或说明里写明。Which paper is the last edition of which.",
    (
        _column("series", "系列 Series", "逐年发布的系列。The series of editions."),
        _column("year", "年份 Year", "版次年份。The edition's year.", "INTEGER"), DOCUMENT,
        _column("title", "标题 Title", "封面标题。As on the cover."),
        _column("publisher", "发布机构 Publisher", "所署机构。As on the cover."),
        _column("previous", "上一版 Previous", "上一版的文献编号；库里没有则空。Its last edition; null where not in the base."),
        _column("previous_year", "上一版年份 Previous year", "上一版的年份。The last edition's year.", "INTEGER"),
    ),
)  # fmt: skip

POLICY_CITY = View(
    "policy_city", "政策与城市 Policy to city",
    "白皮书把哪份政策与哪个城市连在一起，为什么，凭什么。Which policy a paper ties to which city, why, and by what words.",
    (
        _column("policy", "政策 Policy", "政策名称。Its title."), CITY,
        _column("why", "缘由 Why", "怎样相连。How they are tied."),
        _column("evidence", "出处 Evidence", "引用处的原字。The words that cite it."),
        _column("page", "页码 Page", "引用所在页。The page that cites it.", "INTEGER"),
        _column("paper", "文献名 Paper", "白皮书名。The paper's title."),
        _column("year", "年份 Year", "白皮书版次年份。The paper's edition.", "INTEGER"),
        _column("policy_id", "政策编号 Policy key", "政策的编号。The policy's key."), CODE, DOCUMENT,
        _column("citation", "引用 Citation", "引用编号。The citation's key."),
        _column("evidence_id", "出处编号 Evidence key", "出处的编号。The key of the evidence."),
    ),
)  # fmt: skip

CITY_OVERVIEW = View(
    "city_overview", "城市一览 City overview", "库中对每个城市知道多少。How much the base knows of each city.",
    (
        CITY,
        _column("province", "省级 Province", "所属省级区划。Its province."),
        _column("region", "大区 Region", "所属大区。Its region."),
        _column("rankings", "上榜 Rankings", "列入几个榜单。In how many rankings.", "INTEGER"),
        _column("best_rank", "最好名次 Best rank", "最好的名次。Its best rank.", "INTEGER"),
        _column("case_studies", "案例 Cases", "案例数。Case studies.", "INTEGER"),
        _column("frameworks", "框架 Frameworks", "框架数。Frameworks.", "INTEGER"),
        _column("platforms", "平台 Platforms", "平台数。Platforms.", "INTEGER"),
        _column("policies", "政策 Policies", "相连的政策数。Policies tied to it.", "INTEGER"),
        _column("measurements", "数据 Measurements", "数据条数。Measurements.", "INTEGER"),
        _column("tiers", "梯队 Tiers", "点名它的梯队数。Tiers that name it.", "INTEGER"),
        _column("leads", "领先 Leads", "领先的维度数。Dimensions it leads in.", "INTEGER"),
        _column("papers", "文献数 Papers", "说到它的白皮书数。Papers that tell of it.", "INTEGER"),
        _column("longitude", "经度 Longitude", "东经为正。East is positive.", "REAL"),
        _column("latitude", "纬度 Latitude", "北纬为正。North is positive.", "REAL"), CODE,
    ),
)  # fmt: skip

VIEWS: tuple[View, ...] = (RANK_HISTORY, SERIES_EDITIONS, POLICY_CITY, CITY_OVERVIEW)
