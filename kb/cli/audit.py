"""`kb audit`."""

import sys
from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["audit"]


@click.command(short_help="核对：文献与自己、与上一版是否相符。Does a paper agree with itself?")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@base_option
@click.option("--markdown", "form", flag_value="markdown", help="输出 Markdown。As Markdown.")
@click.option("--json", "form", flag_value="json", help="输出 JSON。As JSON.")
@click.option("--all", "everything", is_flag=True, help="相符的也列出处。Show where confirmed claims stand, too.")
@click.option("--strict", is_flag=True, help="有矛盾则退出码为 1。Exit code 1 where there are contradictions.")
def audit(ids: tuple[str, ...], base: Path, form: str | None, everything: bool, strict: bool) -> None:
    """核对报告：文中所说与表中所列、所印升降与上一版名次是否相符。默认全部文献，或只看 ID。

    What each paper claims, held against its own tables and against its last edition: contradictions first, with both
    sides and their pages.

    \b
    kb audit
    kb audit ccid-2021 --markdown > 核对.md
    kb audit --json --strict

    退出码 Exit code: 0；加 --strict 且有矛盾则 1 (1 with --strict where there are contradictions)。
    """
    from kb.audit import as_json, as_markdown, audits, show

    papers = audits(base, ids)
    if form == "json":
        click.echo(as_json(papers))
    elif form == "markdown":
        click.echo(as_markdown(papers), nl=False)
    else:
        show(papers, everything=everything)
    sys.exit(strict and any(paper.count("contradiction") for paper in papers))
