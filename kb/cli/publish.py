"""`kb publish`."""

from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["publish"]


@click.command(short_help="写出可在别处运行的文件夹。Write a folder that runs elsewhere.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--pictures", is_flag=True, help="放页面图片，不放 PDF。Pictures of the pages instead of PDFs.")
@click.option(
    "--restricted", is_flag=True, help="连同标志禁止复制的文献的页面。Also pages of papers whose flags forbid copying."
)
@click.option("--papers", type=click.Path(file_okay=False, path_type=Path), multiple=True, metavar="DIR",
              help="PDF 在哪里，默认为库旁的 corpus。Where the PDFs are [corpus beside the base].")  # fmt: skip
@base_option
def publish(folder: Path, pictures: bool, restricted: bool, papers: tuple[Path, ...], base: Path) -> None:
    """写出一个自足的文件夹：库、页面、说明、网站与启动脚本，在别处用 datasette serve 即可运行。

    Writes a self-contained folder: the base, its pages, metadata, the site, a start script and a Dockerfile.
    """
    from kb.publish import publish as run

    done = run(
        base, folder, list(papers) or [base.resolve().parent / "corpus"], pictures=pictures, restricted=restricted
    )
    click.echo(f"{folder}：{len(done.shown)} 份文献带页面 papers with their pages；sh {folder}/start.sh")
    if done.withheld:
        click.echo(
            f"标志禁止复制，未放页面；要放请加 --restricted (flags forbid copying, pages left out): {'、'.join(done.withheld)}"
        )
    if done.missing:
        click.echo(f"PDF 不在手边 (not at hand): {'、'.join(done.missing)}")
