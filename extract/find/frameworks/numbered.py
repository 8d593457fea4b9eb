"""Clauses that words number, in one sentence, in several or in paragraphs of their own: 一是…二是… | 第一步，…第二步，…."""

import re

from extract.find.frameworks.lists import Item, trimmed
from extract.find.frameworks.parts import LONGEST, Part, sentence_end
from extract.words import lexicon

__all__ = ["NEAR", "numbered", "numbered_clauses"]

NEAR = 900
"""Characters after a name in which its parts may be told."""
WHEN = re.compile(r"(?:[到在至自从]|力争)*\d{4}年(?:底|末|前|起)*[，,]?")
"""When a step is to be taken: no part of what it is called."""


def numbered(text: str, start: int, count: int, end: int | None = None) -> list[Part]:
    """一是网格化，做实…；二是数字化，…: the first words of each clause name the part."""
    found = []
    for lo, hi in numbered_clauses(text, start, count, end):
        if when := WHEN.match(text[lo:hi]):
            lo += when.end()
        stop = re.search(r"[，。；：:,;]", text[lo:hi])
        head = trimmed(text, lo, lo + stop.start() if stop else hi)
        if not 0 < head[1] - head[0] <= LONGEST:
            return []
        found.append(Part(*head, 0, (lo, hi)))
    return found


def numbered_clauses(text: str, start: int, count: int, end: int | None = None) -> list[Item]:
    """The `count` clauses of 一是…二是… that begin in this sentence or the next, none of them behind `end`."""
    after = sentence_end(text, start)
    after += len(text[after:]) - len(text[after:].lstrip("。！？!?\n"))
    reach, last = sentence_end(text, after), start + NEAR if end is None else end
    for names in lexicon("frameworks")["enumerators"]["rows"]:
        at = text.find(names[0], start, min(reach, last))
        if at < 0 or not 2 <= count <= len(names):
            continue
        starts = [at]
        for name in names[1 : count + 1]:
            starts.append(text.find(name, starts[-1] + 1, last) if starts[-1] >= 0 else -1)
        if -1 in starts[:count] or (len(starts) > count and starts[count] >= 0):
            continue
        ends = [*starts[1:count], sentence_end(text, starts[count - 1])]
        return [
            (lo + len(name), lo + len(text[lo:hi].rstrip("；。，;,\n ")))
            for lo, hi, name in zip(starts, ends, names, strict=False)
        ]
    return []
