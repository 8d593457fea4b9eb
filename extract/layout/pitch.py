"""How far it is from line to line in running text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from extract.layout.rows import baseline
from extract.model import Line

__all__ = ["LEADING", "Pitch", "common_pitch", "type_of", "usual_pitch"]

LEADING = 2.6
"""Ems from baseline to baseline beyond which two lines are never one paragraph."""
COMMON = 0.15
"""Share of all steps that the step within paragraphs makes up at least."""

Pitch = Mapping[int, float]
"""Points from baseline to baseline, by the type's size in half points."""


def type_of(line: Line) -> int:
    """Its size in half points."""
    return round(2 * line.size)


def common_pitch(pages: Iterable[Sequence[Line]]) -> dict[int, float]:
    """The smallest common step from line to line, over a whole paper."""
    steps: dict[int, Counter[float]] = {}
    for lines in pages:
        for size, step in _steps(lines):
            steps.setdefault(size, Counter())[round(2 * step) / 2] += 1
    found = {}
    for size, known in steps.items():
        common = [step for step, count in known.items() if count >= max(3, COMMON * known.total())]
        if common:
            found[size] = min(common)
    return found


def _steps(lines: Sequence[Line]) -> Iterator[tuple[int, float]]:
    """(size, step) from each line to the next one under it of its size."""
    above: list[Line] = []
    for line in sorted(lines, key=baseline):
        for last in reversed(above):
            step = baseline(line) - baseline(last)
            if step > LEADING * line.size:
                break
            alike = abs(last.size - line.size) < 0.3 and step > 0.5 * line.size
            if alike and last.box[0] < line.box[2] and line.box[0] < last.box[2]:
                yield type_of(line), step
                break
        above.append(line)


def usual_pitch(lines: Sequence[Line], common: Pitch) -> dict[int, float]:
    """The usual step in a column, no larger than what is common in the paper."""
    steps: dict[int, list[float]] = {}
    for a, b in pairwise(lines):
        step = baseline(b) - baseline(a)
        if a.page == b.page and abs(a.size - b.size) < 0.5 and 0.5 * a.size < step < LEADING * a.size:
            steps.setdefault(type_of(a), []).append(step)
    return {size: _usual(sorted(found), common.get(size)) for size, found in steps.items()}


def _usual(steps: Sequence[float], common: float | None) -> float:
    """The step within paragraphs: the lower half holds it, also where most paragraphs have one line.

    Where too few steps agree on it the paper's own step counts, if it is smaller.
    """
    local = median(steps[: len(steps) // 2 + 1])
    if common is None:
        return local
    if any(abs(step - common) < 0.03 * common for step in steps):
        return min(local, common)
    sure = sum(abs(step - local) < 0.03 * local for step in steps) > 2
    return local if sure else min(local, max(common, 0.8 * local))
