"""The forms in which papers print a division's official name."""

import re
from collections.abc import Iterator

from extract.places.model import Place

__all__ = ["bare", "printed_forms"]

PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|"
    "傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|"
    "仡佬族|锡伯族|锡伯|普米族|塔吉克族|塔吉克|怒族|鄂温克族|鄂伦春族|保安族|裕固族|独龙族|各族"
)
AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:{PEOPLES})*自治[州县旗区]$")
DISTRICT_OF_A_PEOPLE = re.compile(rf"^(.{{2,}}?)(?:{PEOPLES})+区$")
PLAIN = re.compile(r"^(.{2,}?)(?:特别行政区|新区|林区|特区|地区|[省市县区旗盟])$")


def bare(name: str) -> str:
    """The name without what says its kind.

    济南市 -> 济南, 延边朝鲜族自治州 -> 延边, 和田地区 -> 和田, 巴音郭楞蒙古自治州 -> 巴音郭楞, 景县 -> 景县.
    """
    for pattern in (AUTONOMOUS, DISTRICT_OF_A_PEOPLE, PLAIN):
        if m := pattern.match(name):
            return m.group(1).removesuffix("族")
    return name


def printed_forms(place: Place) -> Iterator[str]:
    """Every form derived from the official name, itself first."""
    name, short = place.name, bare(place.name)
    yield name
    if short != name:
        yield short
    if name.endswith("自治州"):
        yield from (short + "州", short + "自治州")
    elif name.endswith(("自治县", "自治旗")):
        yield from (short + name[-1], short + name[-3:])
    elif name.endswith("自治区") and short + "自治区" != name:
        yield short + "自治区"
