"""Where a place stands that a sentence says has moved: in the one list of the paper that has it."""

from collections.abc import Iterable, Sequence

from extract.words import pattern
from schema import Evidence
from schema.ranking import Ranking, RankingEntry
from schema.tier import RankChange

__all__ = ["Text", "sentence_of", "with_ranks"]

Text = tuple[int, int, str]
"""First page, last page, text."""
SENTENCE_ENDS = "。；！？\n"


def with_ranks(changes: Sequence[RankChange], rankings: Iterable[Ranking], texts: Sequence[Text]) -> list[RankChange]:
    """The moves, each with its rank: as told, else that of the one ordered list that has the place.

    A move in a part of the index (在信息基础维度上升2位) is not one in the list.
    """
    lists = [r for r in rankings if r.told == "table" and r.criterion is None and r.ordered]
    return [_with_rank(change, lists, texts) for change in changes]


def _with_rank(change: RankChange, lists: list[Ranking], texts: Sequence[Text]) -> RankChange:
    if change.rank is not None or pattern("editions", "in_a_part").search(sentence_of(texts, change.evidence)):
        return change
    rows = [e for r in lists for e in r.entries if change.city == (e.city or e.province)]
    if len(rows) != 1 or rows[0].rank is None:
        return change
    return change.model_copy(update={"rank": rows[0].rank, "evidence": [*change.evidence, _rank_box(rows[0])]})


def _rank_box(entry: RankingEntry) -> Evidence:
    return next((e for e in entry.evidence if e.text.strip() == str(entry.rank)), entry.evidence[0])


def sentence_of(texts: Sequence[Text], boxes: Sequence[Evidence]) -> str:
    """The sentence, without white space, that the words of some boxes stand in; the words alone where it isn't found."""
    words = _bare("".join(box.text for box in boxes if box.how == boxes[0].how))
    for first, last, text in texts:
        bare = _bare(text)
        if first <= boxes[0].page <= last and (at := bare.find(words)) >= 0:
            start = max(bare.rfind(end, 0, at) for end in SENTENCE_ENDS) + 1
            ends = [n for end in SENTENCE_ENDS if (n := bare.find(end, at + len(words))) >= 0]
            return bare[start : min(ends, default=len(bare))]
    return words


def _bare(text: str) -> str:
    return "".join(text.split())
