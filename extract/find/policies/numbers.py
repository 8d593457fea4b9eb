"""The document numbers that a text gives to its titles, and the titles that only a number behind them tells.

国务院关于加强数字政府建设的指导意见（国发〔2022〕14号） needs no book brackets: an organ, 关于, a genre, a number.
"""

import re
from collections.abc import Iterator, Sequence

from extract.context import sentence_of
from extract.find.policies.genres import genre_of
from extract.find.policies.identity import with_organ
from extract.find.policies.model import Citation
from extract.find.policies.sentence import groups
from extract.issuers import issuers_in
from extract.spans.document_numbers import Number

__all__ = ["numbered_titles", "take_number"]

NUMBERED = re.compile(r"(?:文号|字号|编号|文件号)[为是:：]?$")
ISSUED_AS = re.compile(r"[以用](?:中华人民共和国)?$")
ISSUED_SO = re.compile(r"(?:文件?)?(?:的?形式)?(?:正式|对外)?(?:印发|公布|发布|颁布|下发|出台|通知)")
LEADS_TO_TITLE = re.compile(
    r"[）)号文的关于标准：:]*|[）)]?文?(?:件)?(?:的?形式)?(?:正式|对外)?(?:印发|公布|发布|颁布|下发|出台|颁行)(?:实施|施行)?[了的]?"
)
"""What may stand between a number and the title it is of: 以国务院令第722号公布的《…》."""
SET_APART = re.compile(r"[，,、|｜丨/·:：—-]{0,2}(?:(?:发文)?(?:文号|字号)[：:]?)?")
"""What may stand between a title and the number set behind it."""
LONGEST = 120
BEGINS = re.compile(r"[，。；：！？《》\s]")
"""Where the clause of a title begins at the earliest."""


def numbered_titles(
    text: str, numbers: Sequence[Number], bracketed: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Start and end of each such title in a text without stray spaces, outside of the titles in book brackets."""
    for n in numbers:
        end = n.start - 1
        if (
            n.family == "STANDARD"
            or text[end : n.start] not in tuple("（([【")
            or text[n.end : n.end + 1] not in tuple("）)]】")
        ):
            continue
        low = max((m.end() for m in BEGINS.finditer(text, max(0, end - LONGEST), end)), default=max(0, end - LONGEST))
        start = _organ_before(text, low, end)
        if start is None or any(a < end and start < b for a, b in bracketed):
            continue
        if (genre := genre_of(text[start:end])) and genre.strength == "strong":
            yield start, end


def _organ_before(text: str, low: int, end: int) -> int | None:
    """Where the organ begins that issues what 关于 is about; None where no known organ does."""
    about = text.find("关于", low, end)
    if about < 0:
        return None
    return next((k for k in range(low, about - 1) if issuers_in(text[k:about])), None)


def take_number(c: Citation, numbers: list[Number], spans: list[tuple[int, int]]) -> None:
    """The document number in the brackets right behind the title, right before it, in the title itself, or told in the sentence."""
    text = c.stretch.tight
    _, length = groups(text[c.end :])
    behind = [n for n in numbers if c.end < n.start and n.end <= c.end + length]
    behind = behind or _set_behind(text, c.end + length, numbers, spans)
    before = [n for n in numbers if n.end <= c.start and LEADS_TO_TITLE.fullmatch(text[n.end : c.start])]
    taken = before and any(b <= before[-1].start <= b + groups(text[b:])[1] for a, b in spans if b <= c.start)
    chosen = behind[0] if behind else (before[-1] if before and not taken else None)
    if chosen and (named := with_organ(chosen, c.title.place)):
        c.number, c.number_span = named, (chosen.start, chosen.end)
    elif c.title.number:
        c.number = c.title.number.text
    else:
        _told_number(c, numbers, spans)


def _set_behind(text: str, at: int, numbers: list[Number], spans: list[tuple[int, int]]) -> list[Number]:
    """The number set right behind a title without brackets, as in columns and chronicles: 《…规划》 国发〔2021〕29号.

    Not in a text whose first title follows its number: there each number leads to the next title.
    """
    leads = any(n.end <= spans[0][0] and LEADS_TO_TITLE.fullmatch(text[n.end : spans[0][0]]) for n in numbers)
    near = [n for n in numbers if at <= n.start and SET_APART.fullmatch(text[at : n.start])]
    return [] if leads else near[:1]


def _told_number(c: Citation, numbers: list[Number], spans: list[tuple[int, int]]) -> None:
    """A number told apart from its title in one sentence: 《…》，以国务院令第722号公布; 以国发〔2015〕50号文印发的《…》."""
    text = c.stretch.tight
    lo, hi = sentence_of(text, c.start)
    lo, hi = max(lo, text.rfind("；", lo, c.start) + 1), min(hi, text.find("；", c.end) % (len(text) + 1))
    if len([s for s in spans if lo <= s[0] < hi]) > 1:
        return
    for n in (n for n in numbers if lo <= n.start and n.end <= hi):
        ahead, behind = text[lo : n.start], text[n.end : hi]
        told = NUMBERED.search(ahead) or (ISSUED_AS.search(ahead) and ISSUED_SO.match(behind))
        if told and not any(a <= n.start < b for a, b in spans):
            c.number, c.number_span = n.text, (n.start, n.end)
            return
