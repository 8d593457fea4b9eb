"""Titles under a heading that is only a place."""

from extract.find.case_studies.labels import bullet_of, is_numbered, ordinal_of
from extract.find.case_studies.opening import LONGEST_TITLE, SHORTEST_TOLD, STOPS, Opening
from extract.fold import fold
from extract.model import Passage
from extract.reading import Reading
from extract.words import pattern

__all__ = ["BARREN", "in_title_box", "is_profile", "title_line", "titles_under"]

SHORTEST_SUBTITLE = 6
"""Characters of a line under a place that may be its case's title."""
BARREN = ("caption", "source", "chart", "contents", "cell")
"""Kinds of texts that tell nothing of a case by themselves."""


def title_line(texts: list[Passage], opening: Opening, openings: dict[int, Opening]) -> int | None:
    """The heading right under a place that stands alone, followed by text: its title, whatever its level."""
    at = opening.index + 1
    if not opening.bare or texts[opening.index].kind != "heading":
        return None
    while at < len(texts) and is_profile(texts[at]):
        at += 1
    if at + 1 >= len(texts) or at in openings:
        return None
    told = texts[at].kind == "heading" and texts[at + 1].kind == "paragraph"
    return at if told and not is_numbered(texts[at].text) and not ordinal_of(texts[at].text) else None


def is_profile(text: Passage) -> bool:
    """Whether a line under a place gives a mark, its rank, its size: 综合得分：85.6 | 排名：3."""
    plain = text.kind == "paragraph" and len(text.text) <= LONGEST_TITLE and "。" not in text.text
    return plain and pattern("cases", "no_subtitle").search(fold(text.text).strip()) is not None


def titles_under(reading: Reading, opening: Opening, last: int) -> list[int]:
    """Where titles stand under a heading that is only a place: ● 智慧公交站, or one heading without a number."""
    texts, first = reading.texts, opening.index
    inside = [i for i in range(first + 1, last + 1) if texts[i].kind not in BARREN]
    while inside and is_profile(texts[inside[0]]):
        inside = inside[1:]
    if not inside:
        return []
    head = texts[inside[0]]
    if head.kind == "heading" and head.box_id == texts[first].box_id and in_title_box(texts, first):
        return inside[:1]
    if texts[first].kind == "heading" and _is_subtitle(texts, inside[0]):
        return inside[:1]
    bullet = bullet_of(head.text)
    if not _is_title(head) or (ordinal_of(head.text) and bullet is None):
        return []
    alike = [
        i
        for i in inside
        if texts[i].kind == head.kind
        and texts[i].level == head.level
        and bullet_of(texts[i].text) == bullet
        and _is_title(texts[i])
    ]
    told = [i for i in alike if i < last and texts[i + 1].kind == "paragraph"]
    if bullet is None:
        return alike if head.kind == "heading" and len(alike) == 1 else []
    return told if told == alike else []


def in_title_box(texts: list[Passage], at: int) -> bool:
    """Whether a heading stands in a box that holds nothing but titles: what they head stands outside of it."""
    own = texts[at]
    inside = [t for t in texts if t.box_id == own.box_id and t.page == own.page] if own.box_id is not None else []
    return own.kind == "heading" and bool(inside) and all(t.kind in ("heading", "chart") for t in inside)


def _is_title(passage: Passage) -> bool:
    text = passage.text.strip()
    return passage.kind in ("heading", "list_item") and len(text) <= LONGEST_TITLE and text[-1:] not in STOPS


def _is_subtitle(texts: list[Passage], at: int) -> bool:
    """Whether a line of its own between a place and the text about it is the case's title: no sentence, mark or author."""
    line = texts[at]
    text = fold(line.text).strip()
    told = at + 1 < len(texts) and texts[at + 1].kind == "paragraph" and _tells(texts[at + 1].text.strip())
    words = SHORTEST_SUBTITLE <= len(text) <= LONGEST_TITLE and text[-1] not in f"{STOPS},，、:：…"
    plain = line.kind == "paragraph" and told and words and len(text) < len(texts[at + 1].text)
    return plain and not ordinal_of(text) and not pattern("cases", "no_subtitle").search(text)


def _tells(text: str) -> bool:
    """Whether a text is a sentence, if one without its full stop, as slides print them."""
    return text[-1:] in STOPS or (len(text) >= SHORTEST_TOLD and "，" in text)
