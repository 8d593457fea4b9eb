"""Whether the characters of a place's name are that name, or only part of other words."""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from spacy.tokens import Doc

from extract.places import Place, gazetteer, lexicon

__all__ = ["BETWEEN_ITEMS", "BETWEEN_WEAK", "Text", "is_weak", "reaches_into_word"]

BETWEEN_ITEMS = frozenset(["、", "，", ",", "和", "与", "及", "以及", "/", "·", "、和"])
BETWEEN_WEAK = BETWEEN_ITEMS - {"，", ","}
BEFORE_ITEM = frozenset("、，,和与及：:（(/·—")
BEHIND_ITEM = frozenset("、，,和与及等：:；;。）)/·—两三四五六七八九十")
CONTINUED = {
    "市": "民场值面井售况价",
    "区": "域块间分位别号段委",
    "县": "域级际",
}
"""By the last character of a full name: what may follow it to make another word (济南市民, 昌平区域)."""


STANDS = frozenset({"位列", "位居", "位于", "位次", "分列", "分居", "分别", "分获", "分占"})
"""Words behind a full name that only seem to begin with the end of another (浦东新区|位列)."""
RANKED_BEHIND = frozenset(
    {
        "位列",
        "位居",
        "名列",
        "排名",
        "排在",
        "分列",
        "分居",
        "依次",
        "分别",
        "稳居",
        "跻身",
        "进入",
        "入围",
        "上榜",
        "跟在",
        "紧随",
        "包揽",
    }
)
"""Words behind the last item of an enumeration whose places are ranked."""


class Text:
    """The tokens of a Doc (one a character) with what stands around them."""

    def __init__(self, doc: Doc):
        self.tokens = [t.text for t in doc]
        self.spaced = [bool(t.whitespace_) or t.text.isspace() for t in doc]

    def cut(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` without white space."""
        return "".join(t for t in self.tokens[start:end] if not t.isspace())

    def after(self, end: int, length: int = 24) -> str:
        """What follows, as long as no white space comes."""
        if end and self.spaced[end - 1]:
            return ""
        out = []
        for i in range(end, min(end + length, len(self.tokens))):
            out.append(self.tokens[i])
            if self.spaced[i]:
                break
        return "".join(out).strip()

    def before(self, start: int, length: int = 8) -> str:
        """What comes right before, back to the last white space."""
        out = []
        for i in range(start - 1, max(-1, start - 1 - length), -1):
            if self.spaced[i]:
                break
            out.append(self.tokens[i])
        return "".join(reversed(out))

    def one_name(self, start: int, end: int) -> bool:
        """Whether the tokens are set as one name: no spaces in it, or the same spacing in it and around it (济 南 市)."""
        gaps = self.spaced[start : end - 1]
        if not any(gaps):
            return True
        first = start == 0 or self.spaced[start - 1] or not _is_han(self.tokens[start - 1])
        last = end == len(self.tokens) or self.spaced[end - 1] or not _is_han(self.tokens[end])
        return all(gaps) and first and last

    def is_cut_from_words(self, start: int, end: int) -> bool:
        """Whether the name only comes about where two common words meet: 形成|都市, 推广|安全, 美丽|江苏, 西南|山区."""
        if end - start > 3 or any(self.spaced[start : end - 1]):
            return False
        common = _words()
        before, rest = self.before(start, 1), self.cut(start + 1, end)
        behind = rest if len(rest) == 2 else rest + self.after(end, 1)[:1]
        # 县 begins too many words (县城, 县级) for a list: one word that reaches into a name of two characters is enough.
        return before + self.tokens[start] in common and (behind in common or rest == "县")

    def in_another_name(self, start: int, end: int) -> bool:
        """Whether it is part of the name of a university, street, company, ..."""
        before, after = self.before(start), self.after(end)
        return any(
            (p.before is None or p.before.search(before) is not None)
            and (p.after is None or p.after.match(after) is not None)
            for p in lexicon().patterns
        )

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether it is a whole item of an enumeration."""
        before, after = self.before(start, 1), self.after(end, 1)
        first = not before or before in BEFORE_ITEM or not _is_han(before)
        last = bool(before) and before in BEFORE_ITEM and self.after(end, 2) in RANKED_BEHIND
        return first and (not after or after in BEHIND_ITEM or not _is_han(after) or last)

    def runs_of_one(self, chars: Set[str]) -> Iterator[tuple[int, int]]:
        """Where three and more different ones of `chars` stand with nothing but 、 between them."""
        start = 0
        while start < len(self.tokens):
            end = start
            while end < len(self.tokens) and (
                self.tokens[end] in chars if (end - start) % 2 == 0 else self.tokens[end] == "、"
            ):
                end += 1
            end -= (end - start) % 2 == 0 and end > start
            apart = end == len(self.tokens) or not _is_han(self.tokens[end]) or self.tokens[end] in BEHIND_ITEM
            if len(set(self.tokens[start:end])) > 3 and apart:
                yield start, end
            start = max(end, start + 1)

    def fills(self, start: int, end: int) -> bool:
        """Whether nothing else stands in the text, or only what a heading says of it behind a colon or dash."""
        after = self.cut(end, len(self.tokens))
        return not self.cut(0, start) and (not after or after[0] in "：:—-")


def is_weak(form: str, places: Sequence[Place]) -> bool:
    """Whether the form counts in running text only beside other places: bare county names, everyday words."""
    known = lexicon()
    if form in known.everyday or form in known.generic:
        return True
    if any(p.level != "county" for p in places) or form in known.known_counties:
        return False
    in_full = any(form == p.name for p in places) or (len(form) > 2 and form[-1] in "县市区旗")
    return not in_full and (len(form) == 2 or form in known.county_words)


def reaches_into_word(form: str, after: str) -> bool:
    """Whether the kind at the end of the name belongs to the next word: 济南市|民 is 济南|市民."""
    return bool(after) and after[0] in CONTINUED.get(form[-1], "") and after[:2] not in STANDS


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Common words of two characters, names of provinces, cities and regions among them (上海|南京 holds no 海南)."""
    names = (form for form, places in gazetteer().forms.items() if any(p.level != "county" for p in places))
    return lexicon().words | {w for w in (*names, *lexicon().regions) if len(w) == 2}


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
