"""Parts told in one breath beside a name: quoted before it, or as the first words of the clauses after its colon."""

import re

from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import Part, Spelled, counted, sentence_end
from extract.words import lexicon

__all__ = ["clause_heads", "quoted_before"]

LISTED = re.compile(r"[“「『](?P<list>[^“”「」『』]+、[^“”「」『』]+)[”」』]的?[“「『]?$")
COLON = re.compile(r"[”\"」』’]?[^，。；：:、（）()\n]{0,16}[：:](?=[^\n])")
LONGEST_HEAD = 10


def quoted_before(text: str, start: int, end: int, groups: list[Group]) -> Spelled | None:
    """“甲、乙、丙、丁”的“三网一键” | 依托“一朵云”、“一张网”、“一平台”，完善“一云一网一平台”: as many as the counts come to."""
    if len(groups) < 2 or any(g.count == ANY for g in groups):
        return None
    parts = _in_one_list(text, start, groups) or _one_by_one(text, start, groups)
    return Spelled(tuple(parts), True, end) if parts else None


def _in_one_list(text: str, start: int, groups: list[Group]) -> list[Part]:
    listed = LISTED.search(text, max(0, start - 120), start)
    if listed is None:
        return []
    items = [
        (listed.start("list") + m.start(), listed.start("list") + m.end())
        for m in re.finditer("[^、，]+", listed["list"])
    ]
    which = [i for i, g in enumerate(groups) for _ in range(g.count)]
    if len(items) != len(which):
        return []
    nouns = all(groups[i].noun in text[lo:hi] for (lo, hi), i in zip(items, which, strict=True))
    return [Part(lo, hi, i) for (lo, hi), i in zip(items, which, strict=True)] if nouns else []


def _one_by_one(text: str, start: int, groups: list[Group]) -> list[Part]:
    """Each one of the name, in its order, in quotation marks of its own in the same sentence."""
    if any(g.count != 1 or not g.noun for g in groups):
        return []
    at, parts = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1, list[Part]()
    for which, group in enumerate(groups):
        one = re.compile(rf"[“「『]({counted(group)}[个张朵条套座]?{re.escape(group.noun)})[”」』]").search(
            text, at, start
        )
        if one is None:
            return []
        parts.append(Part(*one.span(1), which))
        at = one.end()
    return parts


def clause_heads(text: str, end: int, count: int) -> list[Part]:
    """“三个一”体系：一屏观全城，依托…；一码通泉城，以…；一键达企业，通过…: what stands before the comma of each clause."""
    colon = COLON.match(text, end)
    if colon is None or count < 2:
        return []
    lo = end + len(colon.group())
    hi = sentence_end(text, lo)
    if any(text.startswith(names[0].rstrip("，："), lo) for names in lexicon("frameworks")["enumerators"]["rows"]):
        return []
    clauses = [(lo + m.start(), lo + m.end()) for m in re.finditer("[^；;]+", text[lo:hi])]
    heads = [re.match(rf"[一-鿿A-Za-z]{{2,{LONGEST_HEAD}}}(?=[，,：:])", text[a:b]) for a, b in clauses]
    if len(clauses) != count or not all(heads):
        return []
    spans = [(a, a + len(h.group()), b) for (a, b), h in zip(clauses, heads, strict=True) if h]
    if max(b - a for a, b, _ in spans) - min(b - a for a, b, _ in spans) > 3:
        return []
    return [Part(a, b, 0, (b + 1, stop)) for a, b, stop in spans]
