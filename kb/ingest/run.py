"""Papers into the base: read in processes of their own, stored by one writer, each whole or not at all."""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import sqlite_utils

from kb.base.file import MISSING, for_writing, in_words
from kb.base.index import mend
from kb.base.keys import in_shell
from kb.base.lock import locked
from kb.errors import KbError
from kb.ingest.expect import failed
from kb.ingest.hints import hints
from kb.ingest.log import Result, log
from kb.ingest.sources import Candidate, Refused, as_id, find, shown
from kb.ingest.workers import Limits, Outcome, Task, read_all
from kb.resolve.decisions import Decision, decisions_of
from kb.store import remove, resettle, store
from kb.store.rows import rows_of
from kb.version import stored_as
from schema.document import Document

__all__ = ["Listener", "Options", "ingest", "remove_papers"]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read in. `force` reads again what is already in the base.

    `decisions` are what people say of things that may be one; None leaves those that the base knows.
    """

    extractor: str
    force: bool = False
    password: str | None = None
    limits: Limits = field(default_factory=Limits)
    decisions: Sequence[Decision] | None = None


class Listener(Protocol):
    """Who is told how it goes."""

    def start(self, files: int) -> None:
        """So many files are to be done."""

    def done(self, result: Result) -> None:
        """One of them is."""


Reader = Callable[[Iterable[Task], Limits], Iterable[Outcome]]


@dataclass
class _Run:
    """One call of `ingest`."""

    db: sqlite_utils.Database
    base: Path
    options: Options
    results: list[Result]
    tell: Callable[[Result], None]
    shas: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    positions: dict[Path, int] = field(default_factory=dict)

    def refuse(self, result: Result, at: Candidate | int) -> None:
        """Report a file that is not even read, and log the attempt."""
        _logged(self, result)
        self.report(result, at)

    def report(self, result: Result, at: Candidate | int) -> None:
        """Keep a result, and tell of it."""
        result.position = at if isinstance(at, int) else self.positions[at.path]
        self.results.append(result)
        self.tell(result)


def ingest(
    paths: Iterable[str], base: Path, options: Options, listener: Listener, read: Reader | None = None
) -> list[Result]:
    """Read the PDFs at `paths` into the base, and say of each file what came of it.

    `read` reads them; by default `workers.read_all` does. Raises KbError where the base itself can't be used; whatever is wrong with a file is a result.
    """
    found = find(paths)
    listener.start(len(found))
    fresh = not base.exists()
    results: list[Result] = []
    with locked(base):
        try:
            with for_writing(base) as db:
                mend(db)
                _decide(db, options.decisions)
                run = _Run(db, base, options, results, listener.done)
                candidates = _told_apart(run, found)
                tasks = [t for c in candidates if (t := _to_read(run, c))]
                by_path = {c.path: c for c in candidates}
                for outcome in (read or read_all)(tasks, options.limits):
                    one = by_path[outcome.task.path]
                    run.report(_kept(run, one, outcome), one)
        finally:
            if fresh and not any(r.outcome == "added" for r in results):
                for ending in ("", "-wal", "-shm"):
                    base.with_name(base.name + ending).unlink(missing_ok=True)
    return sorted(results, key=lambda r: r.position)


def _decide(db: sqlite_utils.Database, decisions: Sequence[Decision] | None) -> None:
    """Go by these decisions from now on, also for papers that are not read again."""
    if decisions is not None and set(decisions) != set(decisions_of(db.conn)):
        with db.atomic():
            resettle(db, decisions)


def _told_apart(run: _Run, found: Sequence[Candidate | KbError]) -> list[Candidate]:
    """The files that can be taken; of two with one id, the first."""
    by_id: dict[str, Candidate] = {}
    for position, one in enumerate(found):
        if isinstance(one, Refused):
            name = one.path.stem
            run.refuse(Result(as_id(name), shown(one.path.name), "failed", error=str(one)), position)
            continue
        if isinstance(one, KbError):
            run.report(Result("", "", "failed", error=str(one)), position)
            continue
        run.positions[one.path] = position
        if one.id in by_id:
            run.refuse(_failure(one, _same_id(by_id[one.id], one)), one)
        else:
            by_id[one.id] = one
    return list(by_id.values())


def _same_id(first: Candidate, second: Candidate) -> str:
    return (
        f"文献编号 {second.id} 与 {shown(first.path)} 相同；请改文件名，或在 source.yml 里写明 id "
        f"(same document id as that file; rename it or give an id in source.yml)"
    )


def _to_read(run: _Run, one: Candidate) -> Task | None:
    """The task of reading a file, unless it is in the base as it is, or can't be read at all."""
    try:
        digest = hashlib.sha256(one.path.read_bytes()).hexdigest()
    except OSError:
        # The worker says what is wrong; it may also be right again by then.
        return Task(one.path, one.source, run.options.password)
    first = run.shas.setdefault(digest, one.id)
    run.digests[one.id] = digest
    twin = first if first != one.id else _twin(run.db, digest, one.id)
    if twin:
        failure = _failure(one, _same_bytes(twin))
        failure.sha256 = digest
        run.refuse(failure, one)
        return None
    as_it_is = (digest, run.options.extractor, stored_as(), one.source_digest)
    row = run.db.execute(
        "SELECT sha256, extractor, stored_as, source_digest FROM documents WHERE id = ?", (one.id,)
    ).fetchone()
    if row == as_it_is and not run.options.force:
        run.report(_unchanged(run.db, one), one)
        return None
    if row and row[0] == digest and one.says_nothing and row[3] not in (None, one.source_digest):
        kept = _unchanged(run.db, one)
        kept.warnings.append(_said_elsewhere(one.id))
        run.report(kept, one)
        return None
    return Task(one.path, one.source, run.options.password)


