"""Document numbers: `doc.spans["document_numbers"]`, label = family, `kb_id_` = the number as it is written officially.

NUMBER    国发〔2021〕29号 (GB/T 9704), also printed 国发[2021]29号, 国发（2021） 29 号
ORDER     国务院令第745号, 沪府令9号, 主席令第八十四号, 财政部 税务总局公告2021年第40号
STANDARD  GB/T 45288.1-2025, YD/T 4392.1-2023, DB11/T 1918-2021, T/CAAAD 003-2020, TC260-004, ISO 37122:2019
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extract.issuers import agency_of, code_in, issuer
from extract.prose import squeezed

__all__ = ["NAME", "Number", "numbers_in"]

NAME = "document_numbers"

YEAR = r"(?P<year>(?:19|20)\d\d)"
ISSUED = re.compile(
    rf"(?P<run>[\u4e00-\u9fff]{{1,30}})[〔［\[(（﹝【{{“]{YEAR}年?[〕］\])）﹞】}}”]第?(?P<n>\d{{1,5}}|\d{{1,3}}\s\d{{1,3}})号"
)
EDGES = "[［【，,、；;：:。"
COUNT = r"[\d一二三四五六七八九十百零〇]{1,6}"
ORDER = re.compile(
    rf"(?P<run>[\u4e00-\u9fff、]{{0,40}})(?P<what>令|公告)[(（]?(?P<year>(?:19|20)\d\d年)?(?:第(?P<n>{COUNT})|(?P<bare>\d{{1,4}}))号[)）]?"
    rf"|(?P<left>(?:19|20)\d\d年)第(?P<m>{COUNT})号(?P<kind>令|公告)"
)
OWN_ORDER = re.compile(r"(?:^|以|用|由|经|按)[部省市]令$")
OF_HOME = re.compile(r"(?:^|以|用|由|经|按)(?P<organ>(?:省|市|自治区)(?:人民)?政府)$")
"""省政府令第430号: the organ of the place that is spoken of."""
NO_ORDER = re.compile(r"[指口命政禁法号敕]令$")

INDUSTRIES = (
    "AQ|BB|CB|CH|CJJ|CJ|CY|DA|DL|DZ|EJ|FZ|GA|GC|GD|GH|GM|GY|HB|HG|HJ|HY|JB|JC|JGJ|JG|JR|JTG|JTS|JT|JY|LB|LD|LS|LY|MH|"
    "MT|MZ|NB|NY|QB|QC|QJ|QX|RB|SB|SC|SF|SH|SJ|SL|SN|SW|SY|TB|TD|TY|WB|WH|WM|WS|WW|XB|XF|YB|YC|YD|YS|YY|YZ|ZY"
)
BODY = r"\d+(?:[.—–-]\d+)*"
STANDARD = re.compile(
    rf"(?<![A-Za-z0-9/])(?:"
    rf"(?P<national>GB|GBZ|GBJ)\s?(?P<t>/\s?[TZ])?\s?(?P<a>\d{{2,6}}(?:\.\d+)*)(?P<ay>\s?[-—–]+\s?(?:19|20)?\d\d)?"
    rf"|(?P<local>DB\d{{2,6}})\s?(?P<lt>/\s?[TZ])?\s?(?P<b>\d{{1,5}}(?:\.\d+)*)(?P<by>\s?[-—–]+\s?(?:19|20)\d\d)"
    rf"|(?P<industry>{INDUSTRIES})\s?(?P<it>/\s?[TZ])?\s?(?P<c>\d{{1,5}}(?:\.\d+)*)(?P<cy>\s?[-—–]+\s?(?:19|20)?\d\d)"
    rf"|(?P<group>T/\s?[A-Z]{{2,10}})\s?(?P<d>\d{{1,6}}(?:\.\d+)*)(?P<dy>\s?[-—–]+\s?(?:19|20)\d\d)"
    rf"|(?P<tc>TC\d{{2,4}}-(?:[A-Z]{{2}}-)?\d{{3,6}}[A-Z]?)"
    rf"|(?P<world>ISO/IEC(?:/TS|/TR|/FDIS)?|ISO(?:/TS|/TR)?|IEC|IEEE|ITU-T)\s?(?P<e>[A-Z]\.\d+|P?\d{{3,6}}(?:[.-]\d+)*)(?P<ey>:\s?(?:19|20)\d\d|-(?:19|20)\d\d)?"
    rf")(?![A-Za-z0-9])"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A document number at `start` to `end`; `code` is the agency code of a NUMBER, the organ of an ORDER."""

    start: int
    end: int
    family: str
    text: str
    code: str
    year: int | None


