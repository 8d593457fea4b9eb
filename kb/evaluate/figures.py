"""All figures of one paper: a Score for each kind of fact in the gold file, a share for each of its attributes.

Facts a gold file marks as `borderline` are those on which careful readers differ: they count neither way.
"""

from collections.abc import Callable, Iterable
from typing import Any

from kb.evaluate.compare import Key, Score, folded, near, soft
from kb.evaluate.rankings import attributes, held

__all__ = ["Figures", "Score", "Share", "evaluate"]

Share = float
Figures = dict[str, Score | Share]
Facts = dict[str, Any]


def evaluate(gold: Facts, predicted: Facts) -> Figures:
    """The figures for one paper. `gold` and `predicted` are JSON objects as `kb extract` prints them."""
    figures: Figures = {}
    for part in (_document, _rankings, _policies, _places, _rest):
        figures.update(part(gold, predicted))
    return figures


def _document(gold: Facts, predicted: Facts) -> Figures:
    want, have = gold.get("document", {}), predicted.get("document", {})
    known = [k for k in ("title", "publisher", "year") if want.get(k)]
    same = sum(folded(want[k]) == folded(have.get(k)) for k in known)
    return {"document": same / len(known)} if known else {}


def _rankings(gold: Facts, predicted: Facts) -> Figures:
    figures: Figures = {}
    every = predicted.get("rankings", [])
    if "prose_rankings" in gold:
        listed = [
            {"entries": [{"city": m} for m in r["members"]], "borderline": r.get("borderline")}
            for r in sorted(gold["prose_rankings"], key=lambda r: bool(r.get("borderline")))
        ]
        told = [r for r in every if r.get("told") == "prose"]
        figures["rankings.prose"] = held(listed, [_members(r) for r in told])
    if "rankings" in gold:
        figures["rankings"] = held(gold["rankings"], [r for r in every if r.get("told") != "prose"])
        figures.update(attributes(gold["rankings"], every))
    return figures


def _members(ranking: Facts) -> Facts:
    return {"entries": [{"city": e.get("city") or e.get("province")} for e in ranking.get("entries", [])]}


def _policies(gold: Facts, predicted: Facts) -> Figures:
    if "policies" not in gold:
        return {}
    want, have = _settled(gold, predicted)
    figures: Figures = {"policies": Score(_titles(want), _titles(have))}
    for name in ("kind", "document_number", "level", "issuers", "period"):
        share = _agreement(want, have, name)
        if share is not None:
            figures[f"policies.{name}"] = share
    if any(isinstance(p.get("mentions"), list) for p in want):
        figures["policies.mentions"] = Score(_mentions(want), _mentions(have))
    if _edges(want):
        figures["policy-city"] = Score(_edges(want), _edges(have))
    if gold.get("not_policies"):
        figures["not_policies.kept_out"] = _kept_out(gold["not_policies"], predicted.get("policies", []))
    return figures


def _settled(gold: Facts, predicted: Facts) -> tuple[list[Facts], list[Facts]]:
    """Policies without the borderline ones; a printed variant of a gold title counts as that title."""
    listed = [x for k in ("policies", "not_policies") for x in gold.get(k, []) if isinstance(x, dict)]
    unsure = {folded(x["title"]) for x in listed if x.get("borderline")}
    variants = {folded(v): x["title"] for x in gold["policies"] for v in x.get("variants", [])}
    have = [{**x, "title": variants.get(folded(x.get("title")), x.get("title"))} for x in predicted.get("policies", [])]
    return [x for x in gold["policies"] if folded(x["title"]) not in unsure], [
        x for x in have if folded(x["title"]) not in unsure
    ]


def _titles(policies: Iterable[Facts]) -> frozenset[Key]:
    return frozenset((folded(p["title"]),) for p in policies)


def _mentions(policies: Iterable[Facts]) -> frozenset[Key]:
    return frozenset((folded(p["title"]), m.get("page")) for p in policies for m in p.get("mentions", []))


def _edges(policies: Iterable[Facts]) -> frozenset[Key]:
    return frozenset((folded(p["title"]), folded(c)) for p in policies for c in p.get("cities") or [])


