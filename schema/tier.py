"""Tiers of places, and moves told in words."""

from schema.base import Fact, field

__all__ = ["RankChange", "Tier"]


class Tier(Fact):
    """A tier of places and those the paper names in it."""

    subject: str | None = field("对象 Subject", "什么的梯队。What the tiers are of.", None)
    name: str = field("梯队 Tier", "如 第一梯队。Such as 第一梯队.")
    claimed: int | None = field("自称数量 Claimed", "文中说有几个。How many the paper says.", None)
    score_min: float | None = field("下限 Lowest score", "得分下限。Lower bound.", None)
    score_max: float | None = field("上限 Highest score", "得分上限。Upper bound.", None)
    members: list[str] = field("成员 Members", "文中点名的。Those the paper names.", [])
    complete: bool = field("完整 Complete", "点名数与自称相符，或文中列全。Whether all are named.", False)


class RankChange(Fact):
    """A move told in words: 北京上升2个位次."""

    city: str = field("地方 Place", "正式全称。Full official name.")
    change: int = field("升降 Change", "升为正。A rise is positive.")
    rank: int | None = field("名次 Rank", "变化后的名次。The rank after it.", None)