def _twin(db: sqlite_utils.Database, digest: str, id: str) -> str | None:
    row = db.execute("SELECT id FROM documents WHERE sha256 = ? AND id <> ?", (digest, id)).fetchone()
    return str(row[0]) if row else None


def _same_bytes(twin: str) -> str:
    return (
        f"与文献 {twin} 是同一份文件，没有再读；若是副本可删去，要换编号请先 kb remove {in_shell(twin)} "
        f"(the very same file as that document, not read again; delete the copy, or to give it another id, remove that first)"
    )


def _said_elsewhere(id: str) -> str:
    """The same bytes lie in another folder without their `source.yml`: what that said is not to be lost."""
    return (
        f"同一份文件，库里的是照它 source.yml 所说读入的，这里旁边没有，所以没有再读；要重读请给出有 source.yml 的文件夹，"
        f"不要它所说的请先 kb remove {in_shell(id)} (the very same file, in the base with what its source.yml says; there is none "
        f"beside this copy, so it was not read again: ingest the folder that has it, or remove the paper first)"
    )


def _failure(one: Candidate, why: str) -> Result:
    return Result(one.id, shown(one.path.name), "failed", error=f"{shown(one.path)}：{why}")


def _unchanged(db: sqlite_utils.Database, one: Candidate) -> Result:
    result = Result(one.id, shown(one.path.name), "unchanged")
    restricted, result.text_layer = db.execute(
        "SELECT restricted, text_layer FROM documents WHERE id = ?", (one.id,)
    ).fetchone()
    result.restricted, result.counts = bool(restricted), counts_of(db, one.id)
    return result


def counts_of(db: sqlite_utils.Database, document: str) -> dict[str, int]:
    """How many rows of each kind a paper has; of shared things, how many it tells of."""
    from kb.base.tables import TABLES

    counts = dict(
        db.execute("SELECT thing_table, count(*) FROM attestations WHERE document = ? GROUP BY 1", (document,))
    )
    for table in TABLES:
        if table.owner == "document" and table.name != "documents":
            (counts[table.name],) = db.execute(
                f'SELECT count(*) FROM "{table.name}" WHERE document = ?', (document,)
            ).fetchone()
    return counts


