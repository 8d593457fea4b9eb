"""What a column's header says of it: its role (rank, city, province, score, ...), of what, and of which year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.fold import fold
from extract.numerals import ordinal
from extract.words import pattern

__all__ = ["Header", "header_of", "plain", "says"]

ROLES = (
    "prior_rank", "change", "rank_in_province", "sequence", "ordinal", "rank", "province", "county", "city", "region",
    "tier", "place", "score", "dimension", "other",
)  # fmt: skip
"""In the order they are tried."""

HAN = re.compile(r"[\u4e00-\u9fff]")
UNIT = re.compile(
    r"[（(\[【]\s*(?:单位\s*[:：]?)?\d*\s*(?:分|%|％|‰|位|名|个|家|[百千万亿]*[元人吨户件台个]|平方公里|km2|[Pp]oints?|[Ss]core|"
    r"rmb.{0,12}|[百千万亿]+.{0,4}|满分.{0,6}|正为.{0,12}|.{0,4}百分制)\s*[)）\]】]"
)
ASIDE = re.compile(r"[（(\[【]([^（()）]{1,12})[)）\]】]\s*$")
"""What a header says in brackets stands in brackets in its cells: 排名（上年排名）, 排名（变化）."""
MARKS = re.compile(r"[\s/、（）()\[\]【】·|,，:：*※①-⑳↑↓▲▼△▽]+")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
YEAR_ONLY = re.compile(r"^20\d\d年?度?$")
MEDALS = {"冠军": 1, "榜首": 1, "亚军": 2, "季军": 3}


@dataclass(frozen=True, slots=True)
class Header:
    """A column's header. `text` is its lowest line to match, `printed` the same as printed, `above` what stands over it.

    `of` says of what the role is (信息基础), `year` of which year, `number` which rank a column of one rank is of.
    """

    text: str = ""
    printed: str = ""
    above: str = ""
    role: str | None = None
    of: str = ""
    year: int | None = None
    number: int | None = None

    @property
    def names_year(self) -> bool:
        """Whether it says nothing but a year."""
        return YEAR_ONLY.match(self.text) is not None

    @property
    def subject(self) -> str | None:
        """What the column measures, where the header says so."""
        return self.of or self.above or None


def plain(text: str) -> str:
    """A header to match: folded, lower case, without units in brackets; without white space and marks in Chinese."""
    return squeezed(text).lower()


def squeezed(text: str) -> str:
    """The same without lower case."""
    text = _without_aside(UNIT.sub("", fold(text).strip()).strip())
    if HAN.search(text):
        return MARKS.sub("", text)
    return " ".join(text.replace("/", "").replace("(", " ").replace(")", " ").split()) if len(text) > 3 else text


def _without_aside(text: str) -> str:
    """A header without the rank of another year, or its change, that stands behind the rank in brackets."""
    m = ASIDE.search(text)
    aside = MARKS.sub("", m[1]).lower() if m else ""
    told = aside and any(pattern("headers", role).search(aside) for role in ("prior_rank", "change"))
    return text[: m.start()].strip() if m and m.start() and told else text


def says(key: str, text: str) -> bool:
    """Whether a text matches a pattern of headers.yml."""
    return pattern("headers", key).search(plain(text)) is not None


def header_of(path: Sequence[str]) -> Header:
    """The header of a column from its cells, top down; a merged cell that repeats counts once."""
    parts: list[str] = []
    for text in path:
        if text.strip() and (not parts or text.strip() != parts[-1]):
            parts.append(text.strip())
    if not parts:
        return Header()
    last, above = squeezed(parts[-1]), "".join(squeezed(p) for p in parts[:-1])
    year = YEAR.search(last) or YEAR.search(above)
    if YEAR_ONLY.match(above):
        above = ""
    known = Header(last.lower(), parts[-1], above, year=int(year[1]) if year else None)
    for text in dict.fromkeys((*_tongues(last), last, above + last, last + above, above)):
        for role in ROLES:
            if m := pattern("headers", role).search(text.lower()):
                return _with(known, role, m, text, alone=text == last)
    return known


def _tongues(text: str) -> list[str]:
    """The Chinese of a header printed in two languages (城市 City), if both say the same."""
    chinese, english = re.sub(r"[a-zA-Z.\s]+", "", text), " ".join(re.findall(r"[a-zA-Z.]+", text)).lower()
    same = chinese and english and _roles(chinese)[:1] == _roles(english)[:1] != []
    return [chinese] if same else []


def _roles(text: str) -> list[str]:
    return [role for role in ROLES if pattern("headers", role).search(text)]


def _with(known: Header, role: str, m: re.Match[str], text: str, *, alone: bool) -> Header:
    named = m.groupdict()
    start, end = m.span("of") if named.get("of") else (0, 0)
    of = text[start:end].strip(" 的")
    return replace(known, above=known.above if alone else "", role=role, of=of, number=_number(named))


def _number(named: dict[str, str | None]) -> int | None:
    for key in ("number", "top", "th", "bare"):
        if text := named.get(key):
            return ordinal(text)
    return MEDALS.get(named.get("medal") or "")
