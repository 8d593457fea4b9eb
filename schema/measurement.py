"""Numbers told in sentences."""

from schema.base import Fact, field

__all__ = ["Measurement"]


class Measurement(Fact):
    """A number with its unit, told in a sentence."""

    city: str | None = field("城市 City", "正式全称。Full official name.", None)
    place: str | None = field("地方 Place", "不是城市时的省、区、县。A province, district or county instead.", None)
    subject: str | None = field("对象 Subject", "量的是什么。What is measured.", None)
    value: float = field(
        "数值 Value",
        "以基本单位计：18万多家为 180000，98.7% 为 0.987；降幅见对象。In base units; a fall is told in the subject.",
    )
    unit: str | None = field(
        "单位 Unit", "基本单位；比例为 比重 或 增长率。Base unit; 比重 or 增长率 for shares.", None
    )
    approximate: bool = field("约数 Approximate", "所印为约数。Printed as approximate.", False)
    comparison: str | None = field("比较 Comparison", "以上、超过、近等。Over, nearly and the like.", None)
    period: str | None = field("时期 Period", "所说的年份或时期。The year or period told.", None)
    as_printed: str = field("所印 As printed", "页面上的写法。As it stands on the page.")