def _agreement(want: list[Facts], have: list[Facts], name: str) -> Share | None:
    """The share of gold policies with attribute `name` whose predicted one agrees; an `_alt` of the gold counts too."""
    known = {folded(p["title"]): p.get(name) for p in have}
    asked = [p for p in want if p.get(name) not in (None, [], "")]
    if not asked:
        return None
    hits = 0
    for p in asked:
        value = known.get(folded(p["title"]))
        right = [_flat(p[name])] + ([_flat(p[f"{name}_alt"])] if p.get(f"{name}_alt") else [])
        hits += value is not None and _flat(value) in right
    return hits / len(asked)


def _flat(value: Any) -> Any:
    return sorted(folded(v) for v in value) if isinstance(value, list | tuple) else folded(value)


def _kept_out(listed: list[Any], policies: list[Facts]) -> Share:
    plain = [x for x in listed if isinstance(x, str) or not x.get("borderline")]
    titles = {folded(x if isinstance(x, str) else x.get("title")) for x in plain}
    return 1 - len(titles & {folded(p.get("title")) for p in policies}) / len(titles)


def _places(gold: Facts, predicted: Facts) -> Figures:
    """What belongs to a place: cases, frameworks with their components, platforms."""
    figures: Figures = {}
    if gold.get("case_studies"):
        figures["case_studies"] = _cases(gold["case_studies"], predicted.get("case_studies", []))
    for kind in ("frameworks", "platforms"):
        if gold.get(kind):
            figures[kind] = soft(map(_named, gold[kind]), map(_named, predicted.get(kind, [])))
    if gold.get("frameworks"):
        figures["components"] = soft(_components(gold["frameworks"]), _components(predicted.get("frameworks", [])))
    return figures


def _place(fact: Facts) -> str:
    return folded(fact.get("city") or fact.get("place"))


def _named(fact: Facts) -> Key:
    return _place(fact), folded(fact.get("name"))


def _components(frameworks: Iterable[Facts]) -> list[Key]:
    return [
        (_place(f), folded(c if isinstance(c, str) else c.get("name"))) for f in frameworks for c in f["components"]
    ]


def _cases(gold: list[Facts], predicted: list[Facts]) -> Score:
    """Cases by place and title; an untitled profile by its place alone."""
    key: Callable[[Facts], Key] = lambda c: (_place(c), folded(c.get("title")))  # noqa: E731
    want = [c for c in gold if c.get("city") or c.get("place")]
    untitled = {_place(c) for c in want if not c.get("title")}
    score = soft(map(key, want), map(key, predicted))
    found = {k if k in score.gold or k[0] not in untitled else (k[0], "") for k in score.predicted}
    return Score(score.gold, frozenset(found))


def _rest(gold: Facts, predicted: Facts) -> Figures:
    figures: Figures = {}
    if gold.get("measurements"):
        figures["measurements.recall"] = _measured(gold["measurements"], predicted.get("measurements", []))
    keys: dict[str, Callable[[Facts], Iterable[Key]]] = {
        "tiers": lambda t: [(folded(t.get("name")), folded(m)) for m in t.get("members", [])],
        "rank_changes": lambda c: [(folded(c.get("city")), c.get("change"))],
        "dimensions": lambda d: [(folded(d["name"]), folded(d.get("statement")))],
        "figures": lambda f: [(folded(f["label"]),)] if folded(f["label"]).startswith("图") else [],
    }
    for kind, of in keys.items():
        if gold.get(kind):
            sets = [frozenset(k for x in facts.get(kind, []) for k in of(x)) for facts in (gold, predicted)]
            figures[kind] = Score(*sets)
    if gold.get("findings"):
        have = [(f.get("kind"), folded(_text(f))) for f in predicted.get("findings", [])]
        hits = sum(any(k == g["kind"] and folded(g["about"]) in t for k, t in have) for g in gold["findings"])
        figures["findings.recall"] = hits / len(gold["findings"])
    return figures


def _text(finding: Facts) -> str:
    return " ".join(str(v) for v in finding.values())


def _measured(gold: list[Facts], predicted: list[Facts]) -> Share:
    """Recall: the same number, the same unit or one that holds it, the same city where gold names one."""

    def same(g: Facts, p: Facts) -> bool:
        units = folded(g.get("unit")), folded(p.get("unit"))
        city = not g.get("city") or folded(p.get("city")) == folded(g["city"])
        return near(p.get("value"), g["value"]) and (units[0] in units[1] or units[1] in units[0]) and city

    return sum(any(same(g, p) for p in predicted) for g in gold) / len(gold)
