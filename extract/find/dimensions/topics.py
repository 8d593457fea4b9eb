"""Judgements on dimensions in running text: 在准备度上，…。平台层方面，…。就数据层而言，…。至于利用层，…。"""

import re
from collections.abc import Collection, Iterator

from extract.chains import chains
from extract.find.dimensions.statements import Statement, sentence_end
from extract.fold import fold
from extract.reading import Reading
from extract.words import pattern

__all__ = ["topics"]

HOW = "dimension statement"
NEAR = 3
"""Texts from one judgement of a run to the next."""

_NOUN = r"(?:维度|分指数|一级指标|指标|指数|领域)"
_TOPIC = re.compile(
    rf"(?:(?:在|从|就|至于|对于|关于)(?P<led>[\u4e00-\u9fff]{{2,8}}?){_NOUN}?(?:方面|层面|上|来看|来说|而言|看)?"
    rf"|(?P<bare>[\u4e00-\u9fff]{{2,8}}?)(?:{_NOUN}(?:方面|上|来看|看)?|方面|层面|上|来看))[，：:]"
)


def topics(reading: Reading, names: Collection[str]) -> list[Statement]:
    """Sentences that open with a topic and judge it: of known `names`, most of them one after the other; or a run of at
    least three under a heading that speaks of dimensions.
    """
    found = list(_all(reading))
    kept: list[Statement] = []
    for run in chains(found, lambda a, b: b.at - a.at <= NEAR):
        known = [s for s in run if s.name in names]
        if len({s.name for s in known}) >= max(2, 0.6 * len(names)):
            kept += known
        elif len({s.name for s in run}) == len(run) > 2 and _headed(reading, run[0]):
            kept += run
    return kept


def _all(reading: Reading) -> Iterator[Statement]:
    for at, (text, doc) in enumerate(zip(reading.texts, reading.docs, strict=True)):
        if text.kind not in ("paragraph", "list_item"):
            continue
        folded = fold(text.text)
        for start in (0, *(m.end() for m in re.finditer(r"[。！？]", folded))):
            m = _TOPIC.match(folded, start)
            if m is None:
                continue
            group = "led" if m["led"] else "bare"
            end = m.end() + sentence_end(folded[m.end() :])
            placed = any(start <= p.start_char < end for p in doc.spans.get("places", []))
            named = text.evidence(HOW, *m.span(group))
            said = Statement(m[group], text.cut(m.end(), end).text, at, text.evidence(HOW, m.end(), end), named)
            if said.is_judgement and not placed:
                yield said


def _headed(reading: Reading, first: Statement) -> bool:
    section = reading.section_of(reading.texts[first.at])
    return section is not None and pattern("dimensions", "introducing").search(fold(section.title)) is not None
