"""What changed between two years: as tables for the terminal, as CSV, as JSON."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kb.editions.diff import Diff, Move

__all__ = ["as_csv", "as_json", "show"]

COLUMNS = (
    "series", "list", "year_before", "year_after", "kind", "city", "rank_before", "rank_after", "change",
    "change_printed", "score_before", "score_after", "comparable", "reasons", "derived",
)  # fmt: skip
PLAIN_WIDTH = 120
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def as_json(found: Sequence[Diff], most: int) -> str:
    """A list of lists: each with its flag, moves, entered, left and largest moves."""
    return json.dumps([_told(diff, most) for diff in found], ensure_ascii=False, indent=1)


def _told(diff: Diff, most: int) -> dict[str, object]:
    return {
        "series": diff.series, "list": diff.name, "earlier_name": diff.earlier_name, "years": diff.years,
        "rankings": diff.rankings, "documents": diff.documents,
        "comparable": diff.comparable, "reasons": diff.reasons, "derived": diff.derived,
        "entered": [m.city for m in diff.of("entered")], "left": [m.city for m in diff.of("left")],
        "largest_rises": [m.city for m in diff.largest("up", most)],
        "largest_falls": [m.city for m in diff.largest("down", most)],
        "moves": [{"kind": m.kind, **asdict(m)} for m in diff.moves],
    }  # fmt: skip


def as_csv(found: Sequence[Diff]) -> str:
    """A row a place. The first line begins with a mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for diff in found:
        for m in diff.moves:
            writer.writerow([
                _safe(diff.series), _safe(diff.name), *diff.years, m.kind, _safe(m.city), m.before, m.after, m.change,
                m.change_printed, m.score_before, m.score_after, int(diff.comparable), _safe("；".join(diff.reasons)),
                int(diff.derived),
            ])  # fmt: skip
    return "\ufeff" + out.getvalue()


def _safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def show(found: Sequence[Diff], most: int, *, everything: bool) -> None:
    """Print it: the largest moves, or all places; who entered and left; first of all, whether it can be compared."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=PLAIN_WIDTH, no_color=True)
    for diff in found:
        several = sum((d.series, d.name) == (diff.series, diff.name) for d in found) > 1
        told = f"（{' → '.join(filter(None, diff.documents))}）" if several else ""
        title = f"{diff.series} · {diff.name}：{diff.years[0]} → {diff.years[1]}{told}"
        console.print(Text(title, style="bold"), soft_wrap=True)
        if diff.earlier_name != diff.name:
            console.print(Text(f"  {diff.years[0]}年叫 called then: {diff.earlier_name}"), soft_wrap=True)
        for reason in diff.reasons:
            console.print(Text(f"  ⚠ 做法变了，名次不可比 not comparable: {reason}", style="bold red"), soft_wrap=True)
        if diff.derived:
            line = f"  {diff.years[0]}年的名次是推算的，不是所印 ranks of {diff.years[0]} are derived, not printed"
            console.print(Text(line, style="yellow"), soft_wrap=True)
        up, down = diff.of("up"), diff.of("down")
        console.print(f"  升 up {len(up)} · 降 down {len(down)} · 不变 same {len(diff.of('same'))}")
        moves = diff.moves if everything else [*diff.largest("up", most), *diff.largest("down", most)]
        if moves:
            console.print(_table(moves, diff.years))
        if not everything and len(moves) < len(up) + len(down):
            console.print(
                f"  只列升、降最大的各 {most} 个；全部 --all，表格 --format csv (the largest {most} each way)"
            )
        for kind, title in (("entered", "新上榜 entered"), ("left", "落榜 left")):
            places = diff.of(kind)
            if places and not everything:
                told = "、".join(f"{m.city}（{m.after or m.before}）" for m in places)
                console.print(Text(f"  {title} {len(places)}：{told}"), soft_wrap=True)
        console.print()


def _table(moves: Sequence[Move], years: tuple[int, int]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for title in ("城市 city", str(years[0]), str(years[1]), "升降 change", "所印 printed"):
        table.add_column(title, justify="left" if title == "城市 city" else "right")
    for m in moves:
        wrong = m.change_printed is not None and m.change is not None and m.change_printed != m.change
        printed = "" if m.change_printed is None else f"{_signed(m.change_printed)}{' ≠' if wrong else ''}"
        change = {"entered": "新 new", "left": "落 left"}.get(m.kind) or _signed(m.change or 0)
        table.add_row(
            Text(m.city), str(m.before or "—"), str(m.after or "—"), change, Text(printed, style="red" if wrong else ""),
        )  # fmt: skip
    return table


def _signed(change: int) -> str:
    return f"{change:+d}" if change else "0"
