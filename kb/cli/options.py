"""Options that several commands share."""

from pathlib import Path

import click

__all__ = ["base_option", "password_option"]

base_option = click.option(
    "--db", "base", type=click.Path(dir_okay=False, path_type=Path), default="whitepapers.db", envvar="KB_DB",
    show_default=True, show_envvar=True, metavar="FILE", help="库文件。The base.",
)  # fmt: skip
password_option = click.option(
    "--password", envvar="KB_PASSWORD", show_envvar=True, metavar="P", help="打开 PDF 的密码。Opens protected PDFs."
)
