"""Every 《…》 of a paper, with the words around it: one Citation each."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.chains import chains
from extract.context import place_of, sentence_of, whole_paper
from extract.find.policies.beside import (
    EDGES,
    NEAR,
    SET,
    number_over,
    tells_at_most_who,
    told_in_line,
    told_in_lines,
)
from extract.find.policies.footnotes import numbers_in_notes
from extract.find.policies.genres import Genre
from extract.find.policies.identity import akin, country_of, with_organ
from extract.find.policies.model import Around, Citation, Stretch, Told
from extract.find.policies.numbers import numbered_titles, take_number
from extract.find.policies.parsing import abroad_at_start, parse
from extract.find.policies.rows import told_in_row
from extract.find.policies.sentence import (
    JOINTLY,
    aliases,
    balanced,
    follows_nation,
    groups,
    is_of_nation,
    quotation,
    told_by,
    year_inside,
)
from extract.fold import fold
from extract.issuers import issuers_in
from extract.places import Place, gazetteer
from extract.reading import Reading
from extract.spans.document_numbers import numbers_in
from extract.spans.titles import brackets
from extract.words import lexicon, pattern

__all__ = ["citations", "locate"]

BETWEEN_TITLES = re.compile(r"^[\s、，,和与及/／]*(?:以及|及其)?$")
CARRYING = re.compile(r"(?P<head>[\u4e00-\u9fff\s]{0,40}?关于(?:印发|发布|转发|公布|批转|下发))$")
CARRIED = re.compile(r"^的(?:通知|公告|通告|决定)")
UPON = re.compile(
    r"^(?:[（(][^（）()]*[)）])?(?:正式|对外)?(?:印发|出台|发布|实施|施行|颁布|公布)(?:之后|以后|以来|后)"
)
"""国务院办公厅《…》印发后，衢州率先建立…: the place acts upon it."""
LABEL_ABROAD = re.compile(r"^\W*(?:在|从)?(?P<whose>[\u4e00-\u9fff]{2,8}[：:，,—])")
LABEL_ENDS = re.compile(r"^(?:方面|则|也|的?做法)?[：:，,—]")
SHORT_LABEL = 8
"""Characters: a longer line over a text is no label."""


def citations(reading: Reading, all_stretches: list[Stretch]) -> list[Citation]:
    """Every title in book brackets, in reading order, save the short forms that a definition names."""
    found: list[Citation] = []
    for n, stretch in enumerate(all_stretches):
        here = _in_stretch(reading, stretch)
        if here:
            over = all_stretches[max(0, n - NEAR) : n][::-1]
            number_over(here[0], over, {id(c.number_in) for c in found})
            later = _number_line(here, all_stretches[n + 1 : n + 1 + NEAR])
            _quote_lines(here, later, all_stretches[n - 1] if n else None)
            _settle(reading, stretch, here)
        found += here
    numbers_in_notes(all_stretches, found)
    told_in_lines(all_stretches, [c for c in found if not c.row_issuers])
    return found


def _in_stretch(reading: Reading, stretch: Stretch) -> list[Citation]:
    """The titles of a text, save the short forms that it defines."""
    text = stretch.tight
    numbers = numbers_in(text)
    spans = [_with_carrier(text, lo, hi) for lo, hi in brackets(text).titles]
    spans = sorted([*spans, *numbered_titles(text, numbers, spans)])
    found: list[Citation] = []
    spoken_of: Place | None = None
    last = Told()
    for run in _runs(text, spans):
        around = _around(text, run, spans)
        own_place = parse(text[slice(*run[0])].strip("《》")).place
        told = told_by(around, _home(reading, stretch, run[0][0]) or spoken_of or own_place)
        if told.elided and last.by_verb and sentence_of(text, found[-1].start) == sentence_of(text, run[0][0]):
            told = replace(told, issuers=last.issuers, complete=last.complete, year=told.year or last.year)
        last = told
        spoken_of = next((i.place for i in told.issuers if i.place), spoken_of)
        for k, (lo, hi) in enumerate(run):
            title = parse(stretch.run.text[slice(*stretch.back(lo + 1, hi - 1))] if text[lo] == "《" else text[lo:hi])
            following = text[hi : run[k + 1][0] if k + 1 < len(run) else len(text)]
            around_this = Around(around.before, around.after, following, around.earlier)
            own = _without_strangers(told, title.place)
            c = Citation(stretch, lo, hi, title, around=around_this, told=own)
            take_number(c, numbers, spans)
            if title.genre is None:
                c.title = replace(title, genre=_genre_behind(following))
            c.aliases = aliases(following)
            c.row_year = year_inside(following)
            if quote := quotation(following):
                c.quoted = _words(stretch, hi + quote[0], hi + quote[1])
            found.append(c)
    defined = {(c.end, a) for c in found for a in c.aliases}
    return [c for c in found if not _in_definition(c, defined, text)]


def _settle(reading: Reading, stretch: Stretch, found: list[Citation]) -> None:
    """Puts into the citations of a text whose they are."""
    for c in found:
        locate(reading, c)
        told_in_row(c, len(found))
    abroad = {sentence_of(stretch.tight, c.start) for c in found if country_of(c)}
    for c in found:
        c.beside_foreign = sentence_of(stretch.tight, c.start) in abroad and not country_of(c)


def _without_strangers(told: Told, place: Place | None) -> Told:
    """What is told of a title that names its place: an organ of another place (…市政府办公厅下发《…》，《别市办法》) issues none."""
    if place is None or all(i.place is None or akin(i.place, place) for i in told.issuers):
        return told
    return replace(told, issuers=(), complete=False)


def _genre_behind(following: str) -> Genre | None:
    """The genre that stands outside the brackets: 《智慧国2.0》计划."""
    words = lexicon("publications")["kinds_behind"]
    word = max((w for w in words if following.startswith(w)), key=len, default=None)
    return Genre(word, "told", word) if word else None


def _with_carrier(text: str, lo: int, hi: int) -> tuple[int, int]:
    """国务院办公厅关于印发《…方案》的通知 without brackets of its own: the title is the whole."""
    head, tail = CARRYING.search(text[:lo]), CARRIED.match(text[hi:])
    if not head or not tail:
        return lo, hi
    start = lo - len(head.group("head"))
    words = head.group("head")
    cut = max(
        (words.rfind(w) + len(w) for w in ("根据", "按照", "依据", "落实", "印发了", "发布了", "贯彻") if w in words),
        default=0,
    )
    return start + cut, hi + tail.end()


def _runs(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Titles that follow each other but for separators, numbers in brackets and short forms: 《A》（…）、《B》和《C》."""

    def follows(title: tuple[int, int], after: tuple[int, int]) -> bool:
        gap = text[title[1] : after[0]]
        return bool(BETWEEN_TITLES.match(gap[groups(gap)[1] :]))

    return chains(spans, follows)


