"""What a framework's name counts: 1+5+N, 343, 五个一, 一主体两平台, 四大支撑体系."""

import re
from dataclasses import dataclass

from extract.numerals import ordinal

__all__ = ["ANY", "Group", "groups_of", "number_forms"]

ANY = 0
"""The count of N, 多 and their like: any number of parts."""

COUNT = re.compile(r"十[一二三四五六七八九]?|[一二三四五六七八九两双]|\d{1,2}|[NMXSn](?![A-Za-z])|多")
QUOTED = re.compile('^个[“"「『](.)[”"」』]$')
NOUGHT = re.compile("^0$")
MEASURE = re.compile(r"^[个大项类套张朵条种层级](?=.)")
MODE = re.compile("(?<=[^位])(?:融合|协同|合一|联动|一体|共建|共治|同治|贯通|并进|同步|互动|齐飞)$")
"""How what a name counts works together: 四链融合 counts 链."""
HAN = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Group:
    """One count of a name: how many (`ANY` where it is open) of what; `text` as it stands in the name."""

    count: int
    noun: str
    text: str


def number_forms(count: int) -> list[str]:
    """How a count may be printed where the parts are told."""
    if count == ANY:
        return ["N", "M", "X", "S", "n", "多", "若干"]
    han = HAN[count] if count <= 10 else f"十{HAN[count % 10]}" if count < 20 else ""
    return [str(count), *([han] if han else []), *(["两", "双"] if count == 2 else [])]


def groups_of(name: str, shape: str) -> list[Group]:
    """The counts of a name in order, none for a shape whose name holds its parts (A+B+C)."""
    if shape in (
        "joined",
        "pair",
        "dashed",
        "chained",
        "drawn",
        "short_list",
        "abridged",
        "ones_told",
        "ladder",
        "likened",
    ):
        return []
    if shape in ("digits", "bare_digits"):
        return [Group(_count(c), "", c) for c in name if c != "+"]
    found = [
        m for m in COUNT.finditer(name) if shape != "listed" or name[m.start() - 1 : m.start()] not in ("统", "唯")
    ]
    if shape in (
        "ones",
        "ones_quoted",
        "many",
        "two",
        "unit",
        "union",
        "big",
        "layers",
        "double",
        "model",
        "letters",
        "great",
        "areas",
        "prefixed",
        "named_list",
        "tallied",
    ):
        found = found[:1]
    groups = []
    for m, after in zip(found, [*found[1:], None], strict=True):
        told = name[m.end() : after.start() if after else len(name)]
        noun = NOUGHT.sub("零", re.split(r"[”\"」』]", QUOTED.sub(r"\1", told))[0]).strip("+、,， ")
        what = MODE.sub("", noun) if shape == "unit" else noun
        groups.append(Group(_count(m.group()), MEASURE.sub("", what), name[m.start() : m.end()] + noun))
    # 六维一体: 一体 says that the six are one, and counts nothing.
    return groups[:1] if len(groups) == 2 and groups[1].text.startswith("一体") and groups[0].count > 1 else groups


def _count(printed: str) -> int:
    if printed in "NMXSn多":
        return ANY
    return 2 if printed in "两双" else ordinal(printed) or ANY
