"""What is shown in the terminal: progress, the summary of an ingest, the standing of the base."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from kb.base.tables import BY_NAME
from kb.ingest.log import Result
from kb.paper_table import Column, paper_table
from kb.status import Standing

__all__ = ["Progress", "show_status", "show_summary"]

OUTCOMES = {
    "added": "新增 added", "replaced": "替换 replaced", "unchanged": "未变 unchanged", "failed": "失败 failed",
    "removed": "移除 removed",
}  # fmt: skip
LAYERS = {
    "missing": "无文字层 no text layer",
    "garbled": "文字层乱码 garbled",
    "mixed": "部分页不可读 partly unreadable",
}
COUNTED = {
    kind: Column(chinese, english, number=True)
    for kind, chinese, english in (
        ("pages", "页", "pages"), ("rankings", "榜单", "lists"), ("ranking_entries", "行", "rows"),
        ("policies", "政策", "policies"), ("case_studies", "案例", "cases"), ("frameworks", "框架", "frames"),
        ("platforms", "平台", "systems"), ("measurements", "数据", "numbers"), ("findings", "核对", "checks"),
    )
}  # fmt: skip
PAPER, MIND = Column("文献", "paper"), Column("注意", "mind")
NOT_FACTS = frozenset({"pages", "evidence", "attestations"})
MOST_KEYS = 3
TITLE_WIDTH = 28
PLAIN_WIDTH = 200


def _console(*, err: bool = False) -> Console:
    console = Console(stderr=err, highlight=False)
    if not console.is_terminal:
        console = Console(stderr=err, highlight=False, width=PLAIN_WIDTH, no_color=True)
    return console


class Progress:
    """How an ingest goes: a bar in a terminal, a line a file elsewhere."""

    def __init__(self) -> None:
        self.console = _console(err=True)
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
    console = _console()
    if any(r.id for r in results):
        console.print(_summary(console, [r for r in results if r.id]))
    for result in results:
        for line in _changes(result):
            console.print(line, markup=False, soft_wrap=True)
    for result in results:
        for warning in result.warnings:
            console.print(f"{result.id}：{warning}", markup=False, style="yellow", soft_wrap=True)
    errors = _console(err=True)
    for result in results:
        if result.error:
            errors.print(result.error, markup=False, style="red", soft_wrap=True)
    for note in notes:
        console.print(f"→ {note}", markup=False, soft_wrap=True)
    console.print(_total(results), markup=False, soft_wrap=True)
    if any(r.outcome in ("added", "replaced", "unchanged") for r in results):
        console.print(f"库 base：{base}", markup=False)


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


def show_status(papers: Sequence[Standing], base: Path, extractor: str) -> None:
    """The papers in the base."""
    console = _console()
    if not papers:
        console.print(f"{base}：库是空的 (the base is empty)", markup=False)
        return
    columns = (
        PAPER, Column("年", "year"), Column("标题", "title", width=TITLE_WIDTH), *COUNTED.values(),
        Column("版本", "version", number=True), Column("读入", "age", number=True), MIND,
    )  # fmt: skip
    console.print(paper_table(console, columns, [_standing(paper, extractor) for paper in papers]))
    console.print(f"{len(papers)} 份 papers · {base}", markup=False)


def _standing(paper: Standing, extractor: str) -> Sequence[str]:
    counts = {"pages": paper.pages, **paper.counts}
    mind = (
        "旧版读的 old extractor" if paper.extractor != extractor else "",
        f"矛盾 {paper.contradictions} contradictions" if paper.contradictions else "",
        "限制复制 restricted" if paper.restricted else "",
        LAYERS.get(paper.text_layer, ""),
    )
    return (
        paper.id, str(paper.year or ""), paper.name, *(str(counts.get(kind, 0)) for kind in COUNTED),
        paper.extractor, _age(paper.ingested), "\n".join(filter(None, mind)),
    )  # fmt: skip


def _age(iso: str | None) -> str:
    if not iso:
        return ""
    seconds = (datetime.now(UTC) - datetime.fromisoformat(iso)).total_seconds()
    for size, unit in ((86400, "天 d"), (3600, "时 h"), (60, "分 min")):
        if seconds >= size:
            return f"{int(seconds // size)} {unit}"
    return f"{int(max(0, seconds))} 秒 s"