def _around(text: str, run: list[tuple[int, int]], spans: list[tuple[int, int]]) -> Around:
    start, end = run[0][0], run[-1][1]
    lo, _ = sentence_of(text, start)
    _, hi = sentence_of(text, max(end - 1, 0))
    before_run = max((b for a, b in spans if b <= start), default=0)
    after_run = min((a for a, b in spans if a >= end), default=len(text))
    _, skip = groups(text[end:])
    return Around(
        before=text[max(lo, before_run) : start],
        after=text[min(end + skip, len(text)) : min(max(hi, end + skip), after_run)],
        next=text[end:after_run],
        earlier=text[max(0, lo - 200) : lo],
    )


def _in_definition(c: Citation, defined: set[tuple[int, str]], text: str) -> bool:
    """Whether it is the short form in （以下简称《规划》）."""
    for end, alias in defined:
        _, length = groups(text[end:])
        inside = end < c.start < end + max(length, 0) or (not length and end < c.start <= end + 12)
        if inside and c.title.text == alias:
            return True
    return False


def _number_line(found: list[Citation], later: list[Stretch]) -> list[Stretch]:
    """The texts behind a title alone on its line, without the line below that tells its number and who issued it."""
    c = found[-1] if found else None
    if (
        c is None
        or not later
        or c.number
        or c.stretch.tight[c.end :].strip("。：: ")
        or c.stretch.passage.kind == "cell"
    ):
        return later
    for n, line in enumerate(later[:2]):
        if n and not _is_line_between(later[0], c):
            break
        numbers = [x for x in numbers_in(line.tight) if tells_at_most_who(line.tight[: x.start], c.title.place)]
        if (
            not numbers
            or "《" in line.tight
            or line.passage.kind == "note"
            or not (named := with_organ(numbers[0], c.title.place))
        ):
            continue
        who = (line.tight[: numbers[0].start] + line.tight[numbers[0].end :]).strip(EDGES)
        if n and who:
            break
        c.number, c.number_span, c.number_in = named, (numbers[0].start, numbers[0].end), line
        c.row_issuers = tuple(issuers_in(JOINTLY.sub("", who), c.title.place) or ()) if who else ()
        return [x for x in later if x is not line]
    return later


def _is_line_between(line: Stretch, c: Citation) -> bool:
    """Whether a line of a title's own box may stand between it and its number: who issued it, or when."""
    inside = line.passage.page == c.stretch.passage.page and line.passage.box_id == c.stretch.passage.box_id
    told = line.passage.kind in SET
    return inside and told and told_in_line(line.tight, c.title.place)


