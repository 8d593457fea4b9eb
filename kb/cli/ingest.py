"""`kb ingest`."""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from kb.cli.options import base_option, password_option

__all__ = ["ingest"]


@click.command(short_help="把白皮书读入库。Read white papers into the base.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@base_option
@click.option("--force", is_flag=True, help="已在库中的也重读。Read again what is already in the base.")
@click.option("--decisions", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="kb review 的判断，默认用 PATH 旁的 decisions.yml。Decisions of kb review [decisions.yml by PATH].")  # fmt: skip
@password_option
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="同时读几份，默认为处理器数。Files at a time [CPUs]."
)
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=300.0, show_default=True, metavar="S",
              help="每份最多几秒。Seconds each file may take.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=256), default=4096, show_default=True, metavar="MB",
              help="每份最多多少内存。Megabytes each file may take.")  # fmt: skip
def ingest(
    paths: tuple[str, ...], base: Path, force: bool, decisions: Path | None, password: str | None, jobs: int | None,
    timeout: float, memory: int,
) -> None:  # fmt: skip
    """把白皮书读入库：PATH 是 PDF、文件夹或通配符。

    Reads PDFs, folders of them or patterns into the base. A paper is replaced whole or not at all; one that is in the
    base already (same file, same extractor, same source.yml) is left as it is. Beside a PDF, source.yml may say more
    of it: title, publisher, year, series, what it must yield.

    \b
    kb ingest corpus
    kb ingest 报告.pdf --db my.db
    kb ingest "2024/*.pdf" --force

    退出码 Exit code: 0 全部成功 all well, 1 有文件失败 some file failed, 2 用法有误 wrong usage.
    """
    from kb.errors import KbError
    from kb.ingest.notes import notes
    from kb.ingest.run import Options
    from kb.ingest.run import ingest as run
    from kb.ingest.workers import Limits
    from kb.report.summary import Progress, show_summary
    from kb.resolve.decisions import find_file, read
    from kb.version import extractor_version

    signal.signal(signal.SIGTERM, _terminated)
    limits = Limits(jobs or os.cpu_count() or 1, timeout, memory)
    file = decisions or find_file(paths)
    options = Options(extractor_version(), force, password, limits, read(file) if file else None)
    with Progress() as progress:
        results = run(paths, base, options, progress)
    changed = [r.id for r in results if r.outcome in ("added", "replaced")]
    try:
        told = notes(base, changed) if changed or (base.is_file() and options.decisions) else []
    except KbError as error:  # what came in must be said all the same
        told = [str(error)]
    show_summary(results, base, told)
    if options.decisions:
        click.echo(f"判断 decisions：{len(options.decisions)} 条，来自 from {file}")
    sys.exit(any(r.outcome == "failed" for r in results))


def _terminated(number: int, frame: object) -> NoReturn:
    """Leave in good order when asked to: workers are ended, the transaction rolled back."""
    raise KeyboardInterrupt
