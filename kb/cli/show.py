"""`kb show`."""

from pathlib import Path

import click

from kb.cli.options import password_option

__all__ = ["show"]


@click.command(short_help="看某一页读出了什么。See what was read on a page.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--page", "number", type=click.IntRange(min=1), required=True, metavar="N", help="页码，从 1 数。From 1.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="写到哪里，默认为当前文件夹。Where to write it.")  # fmt: skip
@password_option
def show(file: Path, number: int, output: Path | None, password: str | None) -> None:
    """写一个网页：页面图、文字与其中认出的词（displaCy）、由此得到的事实，便于看清一条事实为何读出或漏掉。

    Writes an HTML page with the page's picture, its words and what was recognised in them, and the facts made of them.
    """
    from extract.errors import ReadError
    from kb.errors import KbError
    from kb.evaluate.show import show_page
    from kb.ingest.sources import read_source

    try:
        text = show_page(file.read_bytes(), read_source(file), number, password)
    except ReadError as error:
        raise KbError(f"{file}：{error}") from error
    output = output or Path(f"{file.stem}-p{number}.html")
    output.write_text(text, encoding="utf-8")
    click.echo(str(output))
