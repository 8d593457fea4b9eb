"""What is in the base, paper by paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kb.base.file import for_reading
from kb.report.paper_table import COUNTED, LAYERS, MIND, PAPER, Column, console_for, paper_table

__all__ = ["Standing", "show_status", "standing"]

TITLE_WIDTH = 28
KINDS = (
    "rankings", "ranking_entries", "policy_citations", "case_studies", "measurements", "findings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """One paper in the base. `ingested` is when it was last read in, ISO 8601 in UTC."""

    id: str
    name: str
    year: int | None
    pages: int
    extractor: str
    text_layer: str
    restricted: bool
    ingested: str | None
    counts: dict[str, int]
    contradictions: int = 0


def standing(base: Path) -> list[Standing]:
    """The papers in the base, newest edition first. Raises KbError where there is no base."""
    with for_reading(base) as db:
        rows = db.execute(
            "SELECT id, name, year, page_count, extractor, text_layer, restricted, "
            "(SELECT max(started) FROM ingests WHERE document = documents.id AND outcome IN ('added', 'replaced')) "
            "FROM documents ORDER BY year DESC, id"
        ).fetchall()
        counts: dict[str, dict[str, int]] = {row[0]: {} for row in rows}
        for kind in KINDS:
            for document, count in db.execute(f"SELECT document, count(*) FROM {kind} GROUP BY document"):
                counts[document][kind] = count
        for kind, document, count in db.execute(
            "SELECT thing_table, document, count(*) FROM attestations GROUP BY thing_table, document"
        ):
            counts[document][kind] = count
        contradictions = dict(
            db.execute("SELECT document, count(*) FROM findings WHERE kind = 'contradiction' GROUP BY document")
        )
    return [
        Standing(
            id, name, year, pages, extractor, layer, bool(restricted), ingested, counts[id], contradictions.get(id, 0)
        )
        for id, name, year, pages, extractor, layer, restricted, ingested in rows
    ]


def show_status(papers: Sequence[Standing], base: Path, extractor: str) -> None:
    """The papers in the base."""
    console = console_for()
    if not papers:
        console.print(f"{base}：库是空的 (the base is empty)", markup=False)
        return
    columns = (
        PAPER, Column("年", "year"), Column("标题", "title", width=TITLE_WIDTH), *COUNTED.values(),
        Column("版本", "version", number=True), Column("读入", "age", number=True), MIND,
    )  # fmt: skip
    console.print(paper_table(console, columns, [_standing(paper, extractor) for paper in papers]))
    console.print(f"{len(papers)} 份 papers · {base}", markup=False)


def _standing(paper: Standing, extractor: str) -> Sequence[str]:
    counts = {"pages": paper.pages, **paper.counts}
    mind = (
        "旧版读的 old extractor" if paper.extractor != extractor else "",
        f"矛盾 {paper.contradictions} contradictions" if paper.contradictions else "",
        "限制复制 restricted" if paper.restricted else "",
        LAYERS.get(paper.text_layer, ""),
    )
    return (
        paper.id, str(paper.year or ""), paper.name, *(str(counts.get(kind, 0)) for kind in COUNTED),
        paper.extractor, _age(paper.ingested), "\n".join(filter(None, mind)),
    )  # fmt: skip


def _age(iso: str | None) -> str:
    if not iso:
        return ""
    seconds = (datetime.now(UTC) - datetime.fromisoformat(iso)).total_seconds()
    for size, unit in ((86400, "天 d"), (3600, "时 h"), (60, "分 min")):
        if seconds >= size:
            return f"{int(seconds // size)} {unit}"
    return f"{int(max(0, seconds))} 秒 s"
