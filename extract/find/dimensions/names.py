"""Names of dimensions: counted in a sentence (…、…、…三个维度) or listed by a table of indicators."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.find.told.marks import any_of
from extract.fold import fold
from extract.model import Box, Cell, Grid, Run, printed_lines, union
from extract.numerals import ordinal
from extract.prose import squeezed
from extract.reading import Reading
from extract.words import lexicon
from schema.base import Evidence

__all__ = ["Counted", "counted", "tabled"]

HOW = "dimension counted"
READ = ("paragraph", "list_item", "note", "heading")

_COUNT = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})"
_LABEL = re.compile(
    r"^\W*(?:[\d一二三四五六七八九十]{1,3}[）).、．]\s*)?(?P<name>[^\W\d][^，。；：:]{1,10}?)\s*[：:](?=.)"
)
_QUOTED = r"“[^“”]{2,16}”"
_LEAD = re.compile(
    r"^.*(?:从|由|包括了?|包含|涵盖|涉及|设置了?|设立|构建了?|围绕|基于|分为|按照|对各?(?:城市|省份|地区)|对(?!外)|通过|选取|聚焦|即|"
    r"下设|分设|共设|以(?![人旧])|在(?!线)|将|综合(?=[^、]{2,}$)|提供了?|形成|建立了?|拥有)(?=.{2,})"
)
_INDEX = re.compile(r"指标|指数|评价|评估|测评|评测|得分|评分|衡量|考量|权重|打分|测算|百强")
"""A sentence with such a word counts the dimensions of an index."""
_LEVELS = {
    "一级指标": 1,
    "二级指标": 2,
    "三级指标": 3,
    "一级维度": 1,
    "二级维度": 2,
    "维度": 1,
    "分指数": 1,
    "一级": 1,
    "二级": 2,
    "三级": 3,
}


_LAID_OUT = re.compile(r"(?:指标|评价|评估|测评)(?:体系|框架|模型)|指标(?:构成|设置|权重)|维度(?:构成|设置|权重)")
_KIND = re.compile(r"(?P<count>[三四五六七八])(?P<kind>[力度])(?![\u4e00-\u9fff])")
"""An index called by the number and kind of its dimensions: “四力”, “三度”."""
_WEIGHT = re.compile(r"(?:指标)?权重")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_ONE_BY_ONE = re.compile(r"(?:^|[，；。：、])[一二三四五六七八九]是(?P<name>[^，；。：、]{2,12})(?=[，；。：、]|$)")
_UNCOUNTED = re.compile(
    r"(?:^|[，。；：]|的|设)(?P<noun>一级指标|评价维度|一级维度|分指数|分项指数)(?:主要|分别|共)?(?:包括了?|包含|涵盖|有|为|是|：)(?P<names>(?:[\u4e00-\u9fff]{2,8}、)+[\u4e00-\u9fff]{2,8}(?:(?:和|与|及|以及)[\u4e00-\u9fff]{2,8})?)(?=[。；，]|$)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A dimension, its level, and where it was named first; `among` numbers the list that it was named in."""

    name: str
    level: int
    evidence: tuple[Evidence, ...]
    among: int = -1


@cache
def _nouns() -> str:
    return any_of(list(lexicon("dimensions")["nouns"]["words"]))


@cache
def _before() -> re.Pattern[str]:
    """信息基础、城市治理和低碳发展三个维度."""
    return re.compile(
        rf"(?P<names>(?:[^，。；：:！？、]{{2,40}}、)*[^，。；：:！？、]{{2,40}}?|(?:[^，。；：:“”]*?)(?:{_QUOTED}、?)+)"
        rf"(?:等|这)?(?P<count>{_COUNT})(?:个|大|项|类)(?:核心|主要|关键|重点|基本)?(?P<noun>{_nouns()})"
    )


@cache
def _after() -> re.Pattern[str]:
    """四个维度，分别为准备度、平台层、数据层和利用层."""
    naming = any_of(lexicon("dimensions")["naming"]["words"])
    return re.compile(
        rf"(?P<count>{_COUNT})(?:个|大|项|类)(?:核心|主要|关键|重点|基本)?(?P<noun>{_nouns()})[，,]?{naming}(?P<names>(?<=（)[^（）]+|(?<!（)[^。；：:！？（）]+)"
    )


