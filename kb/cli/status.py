"""`kb status`."""

from pathlib import Path

import click

from kb.cli.options import base_option

__all__ = ["status"]


@click.command(short_help="列出库中的文献。List the papers in the base.")
@base_option
def status(base: Path) -> None:
    """列出库中的文献：年份、页数、各类事实的数量、提取器版本、读入多久。

    Lists the papers in the base with counts, findings, the extractor's version (an old one is marked) and age.
    """
    from kb.report.status import show_status, standing
    from kb.version import extractor_version

    show_status(standing(base), base, extractor_version())
