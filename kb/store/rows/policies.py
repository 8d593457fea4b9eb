"""Rows of policies and publications, and of every place that names them."""

from typing import Any

from extract.issuers import usual
from kb.base.keys import at, bare, clipped
from kb.resolve.titles import policy_key, publication_key
from kb.store.rows.builder import Builder
from schema import Paper
from schema.policy import Mention, Policy

__all__ = ["add_policies", "add_publications"]


def add_policies(b: Builder, paper: Paper) -> None:
    """Policies, as this paper tells of them, their citations and the cities they are tied to."""
    for policy in paper.policies:
        jurisdiction = b.place(policy.jurisdiction)
        key = policy_key(policy, b.document)
        # Papers print 国家发展改革委 and 中华人民共和国国家发展和改革委员会: one organ, one row.
        issuers = list(dict.fromkeys(map(usual, policy.issuers)))
        b.attested("policies", policy, key, jurisdiction=jurisdiction, issuers=issuers)
        b.evidence("policies", key, policy.evidence)
        _add_mentions(b, "policy_citations", policy.mentions, policy=key)
        _add_cities(b, policy, key)


def _add_cities(b: Builder, policy: Policy, key: str) -> None:
    told = key.removeprefix(f"{b.document}/")
    for city in policy.cities:
        row = (f"{b.document}/{bare(city)}/{told}",)
        if row not in b.rows.get("policy_cities", {}):
            b.add("policy_cities", None, id=row[0], policy=key, city=b.place(city, scope="city"))


def add_publications(b: Builder, paper: Paper) -> None:
    """Publications and their citations."""
    for publication in paper.publications:
        key = publication_key(publication.title, b.document)
        b.attested("publications", publication, key)
        b.evidence("publications", key, publication.evidence)
        _add_mentions(b, "publication_citations", publication.mentions, publication=key)


def _add_mentions(b: Builder, table: str, mentions: list[Mention], **of: Any) -> None:
    for mention in mentions:
        key = b.key(table, f"p{mention.page}", clipped(mention.as_printed) + at(mention.evidence))
        b.add(table, mention, id=key, **of)
        b.evidence(table, key, mention.evidence)
