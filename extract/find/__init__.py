"""Grids and passages to facts, one kind a file. Each finder takes a Reading and returns a list of records.

Where a new kind of fact goes: a record in `schema/`, a field of `Paper`, a file here, a line in `FINDERS`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from extract.attempt import attempt
from extract.find import (
    case_studies,
    dimensions,
    figures,
    frameworks,
    measurements,
    platforms,
    policies,
    rank_changes,
    rankings,
    tables,
    tiers,
)
from extract.find.moved import with_ranks
from extract.reading import Reading

__all__ = ["FINDERS", "find_all"]

FINDERS: dict[str, Callable[[Reading], list[Any]]] = {
    "case_studies": case_studies.find,
    "dimensions": dimensions.find,
    "frameworks": frameworks.find,
    "measurements": measurements.find,
    "platforms": platforms.find,
    "policies": policies.find,
    "publications": policies.find_publications,
    "rankings": rankings.find,
    "rank_changes": rank_changes.find,
    "figures": figures.find,
    "tables": tables.find,
    "tiers": tiers.find,
}
"""Field of `Paper` -> finder, in the order they run; case studies first: they say which place a text is about."""


def find_all(reading: Reading) -> dict[str, list[Any]]:
    """Every kind of fact; a kind whose finder fails is empty, and a warning says so."""
    facts = {name: attempt(reading, name, partial(finder, reading)) for name, finder in FINDERS.items()}
    texts = [(p.page, p.last_page, p.text) for p in reading.passages]
    return facts | {"rank_changes": with_ranks(facts["rank_changes"], facts["rankings"], texts)}
