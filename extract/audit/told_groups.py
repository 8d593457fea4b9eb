"""How many places of a tier or region the text says there are, against those that the table lists in it.

华东地区39城上榜; A+级7座，A级23座; 三省合计24个城市入榜, 占比24%.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from extract.audit.bench import Bench, some
from extract.audit.claims import COUNT, HEDGED, LISTED, bound
from extract.audit.counts import COMPARE, SIGN
from extract.find.rankings.headers import says
from extract.fold import fold
from extract.model import Passage
from extract.places import gazetteer
from schema.finding import Finding
from schema.ranking import Ranking, RankingEntry

__all__ = ["check"]

Groups = dict[str, list[RankingEntry]]

SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
BEHIND = r"(?:级|类|档|等|梯队|地区|区域|板块|城市群|经济区)?(?:的?城市)?(?:上榜|入榜|入围|入选)?(?:城市)?(?:数量)?(?:共计?|合计|总共)?(?:有|为|是|达到?|包括|包含|含|共)?\s*$"
"""What may stand between the name of a group and its count."""


def check(bench: Bench) -> Iterator[Finding]:
    """Each count that stands right behind the name of a tier or region which exactly one table prints."""
    groups = [(r, _groups(r)) for r in bench.tables]
    for text in bench.reading.texts:
        if text.kind not in ("paragraph", "list_item"):
            continue
        folded = fold(text.text)
        for m in SENTENCE.finditer(folded):
            for ranking, members in groups:
                yield from _in_sentence(text, m.start(), m.group(), ranking, members, groups)


def _groups(ranking: Ranking) -> Groups:
    found: Groups = defaultdict(list)
    for e in ranking.entries:
        for name in (e.tier, e.region):
            if name:
                found[fold(name)].append(e)
    # a table that prints a tier for some of its rows only can't be counted
    whole = all(e.tier for e in ranking.entries) or all(e.region for e in ranking.entries)
    # names run together are rows run together: such a table was not read well enough to contradict anyone
    sound = all(says("tier_label", n) or gazetteer().region(n) for n in found)
    return dict(found) if whole and sound and len(found) > 1 else {}


def _in_sentence(
    text: Passage, start: int, sentence: str, ranking: Ranking, members: Groups, groups: list[tuple[Ranking, Groups]]
) -> Iterator[Finding]:
    for m in COUNT.finditer(sentence):
        clause = re.split(r"[，,；;：:、（(]", sentence[: m.start()])[-1].translate(str.maketrans("", "", "“”"))
        if re.search(r"[、和与及]$", sentence[: m.start() - len(clause)]) and re.search("合计|共", clause + m[0]):
            continue  # 西南、西北、东北合计15个
        name = _named(clause, members)
        if name is None or HEDGED.search(clause) or not _counts_places(m, sentence, name):
            continue
        if sum(name in g for _, g in groups) > 1:
            continue
        op, number = bound(m)
        if op is None or number is None:
            continue
        rows = members[name]
        agrees = COMPARE[op](len(rows), number)
        lo, hi = start, start + len(sentence)
        yield Finding(
            kind="confirmed" if agrees else "contradiction",
            about=name,
            statement=text.text[lo:hi].strip(),
            expected=number if op == "=" else f"{SIGN[op]}{number}",
            actual=len(rows),
            rule="told_group",
            severity="info" if agrees else "major",
            look_at=None if agrees else f"{ranking.label or '榜单'}中{name}各行 (the rows of {name})",
            evidence=[*text.evidence("audit", lo, hi), *some(rows)],
        )


def _named(clause: str, members: Groups) -> str | None:
    """The group whose name opens what stands before the count, with nothing between but words of counting."""
    for name in sorted(members, key=len, reverse=True):
        short = re.escape(name.removesuffix("级").removesuffix("地区") or name)
        if re.search(rf"(?:^|其中|[，的在为])\s*{short}(?![+＋-]){BEHIND}", clause):
            return name
    return None


def _counts_places(m: re.Match[str], sentence: str, name: str) -> bool:
    """Whether places are counted: the noun says so, or nothing that could be another noun follows, where places are told of."""
    if m["noun"]:
        return True
    after = sentence[m.end() :]
    return not re.match(r"[\u4e00-\u9fffA-Za-z]", after) or LISTED.match(after) is not None
