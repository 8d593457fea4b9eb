"""Numbers told for several subjects at once: 北京、上海的规模分别为1.7万亿元和2.1万亿元."""

import re
from dataclasses import dataclass

from extract.find.enumerations import Enumeration
from extract.find.measurements.subjects import trimmed
from extract.find.told.marks import any_of
from extract.prose import PLACE
from extract.spans.quantities import Quantity
from extract.words import lexicon

__all__ = ["Parallel", "parallels", "runs"]

_BETWEEN = re.compile(r"(?:、|，|,|和|与|及|以及|以及|，其中)*")
LONGEST_ITEM = 20
_APIECE = re.compile(r"[^，。；]*各(?!类|项|种|级|地|省|市|行|方|国|区|部)[^，。；]*")
_EACH = re.compile(r"(?:分别|依次)")


@dataclass(frozen=True, slots=True)
class Parallel:
    """Numbers that go with `items`, one each, or one number for all of `places` (`each`).

    `items` are the words of each subject where the subjects are no places; `metric` is what is measured of each.
    """

    numbers: tuple[Quantity, ...]
    items: tuple[str, ...]
    places: Enumeration | None
    metric: str | None


def runs(text: str, numbers: list[Quantity]) -> list[tuple[Quantity, ...]]:
    """Numbers with nothing but commas between them, taken together: 36%、31%和6%."""
    found: list[list[Quantity]] = []
    for q in numbers:
        if found and _BETWEEN.fullmatch(text, found[-1][-1].end, max(q.start, found[-1][-1].end)):
            found[-1].append(q)
        else:
            found.append([q])
    return [tuple(run) for run in found]


def parallels(text: str, start: int, run: tuple[Quantity, ...], listed: list[Enumeration]) -> Parallel | None:
    """The subjects of a run of numbers, where the sentence that starts at `start` gives it several."""
    before = text[start : run[0].start]
    places = next((x for x in reversed(listed) if x.end <= run[0].start and len(x.members) > 1), None)
    if len(run) == 1:
        between = text[places.end : run[0].start] if places else ""
        return Parallel(run, (), places, _metric(between.replace("各", ""))) if _APIECE.fullmatch(between) else None
    mark = list(_EACH.finditer(before))
    if not mark and places and _goes_with(text, places, run):
        return Parallel(run, (), places, _metric(text[places.end : run[0].start]))
    if not mark or re.search(r"[。；]", before[mark[-1].start() :]):
        return None
    head = before[: mark[-1].start()].rstrip("，,")
    if places and len(places.members) == len(run) and places.end <= start + len(head):
        return Parallel(run, (), places, _metric(text[places.end : start + len(head)]))
    clauses = re.split(r"[，；：:]", head)
    for back in range(1, min(3, len(clauses)) + 1):
        items, metric = _items(clauses[-back], len(run))
        if items:
            return Parallel(run, items, None, metric if back == 1 else trimmed(clauses[-1]) or metric)
    return None


def _goes_with(text: str, places: Enumeration, run: tuple[Quantity, ...]) -> bool:
    """上海、深圳、杭州日均调用大模型1260万次、1030万次、980万次: as many numbers of one unit as places, in the same clause."""
    alike = len({q.unit for q in run}) == 1 and len(places.members) == len(run)
    return alike and not re.search(r"[，。；：]", text[places.end : run[-1].end])


def _metric(between: str) -> str | None:
    """What is measured of each place: 5G基站数量 in 5G基站数量位居前三, 人均GDP in 的人均GDP超过了10万元."""
    verb = any_of(lexicon("ranks")["standing"]["words"])
    return trimmed(re.split(rf"超过|高于|突破|达到|{verb}|[，,]", between.lstrip("的"))[0]) or None


def _items(head: str, count: int) -> tuple[tuple[str, ...], str | None]:
    """服务业、工业、农业数字经济占比 -> 服务业, 工业, 农业 and 数字经济占比."""
    parts = [p for p in re.split(r"、|(?<=.)(?:和|与|及|以及)(?=.)", head) if p]
    if len(parts) != count or re.search(PLACE, head) or any(len(p) > LONGEST_ITEM for p in parts[:-1]):
        return (), None
    parts[0] = re.sub(r"^(?:其中|对|向|从|给予)+", "", parts[0])
    last, metric = _cut(parts[:-1], parts[-1])
    return (*parts[:-1], last), metric


def _cut(others: list[str], last: str) -> tuple[str, str | None]:
    """Where the last item ends: as the others end, or before 在, 的, 占."""
    ends = {p[-1] for p in others}
    if len(ends) == 1 and (at := last.find(ends.pop())) > 0:
        return last[: at + 1], trimmed(last[at + 1 :]) or None
    m = re.match(r"(.{1,8}?)(?=在|的|占|对)(.+)$", last)
    return (m[1], trimmed(m[2]) or None) if m else (last, None)
