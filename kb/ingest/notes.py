"""What a person should know when papers have come in: what to look at, and with which command."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from kb.base.file import for_reading
from kb.base.keys import in_shell
from kb.resolve.decisions import KINDS, decisions_of
from kb.resolve.model import Paper
from kb.resolve.series import may_be_one

__all__ = ["notes"]


def notes(base: Path, papers: Collection[str]) -> list[str]:
    """Lines on the papers that have just come in or changed, and on what in the base waits for a person."""
    with for_reading(base) as db:
        found = [line for paper in papers for line in _of_paper(db, paper)]
        return [
            *dict.fromkeys([*found, *_series(db, papers), *_editions(db, papers)]),
            *_to_review(db),
            *_lost_decisions(db),
        ]


def _of_paper(db: sqlite3.Connection, paper: str) -> Iterator[str]:
    counts = dict(db.execute("SELECT kind, count(*) FROM findings WHERE document = ? GROUP BY kind", (paper,)))
    contradictions, incomplete = counts.get("contradiction", 0), counts.get("incomplete", 0)
    if contradictions or incomplete:
        kinds = ((contradictions, "矛盾", "contradictions"), (incomplete, "不全", "incomplete"))
        told = "、".join(f"{name} {count} 处" for count, name, _ in kinds if count)
        english = ", ".join(f"{count} {name}" for count, _, name in kinds if count)
        yield f"{paper}：核对出{told}；运行 kb audit {in_shell(paper)} ({english}; run kb audit)"
    previous, series, year = db.execute(
        "SELECT previous, edition_of, year FROM documents WHERE id = ?", (paper,)
    ).fetchone()
    if previous and not db.execute("SELECT 1 FROM documents WHERE id = ?", (previous,)).fetchone():
        yield (
            f"{paper}：source.yml 说上一版是 {previous}，库里没有；请读入它或改正 previous "
            f"(the last edition it names is not in the base; read that in, or mend `previous`)"
        )
    for (twin,) in db.execute(
        "SELECT id FROM documents WHERE edition_of = ? AND year = ? AND id <> ? ORDER BY id", (series, year, paper)
    ):
        yield (
            f"{paper}：与 {twin} 同属《{series}》{year} 年版；若是同一份请 kb remove 其一，若不是请在 source.yml 写明 year 或 series "
            f"(both are this series' edition of {year}; remove one, or give `year` or `series` in source.yml)"
        )


def _series(db: sqlite3.Connection, papers: Collection[str]) -> Iterator[str]:
    """Papers that look like editions of one series, but are not known to be."""
    every = {
        row[0]: (Paper(*row[:6]), row[6])
        for row in db.execute(
            "SELECT id, series, title, publisher, year, previous, edition_of FROM documents ORDER BY year, id"
        )
    }
    for id in papers:
        paper, series = every[id]
        near = {its for other, its in every.values() if its != series and may_be_one(paper, other)}
        if len(near) == 1 and not paper.previous:
            (its,) = near
            other = next(o for o, own in every.values() if own == its)
            yield (
                f"{id}：像是 {other.id}《{other.title}》的另一版，但标题或机构不同，没有连上；若是，请在两份的 source.yml 写同一个 series "
                f"(looks like another edition of that paper, but title or publisher differ; if so, give both the same `series` in source.yml)"
            )


def _editions(db: sqlite3.Connection, papers: Collection[str]) -> Iterator[str]:
    """How each list stands to its last edition, where either has just come in; and lists that have none but should."""
    linked = set()
    for document, name, year, earlier, before, before_year, comparable, reasons, entered, left, moved in db.execute(
        "SELECT e.document, e.list, e.year, p.document, p.list, p.year, e.comparable, e.reasons, e.entered, e.left_out, e.moved "
        "FROM editions e JOIN editions p ON p.id = e.previous ORDER BY e.document, e.id"
    ):
        linked.add(document)
        if document not in papers and earlier not in papers:
            continue
        renamed = f"（那时叫《{before}》）" if before != name else ""
        told = f"新上榜 {entered}、落榜 {left}、名次有变 {moved}"
        if not comparable:
            told += f"；做法变了，名次不可比 not comparable：{'；'.join(json.loads(reasons or '[]'))}"
        yield (
            f"{document}：《{name}》与 {earlier}{renamed} 相比，{told}；运行 kb diff {before_year} {year} "
            f"(against the last edition: entered, left, moved; run kb diff)"
        )
    for document, earlier in db.execute(
        "SELECT s.document, s.previous FROM series_editions s JOIN documents d ON d.id = s.document WHERE s.previous IS NOT NULL "
        "AND EXISTS (SELECT 1 FROM editions WHERE document = s.document) AND EXISTS (SELECT 1 FROM editions WHERE document = s.previous) "
        "AND d.previous IS NULL ORDER BY s.document"
    ):
        if document not in linked and (document in papers or earlier in papers):
            yield (
                f"{document}：上一版是 {earlier}，但没有哪个榜单能断定是同一个；若榜名改了，请在 source.yml 写 previous: {earlier} "
                f"(none of its lists is surely one of the last edition's; where it was renamed, give `previous` in source.yml)"
            )


def _to_review(db: sqlite3.Connection) -> Iterator[str]:
    (count,) = db.execute("SELECT count(*) FROM merge_candidates").fetchone()
    if count:
        yield f"有 {count} 对名称疑似同一事物，待你判断；运行 kb review (pairs that may be one thing; run kb review)"


def _lost_decisions(db: sqlite3.Connection) -> Iterator[str]:
    """Decisions on what is not in the base: a slip of the pen, or a paper that is not there."""
    decisions = decisions_of(db)
    known = _known(db) if decisions else {}
    lost = list(dict.fromkeys(key for d in decisions for key in (d.one, d.other) if key not in known[d.kind]))
    if lost:
        yield (
            f"decisions.yml 所说的 {_some(lost)} 不在库里，这些判断没有用上；若写错请改正 "
            f"({len(lost)} keys are not in the base, so these decisions do nothing; mend them if misspelt)"
        )


def _some(keys: Sequence[str], most: int = 3) -> str:
    return "、".join(keys[:most]) + (f" 等 {len(keys)} 个" if len(keys) > most else "")


def _known(db: sqlite3.Connection) -> dict[str, set[str]]:
    """By kind, every key that a decision may name."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for kind, document, key, told_as, fields in db.execute(
        "SELECT thing_table, document, thing, told_as, fields FROM attestations"
    ):
        if kind in found:
            found[kind] |= {key, told_as, f"{document}/{told_as}"}
        if kind == "policies":
            found["issuers"] |= set(json.loads(fields).get("issuers") or ())
    return found
