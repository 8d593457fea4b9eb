"""Which thing of one paper is the same as one that other papers tell of. A doubtful pair is never merged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.fold import fold
from kb.keys import bare, path
from schema.policy import Policy

__all__ = ["KnownPolicy", "Policies", "normal", "number_key", "owned_name", "policy_key", "publication_key"]

BRACKETS = str.maketrans("[]［］【】﹝﹞()（）", "〔〕〔〕〔〕〔〕〔〕〔〕")
SPECIFIC = re.compile(
    r"关于.{4,}|^中华人民共和国|(19|20)\d\d|[“\"]?[一二三四五六七八九十]+五[”\"]?(规划|时期|期间|.{4,})"
)
BARE_GENRE = re.compile(
    r"^.{0,3}(意见|通知|方案|规划|纲要|办法|条例|规定|计划|行动|报告|决定|通告|公告|细则|指南|标准|规范|法|文件|白皮书|清单|目录|措施|政策)$"
)
"""A title that many policies bear: 实施意见, 规划, 行动方案. It tells nothing apart."""


def normal(text: str) -> str:
    """A title as it is compared: no white space, quotation marks or 《》, one form of brackets and dashes."""
    text = bare(fold(text)).lower()
    text = re.sub(r"[《》〈〉“”‘’\"'「」『』]", "", text)
    return re.sub(r"[—–－\-~～至]+(?=\d|〔|$)", "-", text.translate(BRACKETS))


def number_key(number: str) -> str:
    """A document number as a key: 国发〔2021〕29号, whatever brackets it is printed with."""
    return re.sub(r"[\[［【﹝(（]((?:19|20)\d\d)[\]］】﹞)）]", r"〔\1〕", bare(fold(number)))


@dataclass(frozen=True, slots=True)
class KnownPolicy:
    """A policy that other papers cite."""

    key: str
    title: str
    number: str | None = None
    year: int | None = None
    jurisdiction: str | None = None
    issuers: frozenset[str] = frozenset()


@dataclass
class Policies:
    """Those that other papers cite, found by number and by title."""

    by_number: dict[str, list[KnownPolicy]] = field(default_factory=dict)
    by_title: dict[str, list[KnownPolicy]] = field(default_factory=dict)
    keys: dict[str, KnownPolicy] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Iterable[KnownPolicy]) -> "Policies":
        """From a list."""
        found = cls()
        for policy in known:
            found.keys[policy.key] = policy
            found.by_title.setdefault(normal(policy.title), []).append(policy)
            if policy.number:
                found.by_number.setdefault(number_key(policy.number), []).append(policy)
        return found


def policy_key(policy: Policy, jurisdiction: str | None, document: str, known: Policies) -> str:
    """The key of a policy: of the one that other papers cite, if it is surely the same, else its own."""
    if policy.document_number:
        same = known.by_number.get(number_key(policy.document_number), [])
        if len(same) == 1:
            return same[0].key
    identity = _identity(policy)
    if identity is None:
        return path(document, bare(policy.title))
    same = [k for k in known.by_title.get(normal(policy.title), []) if _may_be(policy, jurisdiction, k)]
    if len(same) == 1 and not same[0].key.startswith(f"{document}/"):
        return same[0].key
    taken = known.keys.get(identity)
    return path(document, identity) if taken is not None or len(same) > 1 else identity


def _identity(policy: Policy) -> str | None:
    """What tells the policy from all others, or None where nothing does."""
    if not policy.resolved:
        return None
    if policy.document_number:
        return number_key(policy.document_number)
    title = bare(policy.title)
    if BARE_GENRE.match(title):
        return None
    if SPECIFIC.search(title) or any(title.startswith(i) for i in policy.issuers):
        return title
    if policy.jurisdiction and title.startswith(policy.jurisdiction):
        return title
    who = policy.jurisdiction or (policy.issuers[0] if policy.issuers else None)
    if who:
        return f"{title}（{who}{policy.year or ''}）"
    return title if policy.level in ("national", "foreign", "international") and len(title) >= 4 else None


def _may_be(policy: Policy, jurisdiction: str | None, known: KnownPolicy) -> bool:
    """Whether nothing that both tell is different. What only one tells may be so of the other."""
    number = number_key(policy.document_number) if policy.document_number else None
    pairs = (
        (number, number_key(known.number) if known.number else None),
        (policy.year, known.year),
        (jurisdiction, known.jurisdiction),
    )
    if any(a is not None and b is not None and a != b for a, b in pairs):
        return False
    return not (policy.issuers and known.issuers and known.issuers.isdisjoint(policy.issuers))


def publication_key(title: str, document: str) -> str:
    """A publication is known by its title, unless that is too short to tell anything apart."""
    return bare(title) if len(normal(title)) >= 4 else path(document, bare(title))


def owned_name(name: str, place: str | None, document: str) -> str:
    """Platforms and frameworks are known by place and name; without a place, by the paper that tells of them."""
    name = re.sub(r"[“”‘’\"'「」『』]", "", bare(name)) or bare(name)
    return path(place or document, name)
