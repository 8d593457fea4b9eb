"""Named structures that count their parts."""

from schema.base import Fact, field

__all__ = ["Component", "Framework"]


class Component(Fact):
    """A part of a framework."""

    name: str = field("组成 Component", "组成部分名。The part's name.")
    group: str | None = field("组 Group", "它属于名中哪一个数。Which number of the name it belongs to.", None)
    description: str | None = field("说明 Description", "文中对它的说明。What the paper says of it.", None)


class Framework(Fact):
    """A named structure that counts its parts: 343, 1+5+N, 五个一."""

    city: str | None = field("城市 City", "正式全称。Full official name.", None)
    place: str | None = field("地方 Place", "不是城市时的省、区、县。A province, district or county instead.", None)
    name: str = field("名称 Name", "如 343、1+5+N、五个一。The framework's name.")
    components: list[Component] = field(
        "组成 Components", "文中拆出的部分；未拆则空。Empty where never spelled out.", []
    )
    complete: bool = field("完整 Complete", "部分数与名称相符。The count of parts agrees with the name.", False)
