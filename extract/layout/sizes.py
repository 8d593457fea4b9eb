"""The size that most of the text is set in."""

from collections import Counter
from collections.abc import Iterable

from extract.model import Line

__all__ = ["body_size"]


def body_size(lines: Iterable[Line]) -> float:
    """The size of most characters, lines of a sentence's length counting most; 10 where there is no text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text) * (3 if len(line.text) > 15 else 1)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0] if sizes else 10.0
