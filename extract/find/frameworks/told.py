"""The words that follow a name over sentences and passages, with a way back to where each character stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.fold import fold
from extract.model import Passage
from extract.prose import squeezed
from schema.base import Evidence

__all__ = ["Told", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """Folded text of one or more passages without stray spaces; a passage ends with a line break.

    `origin[i]` is the passage (its place in `passages`) and the offset there that `text[i]` came from.
    """

    text: str
    passages: tuple[Passage, ...]
    origin: tuple[tuple[int, int], ...]

    def printed(self, start: int, end: int) -> str:
        """The words from `start` to `end` as they stand on the page."""
        return "".join(p.text[lo:hi] for p, lo, hi in self._pieces(start, end)).strip()

    def evidence(self, how: str, start: int, end: int) -> list[Evidence]:
        """Where they stand."""
        return [e for p, lo, hi in self._pieces(start, end) for e in p.evidence(how, lo, hi)]

    def spans(self) -> list[tuple[int, int]]:
        """Where each passage begins and ends in `text`, without its line break."""
        ends = [at for at, (which, offset) in enumerate(self.origin) if offset == len(self.passages[which].text)]
        return list(zip([0, *(e + 1 for e in ends[:-1])], ends, strict=True))

    def _pieces(self, start: int, end: int) -> list[tuple[Passage, int, int]]:
        pieces: list[tuple[Passage, int, int]] = []
        for which, at in self.origin[start:end]:
            passage = self.passages[which]
            if pieces and pieces[-1][0] is passage:
                pieces[-1] = (passage, pieces[-1][1], at + 1)
            elif at < len(passage.text):
                pieces.append((passage, at, at + 1))
        return pieces


def told(passages: Sequence[Passage]) -> Told:
    """The passages one after the other."""
    text, origin = "", list[tuple[int, int]]()
    for which, passage in enumerate(passages):
        part, offsets = squeezed(fold(passage.text))
        text += part + "\n"
        origin += [(which, at) for at in offsets] + [(which, len(passage.text))]
    return Told(text, tuple(passages), tuple(origin))
