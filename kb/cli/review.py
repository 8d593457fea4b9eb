"""`kb review`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.options import base_option

if TYPE_CHECKING:
    from kb.store.review import Answer, Doubt

__all__ = ["review"]

ANSWERS: dict[str, "Answer"] = {"s": "same", "d": "different", "l": "later", "q": "stop"}
KINDS = ["policies", "platforms", "frameworks", "issuers", "dimensions"]


@click.command(short_help="判断疑似同一的政策、平台等。Decide on things that may be one.")
@base_option
@click.option("--decisions", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="判断写在哪里，默认 corpus/decisions.yml。Where decisions are kept.")  # fmt: skip
@click.option("--kind", type=click.Choice(KINDS), help="只看一类。One kind only.")
@click.option("--list", "listed", is_flag=True, help="只列出，不问。List them, ask nothing.")
def review(base: Path, file: Path | None, kind: str | None, listed: bool) -> None:
    """逐对判断：两处所说是否同一事物。同 s、异 d、以后再说 l、停 q。

    Walks through pairs of things that may be one (same s, different d, later l, stop q). Decisions go into a YAML file
    that you can read, edit and keep under version control; they hold whenever papers are read again. What is decided
    to be the same becomes one row: a document number stays as its key, else the key of the earliest paper.
    """
    from kb.resolve.decisions import FILE, find_file
    from kb.store.review import apply, catch_up, doubts, walk

    file = file or find_file() or Path("corpus") / FILE
    if not listed:
        catch_up(base, file)
    found = doubts(base, kind)
    if not found:
        click.echo("没有疑似同一的 (nothing to decide)")
        return
    if listed:
        for n, doubt in enumerate(found, 1):
            _show(doubt, n, len(found))
        return
    shown = iter(range(1, len(found) + 1))
    made = walk(base, file, found, lambda doubt: _ask(doubt, next(shown), len(found)))
    if made:
        changes = apply(base, file)
        rows = sum(len(change.lost) for name, change in changes.items() if name in KINDS)
        click.echo(f"{len(made)} 条判断写入 {file}；合并了 {rows} 行 (decisions written; rows merged)")


def _show(doubt: "Doubt", number: int, of: int) -> None:
    from kb.resolve.decisions import KINDS as NAMES

    click.echo(f"\n[{number}/{of}] {NAMES[doubt.kind]}")
    for sign, side in (("A", doubt.one), ("B", doubt.other)):
        click.echo(f"  {sign}  {side.name}  [{side.key}]")
        for line in side.told:
            click.echo(f"       {line}")
    for reason in doubt.reasons:
        click.echo(f"  ?  {reason}")


def _ask(doubt: "Doubt", number: int, of: int) -> "Answer":
    _show(doubt, number, of)
    try:
        answer = click.prompt("同 same s · 异 different d · 以后 later l · 停 stop q", type=click.Choice(list(ANSWERS)),
                              default="l", show_choices=False)  # fmt: skip
    except click.Abort:  # Ctrl-C, or nobody there to answer: what is decided so far counts
        click.echo()
        return "stop"
    return ANSWERS[answer]
