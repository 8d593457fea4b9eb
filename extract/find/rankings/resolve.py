"""Printed names of a ranking to places: what kind it ranks, which place each name means, and in which province."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.find.rankings.columns import Column
from extract.find.rankings.rows import Entry
from extract.places import Place, Scope, gazetteer

__all__ = ["Meant", "resolved", "scope_of"]

ROLES: dict[str, Scope] = {"city": "city", "province": "province", "county": "county"}


@dataclass(frozen=True, slots=True)
class Meant:
    """What an entry's name means: its place, None where unsure, and the full name of its province."""

    place: Place | None
    province: str | None


def scope_of(entries: Sequence[Entry], subject: Column | None, title: str) -> Scope:
    """The kind of place ranked: the one that most names can be, the header and the title having the say in a tie."""
    gaz = gazetteer()
    hint = ROLES.get(subject.header.role or "") if subject else None
    told: Scope | None = "province" if "省" in title and "城市" not in title and "省会" not in title else None
    order: list[Scope] = list(dict.fromkeys(s for s in (hint, told, "city", "province", "county") if s))
    counts: Counter[Scope] = Counter()
    for scope in order:
        counts[scope] = sum(
            any(
                p.fits(scope)
                for p in gaz.candidates((e.parent or "") + e.item.printed) or gaz.candidates(e.item.printed)
            )
            for e in entries
        )
    if hint is None and told is None and counts["province"] >= counts["city"] and _has_province(entries):
        return "province"
    return max(order, key=lambda s: (counts[s], -order.index(s)))


def _has_province(entries: Sequence[Entry]) -> bool:
    """Whether a province that is no city stands among the names."""
    found = [gazetteer().candidates(e.item.printed) for e in entries]
    return any(places and all(p.level == "province" for p in places) for places in found)


def resolved(entries: Sequence[Entry], scope: Scope, year: int | None, around: Place | None) -> list[Meant]:
    """For each entry the place meant. `around` is the place that the title names, if any."""
    first = [_place(e, scope, year) for e in entries]
    common = _common_city([p for p in first if p], scope)
    for where in (around, common):
        for i, entry in enumerate(entries):
            if first[i] is None and where is not None:
                inside = [p for p in gazetteer().candidates(entry.item.printed) if gazetteer().within(p, where)]
                first[i] = inside[0] if len(inside) == 1 else None
    return [Meant(p, _province(e, p)) for e, p in zip(entries, first, strict=True)]


def _place(entry: Entry, scope: Scope, year: int | None) -> Place | None:
    gaz, name = gazetteer(), entry.item.printed
    if entry.parent and (place := gaz.resolve(entry.parent + name, year=year)):
        return place
    tries = [(scope, entry.province), (scope, None), (None, entry.province), (None, None)]
    found = (gaz.resolve(name, scope=s, province=p, year=year) for s, p in tries)
    return next((place for place in found if place), None)


def _common_city(places: Sequence[Place], scope: Scope) -> Place | None:
    """The one city that all places of a list of districts lie in."""
    cities = {c.code: c for p in places if (c := gazetteer().city_of(p))}
    return next(iter(cities.values())) if scope == "county" and len(cities) == 1 and len(places) > 1 else None


def _province(entry: Entry, place: Place | None) -> str | None:
    """The province printed, by its full name; where none is printed, the one that the place lies in.

    A province printed for a row of its own stands as printed, also where it is wrong: the audit says so. One printed
    over several rows only says where the table's lines were read; the place itself knows better.
    """
    printed = gazetteer().resolve(entry.province, scope="province") if entry.province else None
    own = gazetteer().province_of(place) if place else None
    found = own if own and (printed is None or entry.province_shared) else printed
    return found.name if found else None
