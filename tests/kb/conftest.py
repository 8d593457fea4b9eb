"""A base to fill, and ways to fill it without reading PDFs."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from kb.base.file import for_writing
from kb.ingest.workers import Limits, Outcome, Task
from kb.store import Changes, store
from kb.store.rows import rows_of
from schema import Paper


@pytest.fixture(scope="session")
def empty_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "empty.db"
    with for_writing(path):
        pass
    return path


@pytest.fixture
def base(empty_base: Path, tmp_path: Path) -> Path:
    """A base with no papers, of this test's own."""
    return Path(shutil.copy(empty_base, tmp_path / "whitepapers.db"))


@pytest.fixture
def put() -> Callable[[Path, Paper], Changes]:
    """Stores a paper in a base."""

    def put(base: Path, paper: Paper) -> Changes:
        with for_writing(base) as db:
            rows = rows_of(paper, file="x.pdf", stored_as="test")
            with db.atomic():
                return store(db, paper.document.id, rows)

    return put


@pytest.fixture
def reader() -> Callable[[dict[str, Paper]], Callable[[Iterable[Task], Limits], Iterator[Outcome]]]:
    """A reader that knows each file's paper by the file's stem, instead of reading it."""

    def make(papers: dict[str, Paper]) -> Callable[[Iterable[Task], Limits], Iterator[Outcome]]:
        def read(tasks: Iterable[Task], limits: Limits) -> Iterator[Outcome]:
            for task in tasks:
                paper = papers.get(task.path.stem)
                yield Outcome(task, paper, None if paper else "读不了 (can't be read)", 0.1)

        return read

    return make
