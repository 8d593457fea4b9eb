"""Document numbers told in footnotes: 郑政〔2021〕31号，2021年12月印发。 under a page that cites one policy of 郑州."""

import re
from collections.abc import Iterable, Sequence

from extract.find.policies.identity import issuers_told, place_of_policy, with_organ
from extract.find.policies.model import Citation, Stretch
from extract.issuers import agency_of, full_name, issuers_in, official
from extract.spans.document_numbers import Number, numbers_in

__all__ = ["numbers_in_notes"]

MARK = re.compile(r"[（(\[［【]?(?P<mark>[①-⑳]|\d{1,2}|[¹²³⁴-⁹])[）)\]］】]?(?:[.、．](?!\d))?(?![\d年月日])")
"""The mark of a footnote, at its head and behind the title that it is of."""
AHEAD = re.compile(
    r"(?:(?:该|此|上述)(?P<genre>[\u4e00-\u9fff]{2,8}?))?(?:由(?P<who>[^，。；《]{2,40}?)(?:于[\d年月日]+)?(?:联合)?(?:印发|发布|出台|公布)[，,])?"
    r"(?:(?:文号|字号|发文字号)(?:为|是)?[：:]?|[\d年月日，,]*(?:以|由|经)?)"
)
"""What may stand in a footnote before the number that it tells: 该行动计划由德阳市人民政府办公室于2023年6月印发，文号为."""


def numbers_in_notes(stretches: Iterable[Stretch], found: Sequence[Citation]) -> None:
    """Gives the number of a footnote without a title to the only policy on its page that has none and may bear it."""
    for s in stretches:
        numbers = numbers_in(s.tight) if s.passage.kind == "note" and "《" not in s.tight else []
        mark = MARK.match(s.tight)
        ahead = AHEAD.fullmatch(s.tight[mark.end() if mark else 0 : numbers[0].start]) if len(numbers) == 1 else None
        if ahead is None:
            continue
        here = [c for c in found if c.form == "full" and c.number is None and _page(c) == s.passage.page]
        here = [c for c in here if (ahead["genre"] or "") in c.title.text]
        marked = [c for c in here if mark and _is_marked(c, mark["mark"])]
        c = _only([c for c in marked or here if _is_issued_so(c, numbers[0])])
        c = c or _only([c for c in marked or here if _may(c, numbers[0])])
        if c and (named := with_organ(numbers[0], c.title.place)):
            c.number, c.number_span, c.number_in = named, (numbers[0].start, numbers[0].end), s
            if ahead["who"] and all(i.place and i.name == full_name(i.place) for i in issuers_told(c)):
                c.row_issuers = tuple(issuers_in(ahead["who"], c.title.place) or ())


def _is_marked(c: Citation, mark: str) -> bool:
    """Whether the mark of a footnote stands right behind a title."""
    behind = MARK.match(c.stretch.tight, c.end)
    return behind is not None and behind["mark"] == mark


def _page(c: Citation) -> int:
    return c.stretch.run.page_at(c.stretch.back(c.start, c.end)[0])


def _only(found: Sequence[Citation]) -> Citation | None:
    """The first citation of the only title among several."""
    return found[0] if len({c.title.key for c in found}) == 1 else None


def _is_issued_so(c: Citation, number: Number) -> bool:
    """Whether the organ of a number is the one, or of the place, that issued the policy as its citation tells."""
    agency = agency_of(number.code) if number.family == "NUMBER" else None
    if agency and agency.places:
        return place_of_policy(c) in agency.places
    organs = [agency.issuer] if agency and agency.issuer else issuers_in(number.code) or []
    return bool({official(i.name) for i in organs} & {official(i.name) for i in issuers_told(c)})


def _may(c: Citation, number: Number) -> bool:
    """Whether nothing told of a policy speaks against a number of an organ of the nation's."""
    agency = agency_of(number.code) if number.family == "NUMBER" else None
    return not (agency and agency.places) and not issuers_told(c) and place_of_policy(c) is None and bool(c.title.genre)
