"""`kb extract`."""

import sys
from pathlib import Path

import click

from kb.cli.options import password_option

__all__ = ["extract"]


@click.command(short_help="读一份 PDF，打印 JSON。Read one PDF and print its facts as JSON.")
@click.argument("file", type=click.Path(path_type=Path))
@password_option
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="写入文件，不打印。Write to a file instead.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=300.0, show_default=True, metavar="S",
              help="最多几秒。Seconds it may take.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=256), default=4096, show_default=True, metavar="MB",
              help="最多多少内存。Megabytes it may take.")  # fmt: skip
def extract(file: Path, password: str | None, output: Path | None, timeout: float, memory: int) -> None:
    """读一份 PDF，打印其中的榜单、政策、案例等，每条都带出处（页、位置、原文）。

    Reads one PDF and prints its facts as one JSON object, each with the place where it stands. The fields are those
    of `kb schema --json`. Nothing is stored.
    """
    from kb.errors import KbError
    from kb.ingest.sources import read_source
    from kb.ingest.workers import Limits, Task, read_all

    if file.is_dir():
        raise KbError(f"{file}：是文件夹；请给出一份 PDF，或用 kb ingest (a folder; give one PDF, or use kb ingest)")
    if not file.exists():
        raise KbError(f"{file}：没有这个文件；请检查路径 (no such file; check the path)")
    (outcome,) = read_all([Task(file, read_source(file), password)], Limits(1, timeout, memory))
    if outcome.paper is None:
        raise KbError(f"{file}：{outcome.error}")
    text = outcome.paper.model_dump_json(indent=1) + "\n"
    for warning in outcome.paper.warnings:
        click.echo(f"{file}：{warning}", err=True)
    if output is None:
        sys.stdout.buffer.write(text.encode())
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise KbError(
            f"{output}：写不进去：{error.strerror}；请检查位置与权限 (can't be written; check the place)"
        ) from error
