"""Rankings of places."""

from typing import Literal

from schema.base import Fact, field

__all__ = ["Ranking", "RankingEntry"]


class RankingEntry(Fact):
    """One row: a place and its rank."""

    rank: int | None = field("名次 Rank", "所印名次，并列同号。As printed; ties keep their rank.", None, ge=1)
    city: str | None = field("城市 City", "正式全称。Full official name.", None)
    province: str | None = field("省级 Province", "所属省、自治区、直辖市。The province-level division.", None)
    region: str | None = field("区域 Region", "所印大区。The region as printed.", None)
    as_printed: str = field("所印 As printed", "页面上的地名。The name as it stands on the page.")
    score: float | None = field("得分 Score", "指数或得分。Index or score.", None)
    tier: str | None = field("梯队 Tier", "所印梯队。The tier as printed.", None)
    change: int | None = field(
        "位次变化 Change", "所印较上年升降，升为正。Against the last edition as printed; a rise is positive.", None
    )
    entered: bool | None = field("新上榜 Entered", "所印为新上榜。Printed as new in the list.", None)


class Ranking(Fact):
    """A table or a sentence that ranks places, or lists those that met a mark."""

    label: str | None = field("表号 Label", "如 表1。Such as 表1.", None)
    title: str | None = field("题名 Title", "表题。The table's title.", None)
    metric: str | None = field("指标 Metric", "按什么排。What it ranks by.", None)
    year: int | None = field("年份 Year", "所排年份。The year ranked.", None)
    ordered: bool | None = field(
        "有序 Ordered", "是否分先后；文中未说则空。Whether order counts; empty where the paper does not say.", None
    )
    scope: Literal["city", "province", "county"] = field(
        "范围 Scope", "排的是市、省还是区县。What kind of place is ranked.", "city"
    )
    told: Literal["table", "prose"] = field("载体 Told in", "表格或文句。A table or a sentence.", "table")
    criterion: str | None = field(
        "入列条件 Criterion", "如 前10名、超过1万亿元；完整榜单为空。Null for a whole ranking.", None
    )
    claimed_size: int | None = field("自称数量 Claimed size", "如 百强榜 为 100。Such as 100 for a 百强榜.", None)
    entries: list[RankingEntry] = field("条目 Entries", "各行。Its rows.", [])
