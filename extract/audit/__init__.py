"""Does the paper agree with itself? What its text claims, held against what its tables list.

Each check takes a `Bench` (the reading, its rankings and tiers) and yields findings with the evidence of both sides.
False alarms are worse than misses: a claim that can't be tied to one table is passed over in silence.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from extract.attempt import attempt
from extract.audit import (
    bands,
    completeness,
    consistency,
    counts,
    groups,
    listed,
    ranks,
    regions,
    scores,
    sums,
    told_groups,
    years,
)
from extract.audit.bench import Bench
from extract.reading import Reading
from schema.finding import Finding

__all__ = ["CHECKS", "audit"]

CHECKS: tuple[Callable[[Bench], Iterator[Finding]], ...] = (
    counts.check,
    groups.check,
    told_groups.check,
    regions.check,
    ranks.check,
    sums.check,
    scores.check,
    bands.check,
    listed.check,
    completeness.check,
    consistency.check,
    years.check,
)


def audit(reading: Reading, facts: dict[str, list[Any]]) -> list[Finding]:
    """All findings on one paper, in the order of the checks; the same verdict on the same thing comes once."""
    bench = Bench(reading, facts)
    found: dict[tuple[object, ...], Finding] = {}
    for check in CHECKS:
        for finding in attempt(reading, "findings", partial(check, bench)):
            found.setdefault((finding.kind, finding.about, finding.rule, str(finding.expected)), finding)
    return list(found.values())
