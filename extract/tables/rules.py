"""Drawn shapes to the straight rules a reader sees: lines, thin bars, and the edges of fills.

A rule that has the colour of what lies on both its sides is not seen; one that goes through stripes of that colour and of
others is. Edges between fills of one colour are none.
Rules that lie on one line and nearly touch are one rule (dots and dashes, borders drawn cell by cell).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import numpy as np
from pdfplumber.table import merge_edges

from extract.model import Box, Page, Shape
from extract.tables.inlaid import inlaid_in

__all__ = ["SNAP", "Rule", "Rules", "rules_of"]

SNAP = 3.0
"""Points: rules nearer to each other than this are one rule drawn twice (double lines, border and fill)."""
JOIN = 4.0
"""Points: the gap between two dashes of one dashed rule."""
THIN = 3.2
"""Points: a filled rectangle no thicker than this is a rule."""
SHORT = 5.0
"""Points: what is shorter, once dashes are joined, is no rule."""

LEVEL = 0.5
"""Points: dashes nearer to one line than this lie on it."""
AWAY = 1.2
"""Points from a rule at which its surroundings are looked at."""
LOOKS = 15
"""Places along a rule at which its surroundings are looked at."""
SHOWN = 0.3
"""The share of them at which a painted rule must be told from what it lies on: every other stripe may be of its colour."""
EDGED = 0.6
"""The share of them at which the fills on both sides of an edge must differ."""

Axis = Literal["h", "v"]
Color = tuple[int, int, int]


@dataclass(slots=True, frozen=True)
class Rule:
    """A horizontal (`h`, `at` is its y) or vertical (`v`, `at` is its x) rule from `lo` to `hi`."""

    axis: Axis
    at: float
    lo: float
    hi: float

    @property
    def length(self) -> float:
        """In points."""
        return self.hi - self.lo


@dataclass(slots=True)
class Rules:
    """The rules of one page, and what else is drawn on it: filled areas, and marks that are neither.

    `inlaid` are those of them that may stand in cells: bars and badges, whose edges are no rules.
    """

    h: list[Rule]
    v: list[Rule]
    fills: list[Shape]
    marks: list[Shape]
    inlaid: list[Shape]


def rules_of(page: Page) -> Rules:
    """The rules of a page."""
    shapes = [s for s in page.shapes if not _is_backdrop(s, page)]
    canvas = _Canvas([s for s in page.shapes if s.kind == "rect" and s.fill])
    inlaid = inlaid_in(shapes)
    within = {id(s) for s in inlaid}
    edges = list(_edges(s for s in shapes if id(s) not in within))
    merged = _merged(_dashes_joined(canvas.seen(list(_cut(edges)))))
    fills = [s for s in shapes if s.kind == "rect" and s.fill and min(_sides(s)) > THIN and canvas.stands_out(s)]
    marks = [s for s in shapes if s.kind == "curve" or (s.kind == "line" and min(_sides(s)) > THIN)]
    return Rules([r for r in merged if r.axis == "h"], [r for r in merged if r.axis == "v"], fills, marks, inlaid)


def _sides(shape: Shape) -> tuple[float, float]:
    return shape.x1 - shape.x0, shape.bottom - shape.top


def _is_backdrop(shape: Shape, page: Page) -> bool:
    """Whether a shape fills or frames the whole page."""
    width, height = _sides(shape)
    return width > 0.93 * page.width and height > 0.85 * page.height


@dataclass(slots=True)
class _Edge:
    """A piece of a rule and its paint: `ink` None for the edge of a fill."""

    rule: Rule
    ink: Color | None


def _edges(shapes: Iterable[Shape]) -> Iterator[_Edge]:
    for s in shapes:
        width, height = _sides(s)
        if s.kind not in ("rect", "line"):
            continue
        ink = _on_white(s.stroke or s.fill)
        if height <= THIN:
            yield _Edge(Rule("h", (s.top + s.bottom) / 2, s.x0, s.x1), ink)
        if width <= THIN:
            yield _Edge(Rule("v", (s.x0 + s.x1) / 2, s.top, s.bottom), ink)
        if min(width, height) > THIN and s.kind == "rect":
            paint = _on_white(s.stroke) if s.stroke else None
            yield from (_Edge(Rule("h", y, s.x0, s.x1), paint) for y in (s.top, s.bottom))
            yield from (_Edge(Rule("v", x, s.top, s.bottom), paint) for x in (s.x0, s.x1))


def _cut(edges: Sequence[_Edge]) -> Iterator[_Edge]:
    """The edges, those of fills cut where another fill beside them begins or ends: only part of one may be seen."""
    ends: dict[tuple[Axis, int], list[float]] = {}
    for e in edges:
        if e.ink is None:
            ends.setdefault((e.rule.axis, round(e.rule.at)), []).extend((e.rule.lo, e.rule.hi))
    for e in edges:
        r, near = e.rule, round(e.rule.at)
        if e.ink is not None:
            yield e
            continue
        beside = {x for at in (near - 1, near, near + 1) for x in ends.get((r.axis, at), ()) if r.lo + 1 < x < r.hi - 1}
        yield from (_Edge(Rule(r.axis, r.at, a, b), None) for a, b in pairwise(sorted({r.lo, *beside, r.hi})))


def _on_white(color: tuple[int, int, int, int] | None) -> Color:
    if color is None:
        return 255, 255, 255
    r, g, b, a = color
    mixed = [round(255 + (c - 255) * a / 255) for c in (r, g, b)]
    return mixed[0], mixed[1], mixed[2]


class _Canvas:
    """The fills of a page in the order they were painted: which colour lies at a point."""

    def __init__(self, fills: Sequence[Shape]) -> None:
        big = [f for f in fills if min(_sides(f)) > THIN]
        self.boxes = np.array([f.box for f in big], dtype=float).reshape(-1, 4)
        colors: list[Color] = [(255, 255, 255), *(_on_white(f.fill) for f in big)]
        self.colors = np.array(colors, dtype=int)

    def at(self, points: Sequence[tuple[float, float]]) -> Any:
        """RGB at each point: of the last fill over it, white where there is none."""
        xy = np.array(points, dtype=float)
        b = self.boxes
        inside = (xy[:, :1] >= b[:, 0]) & (xy[:, 1:] >= b[:, 1]) & (xy[:, :1] <= b[:, 2]) & (xy[:, 1:] <= b[:, 3])
        order = np.arange(1, len(b) + 1)
        last = (inside * order).max(axis=1, initial=0)
        return self.colors[last]

    def seen(self, edges: Sequence[_Edge]) -> list[Rule]:
        """The rules that can be told from what lies on both their sides."""
        if not edges:
            return []
        colors = self.at([p for e in edges for p in _beside(e.rule)]).reshape(len(edges), -1, 2, 3)
        one, other = colors[:, :, 0], colors[:, :, 1]
        ink = np.array([e.ink or (0, 0, 0) for e in edges])[:, None]
        drawn = (_differ(one, ink) | _differ(other, ink)).mean(axis=1) >= SHOWN
        edge = _differ(one, other).mean(axis=1) >= EDGED
        return [e.rule for e, a, b in zip(edges, drawn, edge, strict=True) if (b if e.ink is None else a)]

    def stands_out(self, fill: Shape) -> bool:
        """Whether a fill has another colour than what lies around it."""
        x0, top, x1, bottom = fill.box
        mid = ((x0 + x1) / 2, (top + bottom) / 2)
        around = [(x0 - 2, mid[1]), (x1 + 2, mid[1]), (mid[0], top - 2), (mid[0], bottom + 2)]
        inner = [(x0 + 1, top + 1)]
        colors = self.at([*around, *inner])
        return bool(_differ(colors[:4], colors[4]).any())


def _beside(r: Rule) -> list[tuple[float, float]]:
    """Points on both sides of a rule, at several places along it."""
    places = (r.lo + r.length * (i + 0.5) / LOOKS for i in range(LOOKS))
    sides = [(at, r.at + away) for at in places for away in (-AWAY, AWAY)]
    return sides if r.axis == "h" else [(y, x) for x, y in sides]


def _differ(a: Any, b: Any) -> Any:
    return np.abs(a - b).sum(axis=-1) > 12


def _dashes_joined(rules: Iterable[Rule]) -> list[Rule]:
    """Dots and dashes on one line joined; what stays short is dropped before it can pull others off their place."""
    joined: list[Rule] = []
    for r in sorted(rules, key=lambda r: (r.axis, round(r.at / LEVEL), r.lo)):
        last = joined[-1] if joined else None
        level = last and last.axis == r.axis and abs(last.at - r.at) <= LEVEL
        if last and level and r.lo <= last.hi + JOIN and r.hi >= last.lo - JOIN:
            joined[-1] = Rule(r.axis, last.at, min(last.lo, r.lo), max(last.hi, r.hi))
        else:
            joined.append(r)
    return [r for r in joined if r.length >= SHORT]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    dicts = [_as_edge(r) for r in rules]
    if not dicts:
        return []
    merged = [_as_rule(d) for d in merge_edges(dicts, SNAP, SNAP, JOIN, JOIN)]
    return sorted(merged, key=lambda r: (r.axis, r.at, r.lo))


def _as_edge(rule: Rule) -> dict[str, Any]:
    x0, top, x1, bottom = _box(rule)
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": rule.axis, "object_type": "edge", "doctop": top,
    }  # fmt: skip


def _box(rule: Rule) -> Box:
    if rule.axis == "h":
        return rule.lo, rule.at, rule.hi, rule.at
    return rule.at, rule.lo, rule.at, rule.hi


def _as_rule(edge: dict[str, Any]) -> Rule:
    if edge["orientation"] == "h":
        return Rule("h", edge["top"], edge["x0"], edge["x1"])
    return Rule("v", edge["x0"], edge["top"], edge["bottom"])
