"""Years that lie after the paper's own: what is told as past can't be of the future."""

import re
from collections.abc import Iterator

from extract.audit.bench import Bench
from extract.fold import fold
from schema.finding import Finding

__all__ = ["check"]

PAST = re.compile(r"(?:截至|截止到?)(?P<year>20\d{2})年(?:底|末|\d{1,2}月)?")


def check(bench: Bench) -> Iterator[Finding]:
    """`截至2025年` in a paper of 2021; a policy issued after the paper."""
    own = bench.reading.document.year
    if own is None:
        return
    for policy in bench.facts.get("policies", []):
        if policy.year and policy.year > own + 1 and policy.level != "foreign":
            yield Finding(
                kind="contradiction",
                about=policy.title,
                statement=f"{policy.year}年发布 (issued in {policy.year})",
                expected=f"≤ {own + 1}",
                actual=policy.year,
                rule="future_year",
                severity="minor",
                look_at="发布年份 (the year of issue)",
                evidence=policy.evidence,
            )
    for text in bench.reading.passages:
        for m in PAST.finditer(fold(text.text)):
            # A paper named after a year often comes out in the next.
            if int(m["year"]) > own + 1:
                yield Finding(
                    kind="contradiction",
                    about=m["year"],
                    statement=text.text[m.start() : m.end() + 30],
                    expected=f"≤ {own + 1}",
                    actual=int(m["year"]),
                    rule="future_year",
                    severity="minor",
                    look_at="年份是否排错，或本意是预测 (a misprint, or a forecast)",
                    evidence=text.evidence("future_year", m.start(), m.end()),
                )
