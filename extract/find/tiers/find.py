"""The tiers of a paper: told in sentences, set on cards and in figures, listed in tables."""

import re
from collections.abc import Sequence

from extract.find.enumerations import resolved
from extract.find.tiers.beside import tiers_in_figures
from extract.find.tiers.cards import tiers_on_cards, with_cards
from extract.find.tiers.declared import called_names, declared_names
from extract.find.tiers.grades import TYPED
from extract.find.tiers.model import TierSoFar, Told
from extract.find.tiers.names import Named, subject_divided, tier_name
from extract.find.tiers.scores import Scores
from extract.find.tiers.sentences import told_in
from extract.find.tiers.tables import merged, tiers_in_tables
from extract.find.tiers.under import Over, heading_over, newcomers, told_under
from extract.fold import fold
from extract.model import Passage
from extract.prose import Prose, prose, squeezed
from extract.reading import Reading
from schema.tier import Tier

__all__ = ["find"]

HOW = "tier"
READ = ("paragraph", "list_item", "note", "heading")


def find(reading: Reading) -> list[Tier]:
    """The tiers of a paper, those of the sentences first, then those that only its tables have."""
    found: dict[tuple[str | None, str], TierSoFar] = {}
    declared = _declared(reading)
    drawn = tiers_in_figures(reading, declared)
    current: str | None = None
    over: Over | None = None
    before: Passage | None = None
    last: tuple[Passage, Named] | None = None
    for text, doc in zip(reading.texts, reading.docs, strict=True):
        if text.kind not in READ:
            continue
        told = prose(doc)
        if text.kind == "heading":
            over = heading_over(text, told, declared, over, before)
        before = text
        for start, end in told.sentences():
            current = subject_divided(told.masked[start:end]) or current
            stands = over and not over.stacked and over.heading.section == text.section
            bare = told_under(told, start, end, over) if over and stands else None
            if bare and not _is_drawn_for_another(text, bare, drawn):
                _add(reading, text, told, found, bare, current)
            named = list(told_in(told, start, end, declared))
            for each in named:
                _add(reading, text, told, found, each, current)
            last = (text, named[-1].named) if named else last
            if not named and last and last[0] is text and (new := newcomers(told, start, end, last[1])):
                _add(reading, text, told, found, new, current)
    tiers = [t.record() for t in found.values() if t.members or t.claimed or t.scores != Scores(None, None)]
    tiers = with_cards(tiers, tiers_on_cards(reading, declared))
    tiers = with_cards(tiers, drawn)
    return merged([t for t in tiers if not _is_praise(t, tiers)], tiers_in_tables(reading, declared))


def _is_drawn_for_another(text: Passage, each: Told, drawn: Sequence[Tier]) -> bool:
    """Whether a text stands beside the name of another tier in a figure than that over it in reading order."""
    box = text.evidence(HOW)[0].bbox
    return any(
        t.name != each.named.name and any(e.page == text.page and e.bbox == box for e in t.evidence) for t in drawn
    )


def _declared(reading: Reading) -> frozenset[str]:
    """The names that the paper gives its tiers: in sentences, and in the tables that list their places."""
    texts = [squeezed(fold(t.text))[0] for t in reading.texts if t.kind in READ]
    names = {n for text in texts for n in declared_names(text)} | called_names(texts)
    listed = (t.name for t in tiers_in_tables(reading, frozenset(names)))
    return frozenset(names | {name for name in listed if TYPED.search(name) and not tier_name(name)})


def _is_praise(tier: Tier, tiers: Sequence[Tier]) -> bool:
    """成都、重庆稳居第一方阵, in a paper that sorts its places otherwise: by scores, or with a count of each tier."""

    def sorted_out(t: Tier) -> bool:
        return bool(t.claimed or t.score_min or t.score_max)

    def noun(t: Tier) -> str:
        return re.sub(r"^第[一二三四五六七八九十]+", "", t.name)

    kin = [t for t in tiers if noun(t)[-2:] == noun(tier)[-2:]]
    others = [t for t in tiers if noun(t)[-2:] != noun(tier)[-2:]]
    return tier_name(tier.name) is not None and not any(map(sorted_out, kin)) and any(map(sorted_out, others))


def _add(
    reading: Reading,
    text: Passage,
    told: Prose,
    found: dict[tuple[str | None, str], TierSoFar],
    each: Told,
    current: str | None,
) -> None:
    about = _about(found, text, each, current)
    tier = found.setdefault((about, each.named.name), TierSoFar(about, each.named.name))
    tier.sections.add(text.section)
    members: Sequence[str] = ()
    if each.listed:
        places = resolved(each.listed, reading.document.year)
        if places is None:
            reading.warnings.append(f"第{text.page}页{each.named.name}成员不能确定 (page {text.page}: unclear members)")
            return
        members = [p.name for p in places[1]]
    tier.members += [m for m in members if m not in tier.members]
    tier.whole = tier.whole or (each.whole and bool(members))
    tier.claimed = tier.claimed or each.claimed
    if tier.scores == Scores(None, None):
        tier.scores = each.scores
    tier.evidence += text.evidence(HOW, *told.back(each.start, each.end))


def _about(
    found: dict[tuple[str | None, str], TierSoFar], text: Passage, each: Told, current: str | None
) -> str | None:
    """What a tier is of: as its sentence says, else as the tier of that name before it or the tiers of its section do."""
    near = [t for t in found.values() if text.section in t.sections]
    same = [t.subject for t in found.values() if t.name == each.named.name]
    wanted = each.subject or next((t.subject for t in reversed(near)), None) or current
    alike = [s for s in same if s and wanted and (s.endswith(wanted) or wanted.endswith(s))]
    return alike[-1] if alike else wanted or (same[-1] if same else None)
