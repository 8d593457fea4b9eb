"""Keys by which a paper's own things are known: what each paper tells, before any other is looked at."""

import re
from functools import lru_cache

from extract.fold import fold
from kb.base.keys import bare, path
from kb.base.places import names_place
from schema.policy import Policy

__all__ = [
    "is_bare",
    "is_law",
    "names_issuer",
    "normal",
    "number_key",
    "owned_name",
    "policy_key",
    "policy_title",
    "publication_key",
]

BRACKETS = str.maketrans("[]［］【】﹝﹞()（）", "〔〕〔〕〔〕〔〕〔〕〔〕")
NAMES_ISSUER = re.compile(r"^.{2,40}?关于.{4,}|^中华人民共和国.{2,}")
BARE_GENRE = re.compile(
    r"^.{0,4}(意见|通知|方案|规划|纲要|办法|条例|规定|计划|行动|报告|决定|通告|公告|细则|指南|标准|规范|文件|白皮书|清单|目录|措施|政策)$"
)
"""A title that many policies bear: 实施意见, 规划, 政府工作报告. It tells nothing apart without who and when."""

LAW = re.compile(r"^中华人民共和国(.{2,}(?<!办)法)$")


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """A title as it is compared: no white space, quotation marks or 《》, one form of brackets and dashes."""
    text = bare(fold(text)).lower()
    text = re.sub(r"[《》〈〉“”‘’\"'「」『』]", "", text)
    return re.sub(r"[—–－\-~～至]+(?=\d)", "-", text.translate(BRACKETS))


@lru_cache(maxsize=65536)
def number_key(number: str) -> str:
    """A document number as a key: 国发〔2021〕29号, whatever brackets it is printed with."""
    return re.sub(r"[\[［【﹝(（]((?:19|20)\d\d)[\]］】﹞)）]", r"〔\1〕", bare(fold(number)))


def is_bare(title: str) -> bool:
    """Whether a title is that of many policies."""
    return bool(BARE_GENRE.match(bare(title)))


@lru_cache(maxsize=65536)
def policy_title(title: str) -> str:
    """A policy's title as it is compared: 中华人民共和国数据安全法 is 数据安全法."""
    found = normal(title)
    return LAW.sub(r"\1", found)


def is_law(title: str) -> bool:
    """Whether a title is that of a law of the country, which no other bears."""
    return bool(re.search(r"(?<!办)法$", bare(title)))


@lru_cache(maxsize=65536)
def names_issuer(title: str) -> bool:
    """Whether a title says who issued it."""
    title = bare(title)
    return bool(NAMES_ISSUER.match(title)) or names_place(title)


def policy_key(policy: Policy, document: str) -> str:
    """What tells the policy from all others; where nothing does, it is known only within `document`."""
    return _identity(policy) or path(document, bare(policy.title))


def _identity(policy: Policy) -> str | None:
    if not policy.resolved:
        return None
    if policy.document_number:
        return number_key(policy.document_number)
    title = bare(policy.title)
    if names_issuer(title):
        return title
    who = policy.jurisdiction or (policy.issuers[0] if policy.issuers else None)
    if is_bare(title):
        return f"{title}（{who}{policy.year}）" if who and policy.year else None
    if policy.level in ("national", "foreign", "international"):
        return title
    return f"{title}（{who}{policy.year or ''}）" if who else None


def publication_key(title: str, document: str) -> str:
    """A publication is known by its title, unless that is too short to tell anything apart."""
    return bare(title) if len(normal(title)) >= 4 else path(document, bare(title))


def owned_name(name: str, place: str | None, place_key: str | None, document: str) -> str:
    """Platforms and frameworks are known by place and name; without a sure place, by the paper that tells of them."""
    name = re.sub(r"[“”‘’\"'「」『』]", "", bare(name)) or bare(name)
    if place and place_key != place:
        return path(place, name)
    return path(document, place or "—", name)
