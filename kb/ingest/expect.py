"""What `source.yml` says a paper must yield, held against what it yielded."""

from collections.abc import Iterator
from typing import Any

from schema import Evidence, Paper
from schema.finding import Finding
from schema.source import Expectation, GoldenRow

__all__ = ["failed"]

RULE = "expectation"


def failed(paper: Paper, expect: Expectation | None) -> list[Finding]:
    """A finding for each expectation that does not hold."""
    return list(_failed(paper, expect)) if expect else []


def _failed(paper: Paper, expect: Expectation) -> Iterator[Finding]:
    for ranking in expect.rankings:
        rows = [len(r.entries) for r in paper.rankings if r.label == ranking.label]
        if rows != [ranking.rows]:
            got = rows[0] if len(rows) == 1 else _labels(paper) if not rows else f"{len(rows)} 个同号榜单"
            yield _finding(paper, ranking.label, f"{ranking.label} 应有 {ranking.rows} 行", ranking.rows, got)
    for kind, count in expect.counts.items():
        if (found := _count(paper, kind)) != count:
            yield _finding(paper, kind, f"{_title(kind)} 应有 {count} 条", count, found)
    for kind, least in expect.minimum.items():
        if (found := _count(paper, kind)) is None or found < least:
            yield _finding(paper, kind, f"{_title(kind)} 至少应有 {least} 条", least, found)
    for row in expect.golden_rows:
        if not _has(paper, row):
            rank = f"第 {row.rank} 名" if row.rank else "有"
            yield _finding(paper, row.city, f"{row.ranking} 应{rank}{row.city}", row.city, _at_rank(paper, row))


def _labels(paper: Paper) -> str:
    """What lists there are, where the one expected is not."""
    found = list(dict.fromkeys(r.label for r in paper.rankings if r.label))
    return f"没有此表，有 {'、'.join(found)}" if found else "没有此表"


def _count(paper: Paper, kind: str) -> int | None:
    found = getattr(paper, kind, None)
    return len(found) if isinstance(found, list) else None


def _title(kind: str) -> str:
    info = Paper.model_fields.get(kind)
    return info.title or kind if info else kind


def _has(paper: Paper, row: GoldenRow) -> bool:
    return any(
        r.label == row.ranking
        and e.city == row.city
        and row.rank in (None, e.rank)
        and row.province in (None, e.province)
        for r in paper.rankings
        for e in r.entries
    )


def _at_rank(paper: Paper, row: GoldenRow) -> str | None:
    found = [
        e.city or e.as_printed
        for r in paper.rankings
        if r.label == row.ranking
        for e in r.entries
        if row.rank and e.rank == row.rank
    ]
    return "、".join(found) or None


def _finding(paper: Paper, about: str, statement: str, expected: Any, actual: Any) -> Finding:
    return Finding(
        kind="incomplete", about=about, statement=f"source.yml：{statement}", expected=expected, actual=actual,
        rule=RULE, severity="major", look_at="source.yml", evidence=_where(paper, about),
    )  # fmt: skip


def _where(paper: Paper, label: str) -> list[Evidence]:
    """The ranking meant, else the cover, else the first page: somebody has to look somewhere."""
    boxes = [e for r in paper.rankings if r.label == label for e in r.evidence] or paper.document.evidence
    if boxes:
        return [box.model_copy(update={"how": RULE}) for box in boxes[:1]]
    page = paper.pages[0] if paper.pages else None
    size = (0.0, 0.0, page.width, page.height) if page else (0.0, 0.0, 0.0, 0.0)
    return [Evidence(page=page.number if page else 1, bbox=size, text="", how=RULE)]
