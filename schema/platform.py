"""Platforms and systems by name."""

from schema.base import Fact, field

__all__ = ["Platform"]


class Platform(Fact):
    """A named platform, system, centre or app."""

    city: str | None = field("城市 City", "正式全称。Full official name.", None)
    place: str | None = field("地方 Place", "不是城市时的省、区、县。A province, district or county instead.", None)
    name: str = field("名称 Name", "平台或系统名。The platform's name.")
    kind: str | None = field("类别 Kind", "平台、系统、中心、大脑、应用。What kind of thing it is.", None)
