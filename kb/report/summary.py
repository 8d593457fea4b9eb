"""How an ingest goes, and what came of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from kb.base.tables import BY_NAME
from kb.ingest.log import Result
from kb.report.paper_table import COUNTED, LAYERS, MIND, PAPER, Column, console_for, paper_table

__all__ = ["Progress", "show_summary"]

OUTCOMES = {
    "added": "新增 added", "replaced": "替换 replaced", "unchanged": "未变 unchanged", "failed": "失败 failed",
    "removed": "移除 removed",
}  # fmt: skip
NOT_FACTS = frozenset({"pages", "evidence", "attestations"})
MOST_KEYS = 3


class Progress:
    """How an ingest goes: a bar in a terminal, a line a file elsewhere."""

    def __init__(self) -> None:
        self.console = console_for(err=True)
        self.total = self.finished = 0
        self.bar: Bar | None = None

    def __enter__(self) -> "Progress":
        if self.console.is_terminal:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self.bar = Bar(*columns, console=self.console, transient=True)
            self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.bar:
            self.bar.stop()

    def start(self, files: int) -> None:
        """So many files are to be done."""
        self.total = files
        if self.bar:
            self.bar.add_task("读入 Reading", total=files)

    def done(self, result: Result) -> None:
        """One of them is."""
        self.finished += 1
        if self.bar:
            self.bar.advance(self.bar.task_ids[0])
        else:
            name = result.id or "—"
            line = f"[{self.finished}/{self.total}] {name}：{OUTCOMES[result.outcome]}，{result.seconds:.1f} s"
            self.console.print(line, markup=False)


def show_summary(results: Sequence[Result], base: Path, notes: Sequence[str] = ()) -> None:
    """What came of each file, what changed, what needs a look; `notes` say what to do next."""
    console = console_for()
    if any(r.id for r in results):
        console.print(_summary(console, [r for r in results if r.id]))
    for result in results:
        for line in _changes(result):
            console.print(line, markup=False, soft_wrap=True)
    for result in results:
        for warning in result.warnings:
            console.print(f"{result.id}：{warning}", markup=False, style="yellow", soft_wrap=True)
    errors = console_for(err=True)
    for result in results:
        if result.error:
            errors.print(result.error, markup=False, style="red", soft_wrap=True)
    for note in notes:
        console.print(f"→ {note}", markup=False, soft_wrap=True)
    console.print(_total(results), markup=False, soft_wrap=True)
    if any(r.outcome in ("added", "replaced", "unchanged") for r in results):
        console.print(f"库 base：{base}", markup=False)
        console.print(*_left_out(results), sep="\n", end="", markup=False, style="red", soft_wrap=True)


def _left_out(results: Sequence[Result]) -> Iterator[str]:
    """Which files failed, said last: above a long list of papers their errors are out of sight."""
    failed = [r.file or (r.error or "").partition("：")[0] for r in results if r.outcome == "failed"]
    if failed:
        yield (
            f"没有读入：{'、'.join(failed)}，原因见上；其余各份在库里，照样可以浏览 "
            f"(not read, why is said above; all others are in the base and can be browsed)\n"
        )


def _total(results: Sequence[Result]) -> str:
    counts: Counter[str] = Counter(r.outcome for r in results)
    told = [name.replace(" ", f" {counts[outcome]} ") for outcome, name in OUTCOMES.items() if counts[outcome]]
    return f"共 {len(results)} 份 files：{'，'.join(told) or '无 none'}"


def _summary(console: Console, results: Sequence[Result]) -> RenderableType:
    columns = (PAPER, Column("结果", "outcome"), *COUNTED.values(), Column("秒", "seconds", number=True), MIND)
    rows = [
        (
            result.id, OUTCOMES[result.outcome],
            *(str(result.counts.get(kind, 0)) if result.counts else "" for kind in COUNTED),
            f"{result.seconds:.1f}", _mind(result),
        )
        for result in results
    ]  # fmt: skip
    return paper_table(console, columns, rows)


def _mind(result: Result) -> str:
    found = []
    if result.restricted:
        found.append("限制复制 restricted")
    if result.text_layer in LAYERS:
        found.append(LAYERS[result.text_layer])
    if result.warnings:
        found.append(f"{len(result.warnings)} 条提醒 warnings")
    return "\n".join(found)


def _changes(result: Result) -> Iterator[str]:
    """What a paper that was replaced has gained, lost and changed, a line a table, with the first keys."""
    if result.outcome != "replaced":
        return
    changes = {name: change for name, change in result.changes.items() if name not in NOT_FACTS and change.telling}
    nothing = "" if changes else "没有变化 nothing"
    yield f"{result.id}：与上次读入相比 against the last reading：{nothing}"
    for name, change in changes.items():
        signs = (("+", change.gained), ("−", change.lost), ("~", change.changed))
        counts = " ".join(f"{sign}{len(keys)}" for sign, keys in signs if keys)
        first = [f"{sign}{key[0].removeprefix(f'{result.id}/')}" for sign, keys in signs for key in keys[:MOST_KEYS]]
        yield f"  {BY_NAME[name].title} {counts}：{'，'.join(first)}"
