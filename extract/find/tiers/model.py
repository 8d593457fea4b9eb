"""A tier as one sentence tells it, and as all of a paper has told it so far."""

from dataclasses import dataclass, field

from extract.find.enumerations import Enumeration
from extract.find.tiers.names import Named
from extract.find.tiers.scores import Scores
from schema.base import Evidence
from schema.tier import Tier

__all__ = ["TierSoFar", "Told"]


@dataclass
class TierSoFar:
    """A tier as it is told so far."""

    subject: str | None
    name: str
    claimed: int | None = None
    scores: Scores = field(default_factory=lambda: Scores(None, None))
    members: list[str] = field(default_factory=list)
    whole: bool = False
    evidence: list[Evidence] = field(default_factory=list)
    sections: set[str | None] = field(default_factory=set)

    def record(self) -> Tier:
        """As a record."""
        complete = len(self.members) == self.claimed if self.claimed else self.whole
        return Tier(
            subject=self.subject,
            name=self.name,
            claimed=self.claimed,
            score_min=self.scores.low,
            score_max=self.scores.high,
            members=self.members,
            complete=complete and bool(self.members),
            evidence=self.evidence,
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A tier with what one sentence says of it, `start` to `end` in the prose."""

    named: Named
    start: int
    end: int
    subject: str | None
    listed: Enumeration | None
    whole: bool
    claimed: int | None
    scores: Scores
