"""What a canned query's chart is drawn from: its columns by the names that the query's head gives."""

from collections.abc import Sequence
from typing import Any

__all__ = ["chart_data", "chart_height"]

MOST_BARS = 20


def chart_data(chart: Sequence[str], rows: Sequence[Any]) -> list[dict[str, Any]]:
    """For `bars`, [{name, value}]; for `ranks`, [{name, points: [[x, y], ...]}] with a line for each of the series."""
    kind, x, y, *series = chart
    told = [dict(row) for row in rows]
    told = [row for row in told if row[x] is not None and row[y] is not None]
    if kind == "bars":
        return [{"name": row[x], "value": row[y]} for row in told[:MOST_BARS]]
    lines: dict[str, dict[Any, Any]] = {}
    for row in told:
        lines.setdefault(str(row[series[0]]) if series else y, {}).setdefault(row[x], row[y])
    return [{"name": name, "points": sorted(map(list, line.items()))} for name, line in lines.items()]


def chart_height(chart: Sequence[str], rows: Sequence[Any]) -> str:
    """A height in CSS: bars need room for each."""
    return f"{2 + 1.6 * min(len(rows), MOST_BARS):.0f}rem" if chart[0] == "bars" else "20rem"
