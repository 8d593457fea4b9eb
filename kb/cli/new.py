"""`kb new`."""

from pathlib import Path

import click

from kb.cli.options import password_option

__all__ = ["new"]


@click.command(short_help="为一份新白皮书建文件夹。Make a folder for a new white paper.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", metavar="ID", help="文献编号，默认用文件名。The document's id, by default the file's name.")
@click.option("--corpus", type=click.Path(file_okay=False, path_type=Path), default="corpus", show_default=True, metavar="DIR",
              help="放在哪里。Where it goes.")  # fmt: skip
@password_option
def new(file: Path, id: str | None, corpus: Path, password: str | None) -> None:
    """为一份新白皮书建文件夹 corpus/ID：放入 PDF，并从封面写出 source.yml，供核对后读入。

    Makes corpus/ID with a copy of the PDF and a source.yml written from its cover and from what was found, and shows
    that, so that a person can check it before `kb ingest`. Nothing goes into the base yet.
    """
    from kb.errors import KbError
    from kb.ingest.checklist import to_check
    from kb.ingest.corpus import neighbours
    from kb.ingest.scaffold import as_paper, make_folder
    from kb.ingest.sources import Candidate, as_id
    from kb.ingest.workers import Limits, Task, read_all
    from schema import Source

    if not file.is_file():
        raise KbError(f"{file}：没有这个文件；请检查路径 (no such file; check the path)")
    pdf = Candidate(file, Source(id=as_id(id or file.stem)))
    (outcome,) = read_all([Task(file, pdf.source, password)], Limits())
    if outcome.paper is None:
        raise KbError(f"{file}：{outcome.error}")
    beside = list(neighbours(corpus, as_paper(outcome.paper), file))
    folder = make_folder(corpus, id, pdf, outcome.paper)
    for line in (*to_check(outcome.paper), *beside):
        click.echo(line)
    if outcome.paper.document.text_layer in ("missing", "garbled"):
        click.echo(
            f"\n文件夹建好了，但现在读入什么也没有；请把能读的 PDF 放进 {folder} (nothing to ingest yet: put a readable PDF there)"
        )
    else:
        click.echo(f"\n请核对 {folder}/source.yml，再运行 kb ingest {folder} (check it, then ingest the folder)")
