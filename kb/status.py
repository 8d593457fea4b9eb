"""What is in the base, paper by paper."""

from dataclasses import dataclass
from pathlib import Path

from kb.base.file import for_reading

__all__ = ["Standing", "standing"]

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