def _kept(run: _Run, one: Candidate, outcome: Outcome) -> Result:
    """Store what was read, and log it; in the log only, where it could not be read or stored."""
    result = Result(one.id, shown(one.path.name), "failed", seconds=outcome.seconds, error=outcome.error)
    if outcome.paper is not None:
        began = time.monotonic()
        try:
            with run.db.atomic():
                _store(run, one, outcome, result)
                log(run.db, result, run.options.extractor)
            result.seconds += time.monotonic() - began
            return result
        except KbError as error:
            why = f"{shown(one.path)}：{error}"
        except sqlite3.OperationalError as error:
            why = f"{shown(one.path)}：存不进 can't be stored: {in_words(run.base, error)}"
        except Exception as error:
            why = f"{shown(one.path)}：存不进库：{type(error).__name__}: {error}；请报告给开发者 (can't be stored; report it)"
        result = Result(one.id, shown(one.path.name), "failed", seconds=outcome.seconds, error=why)
    else:
        result.error = f"{shown(one.path)}：{outcome.error}"
    result.sha256 = run.digests.get(one.id)
    _logged(run, result)
    return result


def _logged(run: _Run, result: Result) -> None:
    try:
        with run.db.atomic():
            log(run.db, result, run.options.extractor)
    except sqlite3.Error:
        result.warnings.append("未能记入日志 (could not be logged)")


def _store(run: _Run, one: Candidate, outcome: Outcome, result: Result) -> None:
    paper = outcome.paper
    assert paper is not None
    before = run.db.execute("SELECT title, sha256, year FROM documents WHERE id = ?", (one.id,)).fetchone()
    if before and before[1] != paper.document.sha256 and not run.options.force:
        _refuse_other_edition(one.id, before[0], before[2], paper.document)
    findings = failed(paper, one.source.expect)
    rows = rows_of(
        paper, findings, file=shown(one.path.name), stored_as=stored_as(), source_digest=one.source_digest,
    )  # fmt: skip
    result.changes = store(run.db, one.id, rows)
    result.outcome = "replaced" if before else "added"
    result.counts = counts_of(run.db, one.id)
    result.restricted, result.text_layer = paper.document.restricted, paper.document.text_layer
    result.sha256 = paper.document.sha256
    result.warnings = [
        *paper.warnings,
        *hints(paper, one.source),
        *(f"{f.statement}，实为 {f.actual if f.actual is not None else '无 none'} (not as expected)" for f in findings),
    ]
    if before and before[1] != paper.document.sha256 and before[0] != paper.document.title:
        result.warnings.append(f"替换了另一份文件《{before[0]}》 (another file of this id was replaced)")


def _refuse_other_edition(id: str, title: str | None, year: int | None, document: Document) -> None:
    """Next year's paper under last year's file name must not push it out."""
    if year and document.year and year != document.year:
        raise KbError(
            f"编号 {id} 在库里是 {year} 年的《{title}》，这份是 {document.year} 年的，没有替换；请改文件名，或在 source.yml 里另写 id；"
            f"确要替换请用 --force (in the base this id is the paper of {year}; rename the file or give it another id in source.yml, "
            f"or replace it with --force)"
        )


def remove_papers(ids: Sequence[str], base: Path, extractor: str) -> list[Result]:
    """Take papers out of the base. Raises KbError where one is not in it; then none is taken out."""
    if not base.is_file() or not base.stat().st_size:
        raise KbError(MISSING.format(path=base))
    with locked(base), for_writing(base) as db:
        mend(db)
        known = {row[0] for row in db.execute("SELECT id FROM documents")}
        for id in ids:
            if id not in known:
                raise KbError(
                    f"{id}：库里没有这份文献；运行 kb status 看编号 (not in the base; kb status lists the ids)"
                )
        return [_removed(db, id, extractor) for id in dict.fromkeys(ids)]


def _removed(db: sqlite_utils.Database, id: str, extractor: str) -> Result:
    file, sha = db.execute("SELECT file, sha256 FROM documents WHERE id = ?", (id,)).fetchone()
    result = Result(id, file or "", "removed", counts=counts_of(db, id), sha256=sha)
    with db.atomic():
        result.changes = remove(db, id)
        log(db, result, extractor)
    return result
