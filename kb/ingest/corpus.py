"""What the corpus folder says of papers that are there already: for a new one that is to stand beside them."""

from collections.abc import Iterator
from pathlib import Path

from kb.errors import KbError
from kb.ingest.sources import Candidate, find
from kb.resolve.model import Paper
from kb.resolve.series import may_be_one

__all__ = ["neighbours"]


def neighbours(corpus: Path, new: Paper, pdf: Path) -> Iterator[str]:
    """Lines on the very same file, on other editions of the series, and on what may be one. `new` has its series."""
    others = [one for one in find([str(corpus)]) if isinstance(one, Candidate)] if corpus.is_dir() else []
    for one in others:
        told = one.source
        if _same_bytes(one.path, pdf):
            raise KbError(
                f"{pdf}：与 {one.path} 是同一份文件，没有再建；请直接改 {one.path.parent / 'source.yml'} "
                f"(the very same file; edit that source.yml instead)"
            )
        paper = Paper(one.id, told.series, told.title, told.publisher, told.year, told.previous)
        if told.series and told.series == new.series:
            yield f"同一系列 Same series: {one.id}（{told.year or '?'}）《{told.title or told.series}》"
        elif may_be_one(Paper(new.id, None, new.title, new.publisher, new.year, None), paper):
            yield (
                f"或许同一系列 Maybe the same series: {one.id}《{told.series or told.title}》；若是，请把 series 改成一样的 "
                f"(if so, make `series` the same)"
            )


def _same_bytes(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:
        return False
