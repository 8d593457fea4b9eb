"""Which thing of one paper is the same as one that other papers tell of. A doubtful pair is never merged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from extract.fold import fold
from kb.keys import bare, path
from kb.places import names_place
from schema.policy import Policy

__all__ = ["KnownPolicy", "Policies", "normal", "number_key", "owned_name", "policy_key", "publication_key"]

BRACKETS = str.maketrans("[]［］【】﹝﹞()（）", "〔〕〔〕〔〕〔〕〔〕〔〕")
NAMES_ISSUER = re.compile(r"^.{2,40}?关于.{4,}|^中华人民共和国.{2,}")
BARE_GENRE = re.compile(
    r"^.{0,4}(意见|通知|方案|规划|纲要|办法|条例|规定|计划|行动|报告|决定|通告|公告|细则|指南|标准|规范|文件|白皮书|清单|目录|措施|政策)$"
)
"""A title that many policies bear: 实施意见, 规划, 政府工作报告. It tells nothing apart without who and when."""


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """A title as it is compared: no white space, quotation marks or 《》, one form of brackets and dashes."""
    text = bare(fold(text)).lower()
    text = re.sub(r"[《》〈〉“”‘’\"'「」『』]", "", text)
    return re.sub(r"[—–－\-~～至]+(?=\d)", "-", text.translate(BRACKETS))


def number_key(number: str) -> str:
    """A document number as a key: 国发〔2021〕29号, whatever brackets it is printed with."""
    return re.sub(r"[\[［【﹝(（]((?:19|20)\d\d)[\]］】﹞)）]", r"〔\1〕", bare(fold(number)))


@dataclass(frozen=True, slots=True)
class KnownPolicy:
    """A policy that other papers cite. `jurisdiction` is the key of a place."""

    key: str
    title: str
    number: str | None = None
    year: int | None = None
    jurisdiction: str | None = None
    level: str | None = None
    issuers: frozenset[str] = frozenset()


@dataclass
class Policies:
    """Those that other papers cite, found by number and by title."""

    by_number: dict[str, list[KnownPolicy]] = field(default_factory=dict)
    by_title: dict[str, list[KnownPolicy]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, known: Iterable[KnownPolicy]) -> "Policies":
        """From a list."""
        found = cls()
        for policy in known:
            found.keys.add(policy.key)
            found.by_title.setdefault(normal(policy.title), []).append(policy)
            if policy.number:
                found.by_number.setdefault(number_key(policy.number), []).append(policy)
        return found


def policy_key(policy: Policy, jurisdiction: str | None, document: str, known: Policies) -> str:
    """The key of a policy: of the one that other papers cite, if it is surely the same, else its own.

    What nothing tells from its namesakes is known only within `document`. `jurisdiction` is the key of a place.
    """
    identity = _identity(policy)
    if identity is None:
        return path(document, bare(policy.title))
    if policy.document_number:
        same = known.by_number.get(number_key(policy.document_number), [])
        if len(same) == 1:
            return same[0].key
    same = [k for k in known.by_title.get(normal(policy.title), []) if _is_same(policy, jurisdiction, k)]
    if len(same) == 1:
        return same[0].key
    return path(document, identity) if same or identity in known.keys else identity


def _identity(policy: Policy) -> str | None:
    """What tells the policy from all others, or None where nothing does."""
    if not policy.resolved:
        return None
    if policy.document_number:
        return number_key(policy.document_number)
    title = bare(policy.title)
    if _names_issuer(title):
        return title
    who = policy.jurisdiction or (policy.issuers[0] if policy.issuers else None)
    if BARE_GENRE.match(title):
        return f"{title}（{who}{policy.year}）" if who and policy.year else None
    if policy.level in ("national", "foreign", "international"):
        return title
    return f"{title}（{who}{policy.year or ''}）" if who else None


def _names_issuer(title: str) -> bool:
    return bool(NAMES_ISSUER.match(title)) or names_place(title)


def _is_same(policy: Policy, jurisdiction: str | None, known: KnownPolicy) -> bool:
    """Whether nothing that both tell is different; a title that names no issuer must agree in who and when besides."""
    number = number_key(policy.document_number) if policy.document_number else None
    told = (number, policy.year, jurisdiction, policy.level)
    other = (number_key(known.number) if known.number else None, known.year, known.jurisdiction, known.level)
    if any(a is not None and b is not None and a != b for a, b in zip(told, other, strict=True)):
        return False
    if policy.issuers and known.issuers and known.issuers.isdisjoint(policy.issuers):
        return False
    return _names_issuer(bare(policy.title)) or told[1:] == other[1:]


def publication_key(title: str, document: str) -> str:
    """A publication is known by its title, unless that is too short to tell anything apart."""
    return bare(title) if len(normal(title)) >= 4 else path(document, bare(title))


def owned_name(name: str, place: str | None, place_key: str | None, document: str) -> str:
    """Platforms and frameworks are known by place and name; without a sure place, by the paper that tells of them."""
    name = re.sub(r"[“”‘’\"'「」『』]", "", bare(name)) or bare(name)
    if place and place_key != place:
        return path(place, name)
    return path(document, place or "—", name)
