"""What a number alone on its line counts: the words under it, over it or beside it, as on cards with large numbers.

43.8万亿元 / 2023年我国产业数字化规模; 累计服务企业 / 2.4万家次.
"""

import re
from collections.abc import Iterator

from extract.find.texts import sentence_texts
from extract.fold import fold
from extract.model import Box, Passage, union
from extract.prose import Prose
from extract.reading import Reading
from extract.spans.quantities import Quantity, quantities
from extract.words import pattern

__all__ = ["counted", "is_alone", "label_of"]

LONGEST = 30
"""Characters."""
AROUND = 12
"""Texts before and after a number among which its label is looked for."""
NEAR = 2.2
"""Sizes of the number by which its label stands over or under it at most."""
ACROSS = 40.0
"""Sizes of a label by which it stands before its number on one line at most."""
SMALLER = 0.86
"""Times the size of the number that its label is set in at most, where it stands over or beside it."""
COMPARED = re.compile(r"(?<=..)[（(，,]?(?:(?:较|比)(?:上年|去年|上一?年度|上期|20\d\d年)|同比|环比)[^，。]*\d.*$")
"""What a label goes on to say of another number: 较上年提高2.3分."""
KINDS = ("paragraph", "heading", "chart", "caption")


def label_of(reading: Reading, index: int, told: Prose, numbers: list[Quantity]) -> tuple[str, Passage] | None:
    """The words that name the number which `texts[index]` consists of, and the passage they stand in."""
    if not is_alone(told, numbers):
        return None
    own = reading.texts[index]
    around = list(_around(reading, index))
    labels = [t for t in around if _is_label(t)]
    numbers_near = [t for t in around if re.match(r"\W{0,2}\d", t.text) and not _is_label(t)]
    found = _only(own, labels) if own.box_id is not None else _nearest(own, labels, numbers_near)
    return (_words(found), found) if found else None


def counted(reading: Reading) -> frozenset[int]:
    """The ids of the passages that name what a number over or under them counts: 12个 / 省级行业产业大脑."""
    found = set()
    for index, _, told in sentence_texts(reading):
        numbers = quantities(told.masked)
        several = len(numbers) == 1 and numbers[0].kind == "count" and numbers[0].value > 1
        if several and (label := label_of(reading, index, told, numbers)):
            found.add(id(label[1]))
    return frozenset(found)


def is_alone(told: Prose, numbers: list[Quantity]) -> bool:
    """Whether a text is but one number with its unit."""
    if len(numbers) != 1:
        return False
    rest = told.masked[: numbers[0].start] + told.masked[numbers[0].end :]
    return not re.sub(r"[\s+＋约超近达逾次余多]", "", rest)


def _around(reading: Reading, index: int) -> Iterator[Passage]:
    """The texts near one in reading order, on its page and in its box, or outside of boxes as itself."""
    own = reading.texts[index]
    for i in range(max(0, index - AROUND), min(len(reading.texts), index + AROUND + 1)):
        other = reading.texts[i]
        if i != index and other.page == own.page and other.box_id == own.box_id and other.grid is None:
            yield other


def _words(text: Passage) -> str:
    """The words of a label, without what it goes on to compare: 综合指数均值, of 综合指数均值较上年提高2.3分."""
    return COMPARED.sub("", re.sub(r"\s", "", text.text))


def _is_label(text: Passage) -> bool:
    words = _words(text)
    told = text.kind in KINDS and len(words) <= LONGEST and not re.search(r"[，。；：！？《》]", words)
    return told and bool(re.search("[\u4e00-\u9fff]{2}", words)) and not quantities(words)


def _only(own: Passage, labels: list[Passage]) -> Passage | None:
    """The label of a number in its box: the first one under it, else the last one over it."""
    top = _box(own)[1]
    labels = [t for t in labels if not pattern("measurements", "remark").search(fold(t.text))] or labels
    under = [t for t in labels if _box(t)[1] > top]
    return next(iter(under or labels[-1:]), None)


def _nearest(own: Passage, labels: list[Passage], others: list[Passage]) -> Passage | None:
    """The label of a number that no box frames: what stands in line with it and nearest, over, under or beside it.

    What stands over it, under another number that is as near, is that one's.
    """
    found = []
    for i, label in enumerate(labels):
        gap = _gap(own, label)
        over = _box(label)[1] < _box(own)[1] - 1
        taken = over and any(
            (g := _gap(n, label)) is not None and g <= (gap or 0) and _box(n)[1] < _box(label)[1] for n in others
        )
        if gap is not None and not taken:
            found.append((round(gap), over, i))
    return labels[min(found)[2]] if found else None


def _gap(own: Passage, label: Passage) -> float | None:
    """Points between a number and a label in line with it; None where it is not its label."""
    a, b = _box(own), _box(label)
    em, size = max(own.size, 1.0), max(label.size, 1.0)
    smaller = own.size == 0 or label.size <= SMALLER * own.size
    level = min(a[3], b[3]) - max(a[1], b[1]) > 0.5 * min(a[3] - a[1], b[3] - b[1])
    if level:
        behind, before = b[0] - a[2], a[0] - b[2]
        near = 0 <= behind < 3 * em or 0 <= before < ACROSS * size
        return max(behind, before) if smaller and near else None
    inline = abs(a[0] - b[0]) < size or abs((a[0] + a[2]) - (b[0] + b[2])) < 2 * size
    down, up = b[1] - a[3], a[1] - b[3]
    within = NEAR * em if own.size else 15.0
    if not inline or not -0.5 * em < max(down, up) < within:
        return None
    return max(down, up) if down > up or smaller else None


def _box(text: Passage) -> Box:
    return union([c.box for c in text.chars if c])
