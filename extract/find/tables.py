"""Every grid as a record, also the ones that rank nothing."""

from extract.reading import Reading
from schema.base import Evidence
from schema.table import Table

__all__ = ["find"]


def find(reading: Reading) -> list[Table]:
    """The tables of a paper."""
    found = []
    for grid in reading.grids:
        evidence = [
            Evidence(page=page, bbox=box, text=grid.title or grid.label or "", how=grid.how) for page, box in grid.boxes
        ]
        found.append(
            Table(
                label=grid.label,
                title=grid.title,
                pages=[page for page, _ in grid.boxes],
                header_rows=grid.header_rows,
                grid=[[cell.text for cell in row] for row in grid.rows],
                source=grid.source.text if grid.source else None,
                evidence=evidence,
            )
        )
    return found