def counted(reading: Reading, labels: Collection[str]) -> list[Counted]:
    """The dimensions that sentences count, in order: in a sentence about an index, or told of again.

    Told of again are those that another sentence counts, or that label a statement (`labels`).
    """
    lists: list[tuple[bool, list[Counted]]] = []
    known = {c.name for c in tabled(reading) if c.level == 1}
    for text in reading.texts:
        if text.kind not in READ:
            continue
        told, offsets = squeezed(fold(text.text))
        if not re.search(_nouns(), told):
            continue
        for m in (*_before().finditer(told), *_after().finditer(told), *_UNCOUNTED.finditer(told), *_serial(told)):
            names = _listed(m, told)
            level = lexicon("dimensions")["nouns"]["words"][m["noun"]]
            whole = _whole(names, known)
            found = []
            for name in names:
                at = told.index(name, m.start("names"))
                span = offsets[at], offsets[at + len(name) - 1] + 1
                found.append(Counted(whole.get(name, name), level, tuple(text.evidence(HOW, *span))))
            names = [c.name for c in found]
            # 从转型环境、能力评价、区域格局三个方面 tells how a paper is built, where a table lays out other dimensions.
            other = m["noun"] == "方面" and known and known.isdisjoint(names)
            of_index = not other and bool(_INDEX.search(sentence_around(told, m.start(), m.end())))
            lists += [(of_index, found)] if of_index or m["noun"] != "方面" else []
    headed = ((True, found) for found in (*_headed(reading), *_of_one_kind(reading)))
    return _settled([*lists, *headed], labels, known)


def _whole(names: Sequence[str], known: Collection[str]) -> dict[str, str]:
    """The names of a table that a sentence calls by a word of each: 设施、产业和保障三个方面 of 设施支撑, 产业实力 and 制度保障."""
    among = {name: [k for k in known if name in k] for name in names}
    found = {name: k[0] for name, k in among.items() if len(k) == 1}
    return found if len(set(found.values())) == len(names) else {}


def _serial(told: str) -> Iterator[re.Match[str]]:
    """三个维度：一是数字基础，二是数字应用，三是数字生态."""
    serial = rf"(?P<count>{_COUNT})(?:个|大|项|类)(?P<noun>{_nouns()})[，：:]?(?P<names>一是[^。]+)"
    return re.finditer(serial, told)


def _listed(m: re.Match[str], told: str) -> list[str]:
    """The names that a match lists, as many as it counts where it counts them."""
    if m.re is _UNCOUNTED:
        parts = re.split(r"、|(?<=..)(?:和|与|及|以及)(?=..)", m["names"])
        return parts if len(parts) > 2 else []
    count = ordinal(m["count"])
    if m["names"].startswith("一是"):
        found = [n["name"] for n in _ONE_BY_ONE.finditer(m["names"])]
        return found if len(found) == count else []
    return _split(m["names"], count, "等" in told[m.end("names") : m.start("count")])


def _headed(reading: Reading) -> Iterator[list[Counted]]:
    """Labelled list items under a heading that says what they are: 评价维度, 指标体系."""
    for section in reading.sections:
        if re.search(r"维度|分指数|指标体系|指标构成", section.title):
            items = [t for t in reading.texts if t.section == section.id and t.kind == "list_item"]
            labels = [(t, m) for t in items if (m := _LABEL.match(fold(t.text)))]
            if len(labels) == len(items) > 2:
                yield [Counted(m["name"], 1, tuple(t.evidence(HOW, *m.span("name")))) for t, m in labels]


def _of_one_kind(reading: Reading) -> Iterator[list[Counted]]:
    """“四力”模型, where four names of this kind (供给力, 流通力, …) stand on lines of their own, on cards or in a figure."""
    counts = {(m["count"], m["kind"]) for s in reading.sections for m in _KIND.finditer(fold(s.title))}
    for count, kind in sorted(counts):
        named = re.compile(rf"[\u4e00-\u9fff]{{1,4}}{kind}")
        found: dict[str, Counted] = {}
        for text in reading.texts:
            if text.kind in ("heading", "chart", "paragraph") and named.fullmatch(fold(text.text).strip()):
                found.setdefault(text.text.strip(), Counted(text.text.strip(), 1, tuple(text.evidence(HOW))))
        if len(found) == ordinal(count):
            yield list(found.values())


