"""Claims about lists of places to records."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.find.enumerations import SCOPE_NOUN, Enumeration, Member, mixed, resolved
from extract.find.told.claims import claims
from extract.find.told.marks import criterion
from extract.find.told.metric import cleaned, is_measurable
from extract.find.told.model import Claim
from extract.fold import fold
from extract.model import Passage
from extract.places import Place, Scope, gazetteer
from extract.prose import Prose, prose
from extract.reading import Reading
from schema.ranking import Ranking, RankingEntry

__all__ = ["told_rankings"]

HOW = "told in prose"
VAGUE = ("总量", "总数", "规模", "增速", "数量", "得分", "总体", "指数", "整体", "排名")
READ = ("paragraph", "list_item", "note", "heading")
HEADED = 3
"""Headings beside each other that name what the lists under them are by."""


def told_rankings(reading: Reading) -> list[Ranking]:
    """The rankings that the sentences of a paper tell, in order."""
    found: list[tuple[Passage, Ranking]] = []
    for text, doc in zip(reading.texts, reading.docs, strict=True):
        if text.kind in READ and doc.spans.get("places"):
            told = prose(doc)
            groups = _joined(told, with_metrics(told, claims(told), _section_metric(reading, text)))
            found += [(text, r) for group in groups if (r := _ranking(reading, text, told, group))]
        elif text.kind == "cell" and doc.spans.get("places") and (claim := _only_claim(prose(doc), text)):
            found += [(text, r)] if (r := _ranking(reading, text, prose(doc), [claim])) else []
    kept = [(text, r) for text, r in found if text.kind != "heading" or not _told_again(r, found)]
    kept = _with_headings(reading, kept)
    of_provinces = {text.section for text, r in kept if r.scope == "province"}
    return [_as_provinces(r) if text.section in of_provinces else r for text, r in kept]


def _only_claim(told: Prose, cell: Passage) -> Claim | None:
    """The claim that a cell consists of, by what the first cell of its row names: 数字治理 | 杭州、上海、宁波位居前三."""
    found = claims(told)
    if len(found) != 1 or found[0].start or found[0].end != len(told.text.rstrip("。；")):
        return None
    if cell.grid is None or cell.row is None or not cell.column:
        return None
    head = re.sub(r"\s", "", fold(cell.grid.rows[cell.row][0].text))
    named = re.fullmatch(r"[\u4e00-\u9fff]{2,10}", head) and not gazetteer().candidates(head)
    return replace(found[0], metric=found[0].metric or head) if named else None


def _as_provinces(ranking: Ranking) -> Ranking:
    """A list of nothing but municipalities, among lists of provinces."""
    if ranking.scope != "city" or any(e.city != e.province for e in ranking.entries):
        return ranking
    entries = [e.model_copy(update={"city": None}) for e in ranking.entries]
    return ranking.model_copy(update={"scope": "province", "entries": entries})


def with_metrics(told: Prose, found: Sequence[Claim], section: str | None) -> list[Claim]:
    """A claim that names no metric, or just 总量, has the metric told before it, else the index named before it or the
    section's.
    """
    known: list[Claim] = []
    for claim in found:
        last = known[-1].metric if known else None
        last = (
            None if last and re.search(f"{SCOPE_NOUN}(?:的?总?数量?)?$", last) else last
        )  # 入围城市均超过9座 counts places
        vague = claim.metric is None or claim.metric in VAGUE
        known.append(
            replace(claim, metric=last or claim.metric or _index_before(told, claim) or section) if vague else claim
        )
    return known


def _index_before(told: Prose, claim: Claim) -> str | None:
    """The last index that the text names before a claim: 中国城市数字化发展指数连续发布……排名前五的城市为…"""
    found = re.findall(r"([\u4e00-\u9fff“”+]{2,16}指数)(?!为|达|报告|白皮书)", told.text[: claim.start])
    return cleaned(found[-1].removeprefix("年")) if found else None


def _section_metric(reading: Reading, text: Passage) -> str | None:
    """The heading over a text, where it names something measured: 2.算力规模分指数."""
    section = reading.section_of(text)
    title = re.sub(r"^[\s\d一二三四五六七八九十.、（）()]+", "", fold(section.title)) if section else ""
    return title if 2 <= len(title) <= 16 and is_measurable(title) else None


def _with_headings(reading: Reading, found: Sequence[tuple[Passage, Ranking]]) -> list[tuple[Passage, Ranking]]:
    """Lists that name no metric, under at least three headings beside each other that are but names, are by those.

    数字底座 / 上海、深圳、北京位列前三; 数据要素 / 北京、上海、贵阳位列前三; …
    """
    heads = [_name_over(reading, text) if r.metric is None else None for text, r in found]
    alike = Counter(parent for parent, _ in {h for h in heads if h})
    return [
        (text, r.model_copy(update={"metric": h[1]}) if h and alike[h[0]] >= HEADED else r)
        for (text, r), h in zip(found, heads, strict=True)
    ]


def _name_over(reading: Reading, text: Passage) -> tuple[str, str] | None:
    """The parent of the section over a text, and its heading where that is but a name."""
    section = reading.section_of(text)
    if section and section.heading is text:
        section = reading.section_by_id.get(section.parent or "")
    title = fold(section.title) if section else ""
    return (
        (section.parent, title) if section and section.parent and re.fullmatch(r"[\u4e00-\u9fff]{2,8}", title) else None
    )


def _told_again(ranking: Ranking, found: Iterable[tuple[Passage, Ranking]]) -> bool:
    """Whether a sentence tells what a heading says."""
    key = [e.as_printed for e in ranking.entries]
    return any(t.kind != "heading" and [e.as_printed for e in r.entries] == key for t, r in found)


def _joined(told: Prose, found: Sequence[Claim]) -> list[list[Claim]]:
    """Claims that tell one ranking together: 北京居首，上海、深圳分列二、三位."""
    groups: list[list[Claim]] = []
    for claim in found:
        if groups and _goes_on(told, groups[-1], claim):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return groups


def _goes_on(told: Prose, group: Sequence[Claim], claim: Claim) -> bool:
    taken = {r for c in group for r in c.ranks}
    between = told.text[group[-1].end : claim.start]
    near = len(between) <= 60 and not re.search(r"[。！？].*[。！？]", between)
    if not taken or not near or (claim.own_metric and claim.metric != group[0].metric):
        return False
    size, whole = len(claim.listed.members), max(len(c.listed.members) for c in group) > 1
    if claim.continues:
        return not whole  # after a list of its own, those that follow have no rank
    if not claim.ranks or taken & set(claim.ranks) or min(claim.ranks) <= max(taken):
        return False
    if not re.search("[。；;！？]", between):
        return True
    return not (whole and size > 1) and (size > 1 or min(claim.ranks) == max(taken) + 1)  # 第6位；…第9位 are no list


def _ranking(reading: Reading, text: Passage, told: Prose, group: Sequence[Claim]) -> Ranking | None:
    """One record, if the group names at least two places and each of them is clear."""
    first = group[0]
    members = [m for c in group for m in c.listed.members]
    if len(members) < 2 or (first.continues and len(group) == 1):
        return None
    whole = replace(
        first.listed, members=tuple(members), noun=next((c.listed.noun for c in group if c.listed.noun), None)
    )
    year = first.year or reading.document.year
    places = resolved(whole, year) or mixed(whole, year)
    if places is None or len({p.code or p.name for p in places[1]}) < len(members):
        reading.warnings.append(
            f"第{text.page}页所列地名不能确定 (page {text.page}: unclear list of places): {_printed(whole)}"
        )
        return None
    scope, found = places
    start, end = told.back(first.start, max(c.end for c in group))
    entries = [
        _entry(text, told, scope, member, place, rank, score)
        for (member, rank, score), place in zip(_rows(group), found, strict=True)
    ]
    return Ranking(
        metric=first.metric,
        year=first.year,
        ordered=first.ordered,
        scope=scope,
        told="prose",
        criterion=_group_criterion(group),
        claimed_size=first.count,
        entries=entries,
        evidence=text.evidence(HOW, start, end),
    )


def _rows(group: Sequence[Claim]) -> Iterator[tuple[Member, int | None, Decimal | None]]:
    """Each member with the rank and the score that the words give it."""
    for c in group:
        for i, member in enumerate(c.listed.members):
            rank = c.ranks[i] if c.ranks else member.rank
            yield member, rank, c.scores[i] if c.scores else member.score


def _group_criterion(group: Sequence[Claim]) -> str | None:
    if len(group) == 1:
        return group[0].criterion
    ranks: list[int] = []
    for c in group:  # those that follow without a rank take the next ones
        after = max(ranks, default=0) + 1
        ranks += c.ranks or range(after, after + len(c.listed.members))
    return criterion(tuple(sorted(ranks)), None)


def _entry(
    text: Passage, told: Prose, scope: Scope, member: Member, place: Place, rank: int | None, score: Decimal | None
) -> RankingEntry:
    start, end = told.back(member.name.start, member.name.end)
    return RankingEntry(
        rank=rank,
        city=None if not place.code or (scope == "province" and place.is_province) else place.name,
        province=gazetteer().province_of(place).name if place.code else None,
        as_printed=text.text[start:end],
        score=float(score) if score is not None else None,
        evidence=text.evidence(HOW, start, end),
    )


def _printed(listed: Enumeration) -> str:
    return "、".join(m.name.printed for m in listed.members)