def numbers_in(text: str) -> list[Number]:
    """All document numbers of a folded text, in order."""
    tight, offsets = squeezed(text)
    found = [*_issued(tight), *_orders(tight), *_standards(tight)]
    found.sort(key=lambda n: n.start)
    return [Number(offsets[n.start], offsets[n.end - 1] + 1, n.family, n.text, n.code, n.year) for n in found]


def _issued(text: str) -> Iterator[Number]:
    for m in ISSUED.finditer(text):
        run = m.group("run")
        # a whole cell, or a number taken before, is one by where it stands
        whole = m.end() - m.start() == len(text)
        start = 0 if whole and code_in(run, "（") == 0 else code_in(run, _edge(text[m.start() - 1 : m.start()]))
        if start is None:
            continue
        code, year = run[start:], int(m.group("year"))
        number = int("".join(m.group("n").split()))
        yield Number(m.start() + start, m.end(), "NUMBER", f"{code}〔{year}〕{number}号", code, year)


def _edge(before: str) -> str:
    if before in ("（", "("):
        return "（"
    return (before or "^") if before in EDGES else ""


def _orders(text: str) -> Iterator[Number]:
    for m in ORDER.finditer(text):
        if m.group("kind"):
            yield Number(m.start(), m.end(), "ORDER", m.group(), "", int(m.group("left")[:4]))
            continue
        what, year_printed = m.group("what"), m.group("year") or ""
        start, organ = _ordering_organ(m.group("run"))
        if m.group("bare") and not organ:
            continue
        if NO_ORDER.search(m.group("run")[-1:] + what) or (not organ and not _alone(text, m)):
            continue
        if what == "公告" and not year_printed:
            continue
        year = int(year_printed[:4]) if year_printed else None
        closed = m.group()[-1] in ")）" and not re.search(r"[(（]", m.group()[len(m.group("run")) :])
        end = m.end() - closed
        number = m.group("bare") or f"第{m.group('n')}"
        whose = organ or m.group("run")[start:]
        official = f"{whose}{what}{year_printed}{number}号"
        yield Number(m.start("run") + start, end, "ORDER", official, organ, year)


def _alone(text: str, m: re.Match[str]) -> bool:
    """Whether a 令 without an organ is a number all the same: （令第8号）, and 以部令第19号 where the sentence names the organ."""
    if OWN_ORDER.search(m.group("run") + m.group("what")):
        return True
    run_ends_here = not m.group("run")
    return run_ends_here and m.group("what") == "令" and not text[m.start() - 1 : m.start()].isalnum()


def _ordering_organ(run: str) -> tuple[int, str]:
    """Where in the run the name of the organ starts that gives the order, and its name; (len, "") if none does."""
    for start in range(len(run)):
        name = run[start:].removeprefix("中华人民共和国")
        if name == "主席":
            return start, name
        if name == "国":
            return start, "国务院"
        if run[start:] and issuer(run[start:]) and not issuer(run[start:]).country:  # type: ignore[union-attr]
            return start, name
        if 1 < len(name) <= 5 and (agency := agency_of(name)) and agency.issuer and agency.issuer.place:
            return start, name
    if home := OF_HOME.search(run):
        return home.start("organ"), home.group("organ")
    if OWN_ORDER.search(run + "令"):
        return len(run) - 1, ""
    return len(run), ""


def _standards(text: str) -> Iterator[Number]:
    for m in STANDARD.finditer(text):
        if m.group("tc"):
            yield Number(m.start(), m.end(), "STANDARD", m.group("tc"), "TC", None)
            continue
        key, kind, number = next(
            (k, t, n)
            for k, t, n in (("national", "t", "a"), ("local", "lt", "b"), ("industry", "it", "c"), ("group", "", "d"), ("world", "", "e"))
            if m.group(k)
        )  # fmt: skip
        if m.group("industry") and not (m.group("it") or m.group("cy")):
            continue
        tail = re.sub(r"[\s—–-]+", "-", m.group(number + "y") or "").replace(":-", ":")
        head = re.sub(r"\s", "", m.group(key) + (m.group(kind) or "" if kind else ""))
        year = re.search(r"(?:19|20)\d\d$", tail)
        official = f"{head} {m.group(number)}{tail}"
        yield Number(m.start(), m.end(), "STANDARD", official, head, int(year.group()) if year else None)


@Language.component(NAME)
def document_numbers(doc: Doc) -> Doc:
    """The component."""
    spans = [doc.char_span(n.start, n.end, label=n.family, kb_id=n.text) for n in numbers_in(doc.text)]
    doc.spans[NAME] = [s for s in spans if s is not None]
    return doc
