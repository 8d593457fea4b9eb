"""What the label over a group of rows says: a tier, a region, a province, or what the rows are ranked by."""

import re
from dataclasses import dataclass

from extract.find.rankings.headers import says
from extract.places import gazetteer

__all__ = ["COUNT", "Group", "group_of"]

COUNT = re.compile(
    r"\s*[（(\[]\s*(?:共|计)?\s*\d+\s*(?:个|座|家|名|城|市|省)?(?:城市|市|省份|省|地区|区县|县)?\s*[)）\]]\s*$"
)

BRACKET = re.compile(r"\s*[（(\[][^（()）]*[)）\]]\s*$")


@dataclass(frozen=True, slots=True)
class Group:
    """A label read: at most one of `tier`, `region` and `province` is set; `name` is the label without a count."""

    name: str
    tier: str | None = None
    region: str | None = None
    province: str | None = None

    @property
    def known(self) -> bool:
        """Whether it names a tier, region or province."""
        return any((self.tier, self.region, self.province))


def group_of(label: str) -> Group:
    """A label read: 第一梯队（5个） is a tier, 华东（39个） a region, 广东省 a province, anything else only a name."""
    name = COUNT.sub("", label.strip())
    if region := gazetteer().region(name):
        return Group(name, region=region)
    short = BRACKET.sub("", name)
    if says("tier_label", short):
        return Group(name, tier=short)
    place = gazetteer().resolve(name, scope="province")
    return Group(name, province=place.name if place else None)
