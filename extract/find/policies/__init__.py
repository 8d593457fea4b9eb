"""Policies and publications: everything that a paper cites in 《》, by number, or in a table of policies.

One pass over the paper finds both: every title with the words around it (`gather`, `rows`), which of them are policies
(`sorting`), which full titles are one policy (`identity`), and what the short forms refer to (`references`).
"""

from dataclasses import dataclass

from extract.find.policies import gather, references, rows
from extract.find.policies.identity import add_rows, merge_full
from extract.find.policies.model import Citation
from extract.find.policies.parsing import key_of, parse
from extract.find.policies.records import policy, publication
from extract.find.policies.sorting import is_policy, names_itself
from extract.find.policies.stretches import stretches
from extract.reading import Reading
from schema.policy import Policy, Publication

__all__ = ["find", "find_publications"]

FIRST_PAGES = 6


@dataclass(frozen=True)
class Cited:
    """What one pass over a paper finds."""

    policies: list[Policy]
    publications: list[Publication]


def find(reading: Reading) -> list[Policy]:
    """The policies a paper cites, in the order of their first mention."""
    return reading.once(_cited).policies


def find_publications(reading: Reading) -> list[Publication]:
    """What else stands in 《》, in the order of its first mention."""
    return reading.once(_cited).publications


def _cited(reading: Reading) -> Cited:
    texts = stretches(reading)
    bracketed = gather.citations(reading, texts)
    title, lines = own_titles(reading)
    kept = [c for c in bracketed if is_policy(c) and not names_itself(c.title, title, lines)]
    in_rows = list(rows.named_in_rows(reading.grids, reading.texts))
    listed = [c for c in in_rows if c.listed]
    others = [c for c in bracketed if c not in kept]
    aliases = {key_of(a) for c in kept for a in c.aliases}
    short = [c for c in bracketed if c not in others and _is_short(c, aliases)]
    short += [c for c in others if c.title.key in aliases]
    others = [c for c in others if c.title.key not in aliases]
    full = sorted([c for c in kept if c not in short] + listed, key=lambda c: (c.index, c.start))
    merged = merge_full(full)
    left_out = add_rows(merged, [c for c in in_rows if not c.listed])
    if left_out:
        reading.warnings.append(_not_cited(left_out))
    drafts = references.refer(texts, merged, short)
    for c in (c for d in drafts for c in d.citations if c.form in ("number", "anaphor", "alias") and c.place is None):
        gather.locate(reading, c)
    return Cited([policy(d) for d in drafts], _publications(others))


def _is_short(c: Citation, aliases: set[str]) -> bool:
    """Whether a title is a short form: made of words that name no policy alone, or defined as one."""
    if c.title.key in aliases and not c.aliases:
        return True
    return c.title.bare and not c.aliases


def own_titles(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the paper's title, and keys of the lines that stand alone on its first pages."""
    lines = [t.text for t in reading.passages if t.page <= FIRST_PAGES and 5 < len(t.text) < 60 and "《" not in t.text]
    title = parse(reading.document.title or "")
    return frozenset({title.key, title.base} - {""}), frozenset(key_of(line) for line in lines)


def _not_cited(names: list[Citation]) -> str:
    tables = "、".join(dict.fromkeys(c.stretch.passage.label or "表" for c in names))
    return (
        f"{tables}：{len(names)} 个文件名无书名号，表中也无政策名称或文号列，未作政策引用 "
        f"({len(names)} names of files without 《》, in tables headed neither 政策 nor 文号: not taken for citations)"
    )


def _publications(found: list[Citation]) -> list[Publication]:
    by_key: dict[str, list[Citation]] = {}
    for c in found:
        by_key.setdefault(c.title.key, []).append(c)
    return [publication(cited) for cited in by_key.values()]
