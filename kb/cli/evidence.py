"""`kb evidence`."""

from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["evidence"]


@click.command(short_help="把一条出处画成图。Draw where a fact stands on the page.")
@click.argument("key", metavar="ID")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE",
              help="PNG 写到哪里。Where to write the PNG.")  # fmt: skip
@click.option("--whole", is_flag=True, help="整页。The whole page.")
@click.option("--scale", type=click.FloatRange(0.5, 6), default=2.0, show_default=True, metavar="N",
              help="每点几个像素。Pixels a point.")  # fmt: skip
@click.option("--papers", type=click.Path(file_okay=False, path_type=Path), multiple=True, metavar="DIR",
              help="PDF 在哪里，默认为库旁的 corpus。Where the PDFs are [corpus beside the base].")  # fmt: skip
@base_option
def evidence(key: str, out: Path, whole: bool, scale: float, papers: tuple[Path, ...], base: Path) -> None:
    """把一条事实在页面上的位置画成图，原字标出。ID 是出处的编号，或“表:编号”。

    Draws where a fact stands on the page, its words marked. ID is a key of the table evidence, or TABLE:KEY of a fact.

    kb evidence ranking_entries:ccid-2021/表1/16 --out 济南.png
    """
    from kb.publish.evidence import evidence_picture

    folders = list(papers) or [base.resolve().parent / "corpus"]
    out.write_bytes(evidence_picture(base, key, folders, scale, whole=whole))
    click.echo(str(out))
