"""One paper's records to the rows of its tables. Pure: the same paper gives the same rows.

Things that papers share have the keys that this paper knows them by; `kb.store.settle` gives them those of the base.
"""

from collections.abc import Sequence

from kb.store.rows.builder import Builder, Rows
from kb.store.rows.cases import add_cases, add_dimensions, add_findings, add_measurements
from kb.store.rows.links import add_links
from kb.store.rows.papers import add_paper, add_texts
from kb.store.rows.policies import add_policies, add_publications
from kb.store.rows.rankings import add_rankings, add_tiers
from schema import Paper
from schema.finding import Finding

__all__ = ["Rows", "rows_of"]


def rows_of(paper: Paper, findings: Sequence[Finding] = (), **read: str | None) -> Rows:
    """All rows that are this paper's own, by table and key, and its attestations.

    `findings` come on top of the paper's own; `read` are the columns of `documents` that say how it was read.
    """
    b = Builder(paper.document.id)
    add_paper(b, paper, **read)
    add_texts(b, paper)
    add_rankings(b, paper)
    add_tiers(b, paper)
    add_policies(b, paper)
    add_publications(b, paper)
    add_cases(b, paper)
    add_measurements(b, paper)
    add_dimensions(b, paper)
    add_findings(b, [*paper.findings, *findings])
    add_links(b.rows)
    return b.rows