def _settled(lists: list[tuple[bool, list[Counted]]], labels: Collection[str], known: Collection[str]) -> list[Counted]:
    times = Counter(c.name for _, found in lists for c in found)
    kept: dict[str, Counted] = {}
    for among, (of_index, found) in enumerate(lists):
        again = sum(times[c.name] > 1 or c.name in labels for c in found)
        if of_index or (found and again >= len(found) - 1):
            longer = {c.name for c in found for k in (*times, *known) if c.name != k and c.name.endswith(k)}
            fresh = [c for c in found if c.name not in longer]  # not 对各城市信息基础
            same = next((kept[c.name].among for c in fresh if c.name in kept), among)
            for c in fresh:
                kept.setdefault(c.name, replace(c, among=same))
    return list(kept.values())


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds the words from `start` to `end`."""
    stop = re.search(r"[。！？]", text[end:])
    begin = max(text.rfind(c, 0, start) for c in "。！？") + 1
    return text[begin : end + stop.start() if stop else len(text)]


def _split(printed: str, count: int | None, more: bool) -> list[str]:
    """The names in a list, if there are as many as it counts (or fewer, where it ends in 等)."""
    quoted = re.findall(r"“([^“”]{2,16})”", printed)
    if count and len(quoted) == count:
        return quoted
    more = more or printed.endswith("等")
    first, joint, rest = _BRACKET.sub("", printed).removesuffix("等").partition("、")
    listed = _LEAD.sub("", first) + joint + rest
    parts = [p.strip("“”") for p in re.split(r"、|(?<=..)(?:和|与|及|以及)(?=..)", listed)]
    if not count or len(parts) < 2 or len(parts) > count or (len(parts) < count and not more):
        return []
    return parts if all(re.fullmatch(r"[^，。；：:（）()“”《》\s]{2,16}", p) for p in parts) else []


def tabled(reading: Reading) -> list[Counted]:
    """The indicators of the paper's tables of indicators, row by row, each once."""
    found: dict[tuple[str, int], Counted] = {}
    for grid in reading.grids:
        for name, level, cell in _indicators(grid):
            found.setdefault((name, level), Counted(name, level, tuple(cell.evidence("indicator table"))))
    return list(found.values())


def _indicators(grid: Grid) -> Iterator[tuple[str, int, Run]]:
    columns: dict[int, int] = {}
    for row in grid.rows[: max(1, grid.header_rows)]:
        for i, cell in enumerate(row):
            header = re.sub(r"\s|[（(].*", "", fold(cell.text))
            if header in _LEVELS:
                columns.setdefault(i, _LEVELS[header])
    if len(set(columns.values())) < 2 and not _lays_out(grid):
        return
    body = grid.rows[max(1, grid.header_rows) :]
    widest = {i: max((_room(row[i]) for row in body if i < len(row)), default=0.0) for i in columns}
    for row in body:
        for i, level in sorted(columns.items(), key=lambda c: c[1]):
            for part in _several(row[i], widest[i]) if i < len(row) else ():
                name = re.sub(r"\s|[（(]\d.*", "", part.text)
                if name and not name.isdigit():
                    yield name, level, part


def _lays_out(grid: Grid) -> bool:
    """Whether a table with one level of indicators lays out an index: by its title, or with a weight for each.

    Other tables tell results by 维度 or 一级指标.
    """
    weighed = any(_WEIGHT.match(re.sub(r"\s", "", fold(c.text))) for c in grid.rows[0])
    return weighed or bool(_LAID_OUT.search(fold(grid.title or "")))


def _boxes(cell: Cell) -> list[tuple[int, int, Box]]:
    """The printed lines of a cell: start, end, box."""
    lines = printed_lines(cell.chars)
    return [(lo, hi, union([c.box for c in cell.chars[lo:hi] if c])) for lo, hi in lines]


def _room(cell: Cell) -> float:
    """How long a line of a cell can be, in points: as the longest it has, or as its box has room for."""
    lines = [box for _, _, box in _boxes(cell)]
    if not lines:
        return 0.0
    left, right = min(b[0] for b in lines), max(b[2] for b in lines)
    padding = max(0.0, min(left - cell.box[0], cell.box[2] - right))
    return max(right - left, cell.box[2] - cell.box[0] - 2 * padding)


def _several(cell: Cell, room: float) -> Iterator[Run]:
    """The names in a cell: lines that end where the next character had room list one each; so do 、 between them."""
    lines = _boxes(cell)
    size = max((c.size for c in cell.chars if c), default=0.0)
    broken = all(box[2] - box[0] + size < room for _, _, box in lines[:-1])
    parts = [cell.cut(lo, hi) for lo, hi, _ in lines] if len(lines) > 1 and broken else [cell]
    for part in parts:
        names = [*re.finditer(r"[^、；;]+", part.text)]
        listed = len(names) > 2 or (len(names) == 2 and all(len(m[0].strip()) > 3 for m in names))
        yield from (part.cut(*m.span()) for m in names) if listed else (part,)
