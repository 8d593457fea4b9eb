"""Policy or publication: what a title ends in, weighed with the words around it (`lexicon/publications.yml`)."""

import re
from functools import lru_cache

from extract.find.policies.genres import without_version
from extract.find.policies.model import Citation
from extract.find.policies.parsing import Title
from extract.words import lexicon

__all__ = ["is_policy", "publication_ending", "reads_as_filing", "reads_as_web"]

ABOUT = re.compile(r"(?:发布|推出|发表|编写|撰写|编制)(?:了|的)?$")


@lru_cache(maxsize=1)
def _endings() -> list[str]:
    words = {w for row in lexicon("publications")["endings"] for w in row["words"]}
    return sorted(words, key=lambda w: (-len(w), w))


def publication_ending(title: str) -> str:
    """The longest ending that only publications and forms have; empty where there is none."""
    text = without_version(title)
    return next((w for w in _endings() if text.endswith(w)), "")


def _looks_published(title: str) -> bool:
    return any(re.search(row["pattern"], title) for row in lexicon("publications")["patterns"])


def is_policy(c: Citation) -> bool:
    """Whether a citation in 《》 names a policy."""
    title, genre = c.title, c.title.genre
    ending = publication_ending(title.text)
    numbered = c.number is not None or title.number is not None
    if genre and len(genre.ending) >= len(ending):
        if genre.strength == "strong":
            return True
        if numbered:
            return True
        if genre.strength == "weak":
            return not _told_otherwise(c)
        return bool(c.told.issuers or c.row_issuers or c.listed) and not _told_otherwise(c)
    if ending:
        return numbered
    if numbered:
        return True
    return bool((c.told.strong and c.told.issuers) or c.listed) and not _told_otherwise(c)


def _told_otherwise(c: Citation) -> bool:
    if _looks_published(c.title.text):
        return True
    around = c.around
    if around is None:
        return False
    words = lexicon("publications")
    before, following = around.before.rstrip("：:“"), around.next
    if any(before.endswith(w) for w in words["before"]) or any(following.startswith(w) for w in words["after"]):
        return True
    if _private(c):
        return True
    signed = any(i.level in ("national", "international", "foreign") for i in c.told.issuers)  # 八国集团签署《…宪章》
    return (not signed and reads_as_filing(around.before, around.after)) or reads_as_web(around.before, following)


def _private(c: Citation) -> bool:
    """Whether a body that is no organ of state is told to publish it."""
    if c.told.issuers or not c.around:
        return False
    clause = re.split(r"[，。；：]", c.around.before)[-1]
    private = any(w in clause for w in lexicon("publications")["publishers"])
    return bool(private and (ABOUT.search(clause) or _names_publisher(clause)))


def _names_publisher(clause: str) -> bool:
    """Whether a clause ends in the body's own name: 某咨询《…指南》."""
    return any(clause.removesuffix("的").endswith(w) for w in lexicon("publications")["publishers"])


def reads_as_filing(before: str, after: str) -> bool:
    """Whether the words around name what someone hands in or fills in."""
    words = lexicon("publications")["filing"]
    clause = re.split(r"[。；，]", before)[-1]
    handed = re.search(rf"(?:{'|'.join(words['before'])})(?:了|的|至|以下|包括|：|:|并|和|上传|提交|附件)*$", clause)
    return bool(handed) or any(after.startswith(w) for w in words["after"])


def reads_as_web(before: str, following: str) -> bool:
    """Whether the words around are those of a reference to a web page or an article."""
    words = lexicon("publications")["web"]
    cited = any(before.endswith(w) for w in words["before"])
    return (cited and "http" in following[:60]) or any(following.startswith(w) for w in words["after"])


def names_itself(title: Title, own: frozenset[str], lines: frozenset[str]) -> bool:
    """Whether it is the paper's own title (keys `own`), or may be, by a line alone on its first pages (`lines`).

    Such a line doesn't tell of a law or plan: chapters are named after those.
    """
    if own & {title.key, title.base}:
        return True
    return title.key in lines and not (title.genre and title.genre.strength == "strong")