def _quote_lines(found: list[Citation], later: list[Stretch], previous: Stretch | None) -> None:
    """A title alone on its line with a quotation below, or behind a quotation and a dash."""
    if not found:
        return
    c, text = found[-1], found[-1].stretch.tight
    _, length = groups(text[c.end :])
    rest = text[c.end + length :].strip("。：: ")
    if c.quoted is None and not rest and later and later[0].tight.startswith("“"):
        c.quoted = _quoted_below(later)
    first = found[0]
    before = text[: first.start].rstrip("—-– ")
    if (first.quoted is None and before != text[: first.start]) or (not before and text.startswith("—")):
        source = before or (previous.tight if previous else "")
        m = re.search(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”[。]?$", source)
        whose = first.stretch if before else previous
        first.quoted = _words(whose, *m.span(1)) if m and whose else first.quoted


def _words(stretch: Stretch, start: int, end: int) -> str:
    """The words at a stretch of `tight` as they stand in the paper."""
    lo, hi = stretch.back(start, end)
    return stretch.run.text[lo:hi].strip()


def _quoted_below(later: list[Stretch]) -> str | None:
    """What stands in the quotation marks that open the next text, also where they close in a later one."""
    length = balanced("".join(s.tight for s in later)[1:])
    found, start = "", 1
    for s in later:
        end = min(start + length, len(s.tight))
        found += _words(s, start, end) if end > start else ""
        length -= end - start
        if length <= 0:
            break
        start = 0
    return found or None


def _places_inside(reading: Reading, index: int, start: int, end: int) -> list[Place]:
    """The provinces and cities that a title names anywhere: 关于深化数字福建建设的意见."""
    spans = [s for s in reading.docs[index].spans["places"] if start <= s.start_char < end]
    places = [gazetteer().by_code[s.kb_id_] for s in spans if s.kb_id_]
    return list(dict.fromkeys(p for p in places if p.level != "county"))


def label_abroad(reading: Reading, index: int, offset: int) -> str | None:
    """The country or international body that opens the sentence as its label, or stands over the text."""
    text = reading.texts[index]
    if text.kind == "cell":
        return None
    folded = fold(text.text)
    lo, _ = sentence_of(folded, offset)
    if m := LABEL_ABROAD.match(folded[lo:offset]):
        name = abroad_at_start(m.group("whose"))
        return name if name and LABEL_ENDS.match(m.group("whose")[len(name) :]) else None
    before = reading.texts[index - 1] if index else None
    section = reading.section_of(text)
    lines = [before.text] if before and before.kind != "cell" and len(before.text) <= SHORT_LABEL else []
    lines += [section.title] if section else []
    for line in lines:
        title = pattern("subjects", "ordinal").sub("", fold(line)).strip()
        name = abroad_at_start(title)
        if name and (title == name or not re.search(r"中国|我国|国内|[、和与]", title)):
            return name
    return None


def _home(reading: Reading, stretch: Stretch, at: int) -> Place | None:
    index, offset = stretch.where(at)
    case = reading.case_at(index)
    return (case.place if case else None) or place_of(reading, index, offset, offset + 1)


def _is_named(reading: Reading, index: int, offset: int, place: Place) -> bool:
    """Whether the sentence names the case's place or its province: 国务院印发《…》，赋予贵州…的定位, in the case of 贵阳."""
    lo, hi = sentence_of(fold(reading.texts[index].text), offset)
    codes = {p.code for p in (place, gazetteer().province_of(place)) if p}
    return any(s.kb_id_ in codes for s in reading.docs[index].spans["places"] if lo <= s.start_char < hi)


def locate(reading: Reading, c: Citation) -> None:
    """Puts into a citation which place it is about, by its title and by the text around."""
    index, offset = c.stretch.where(c.start)
    if c.form == "full" and not c.title.names_place:
        inside = _places_inside(reading, index, offset, offset + c.end - c.start)
        c.title = replace(c.title, place=inside[0] if len(inside) == 1 else None, names_place=bool(inside))
    before = c.around.before if c.around else ""
    if c.form == "full" and not (c.title.names_place or c.told.issuers or c.title.issuers):
        c.under = label_abroad(reading, index, offset)
    c.of_nation = is_of_nation(before) and not c.told.strong
    if not c.of_nation or follows_nation(before) or (c.around and UPON.match(c.around.next)):
        case = reading.case_at(index)
        c.place = place_of(reading, index, offset, offset + 1)
        if (
            case
            and c.place in (None, gazetteer().province_of(case.place))
            and _is_named(reading, index, offset, case.place)
        ):
            c.place = case.place
        c.in_case = case is not None
        c.by_paper = not c.in_case and c.place == reading.once(whole_paper)
