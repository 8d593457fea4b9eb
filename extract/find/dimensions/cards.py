"""Dimensions in label boxes: a name in a box of its own, and the judgement right of it or below it."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby

from extract.find.dimensions.statements import COUNTED, Statement
from extract.find.dimensions.subtitles import HOW, introduced
from extract.fold import fold
from extract.model import Box, Passage, union
from extract.numerals import ordinal
from extract.reading import Reading

__all__ = ["labels_beside"]

READ = ("heading", "paragraph", "list_item", "chart")
FEWEST = 3
_LABEL = re.compile(r"\s*(?P<name>[\u4e00-\u9fff]{2,8}?)(?:维度|分指数)?\s*")

Text = tuple[int, Passage, Box]


def labels_beside(reading: Reading, names: Collection[str]) -> list[Statement]:
    """The judgements that stand beside boxes with the names of dimensions: with `names`, or under a heading that leads to
    as many dimensions. Each label must have one judgement and each judgement one label.
    """
    numbered = ((i, t) for i, t in enumerate(reading.texts) if t.kind in READ and any(t.chars))
    return [s for _, page in groupby(numbered, key=lambda n: n[1].page) for s in _on_page(reading, list(page), names)]


def _on_page(reading: Reading, page: Sequence[tuple[int, Passage]], names: Collection[str]) -> Iterator[Statement]:
    texts = [(i, t, union([c.box for c in t.chars if c])) for i, t in page]
    for labels in _labels(texts, names):
        title = introduced(reading, labels[0][0])
        counted = COUNTED.search(title) if title else None
        if counted and ordinal(counted[1]) != len(labels):
            continue
        if names or title:
            yield from _paired(labels, [t for t in texts if t not in labels])


def _labels(texts: Sequence[Text], names: Collection[str]) -> Iterator[list[Text]]:
    """At least three short texts set alike, each another name."""
    by_size: dict[float, list[Text]] = defaultdict(list)
    for text in texts:
        m = _LABEL.fullmatch(fold(text[1].text))
        if m and (not names or m["name"] in names):
            by_size[round(text[1].size or text[2][3] - text[2][1])].append(text)
    for labels in by_size.values():
        if len(labels) >= FEWEST and len({fold(t.text) for _, t, _ in labels}) == len(labels):
            yield labels


def _paired(labels: Sequence[Text], others: Sequence[Text]) -> Iterator[Statement]:
    """The first kind of texts, set as titles first, of which each label has one at its side, else below it."""
    said = [(text, s) for text in others if (s := _judgement(text)).is_judgement]
    titles = [x for x in said if x[0][1].kind == "heading"]
    unstopped = [x for x in said if not x[0][1].text.rstrip().endswith("。")]
    for texts in (titles, unstopped, said):
        for distance in (_right, _below):
            if pairs := _each_one(labels, [t for t, _ in texts], distance):
                by_text = {t[0]: s for t, s in texts}
                yield from (_named(label, by_text[text[0]]) for label, text in pairs)
                return


def _judgement(text: Text) -> Statement:
    at, passage, _ = text
    end = len(passage.text.rstrip("。 \n"))
    return Statement("名称", passage.cut(0, end).text, at, passage.evidence(HOW, 0, end))


def _named(label: Text, said: Statement) -> Statement:
    m = _LABEL.fullmatch(fold(label[1].text))
    assert m
    return Statement(m["name"], said.text, said.at, said.evidence, label[1].evidence(HOW, *m.span("name")))


def _each_one(
    labels: Sequence[Text], texts: Sequence[Text], distance: Callable[[Box, Box], float | None]
) -> list[tuple[Text, Text]]:
    found: dict[int, list[tuple[Text, Text]]] = defaultdict(list)
    for text in texts:
        near = [(d, i) for i, label in enumerate(labels) if (d := distance(label[2], text[2])) is not None]
        if near:
            found[min(near)[1]].append((labels[min(near)[1]], text))
    whole = len(found) == len(labels) and all(len(pairs) == 1 for pairs in found.values())
    return [found[i][0] for i in range(len(labels))] if whole else []


def _right(label: Box, text: Box) -> float | None:
    """How far the middles of two texts are apart in height, if one stands right of the other and not much higher or lower."""
    apart = abs((label[1] + label[3]) - (text[1] + text[3])) / 2
    return apart if text[0] > label[2] and apart < 4 * (label[3] - label[1]) else None


def _below(label: Box, text: Box) -> float | None:
    """How far a text begins below a label that stands over it."""
    gap = text[1] - label[3]
    over = min(label[2], text[2]) - max(label[0], text[0]) > 0
    return gap if gap > -1 and over and gap < 6 * (label[3] - label[1]) else None
