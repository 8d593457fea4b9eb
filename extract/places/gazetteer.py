"""All divisions, found by code and by any printed form of their names."""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from extract.fold import fold
from extract.places.forms import printed_forms
from extract.places.lexicon import Lexicon, lexicon
from extract.places.model import Place

__all__ = ["Gazetteer", "gazetteer"]

BETWEEN = "·•・-—–－,，/ "
BRACKETED = re.compile(r"^(.+?)\s*[（(［\[]([^（）()\[\]［］]+)[）)\]］]$")
COUNT = re.compile(r"[（(\[［]?\s*(?:共|计)?\s*\d+\s*(?:个|座|家|市|省|城市)?(?:城市|市|省份|地区|地市)?\s*[）)\]］]?$")


class Gazetteer:
    """Divisions by code (`by_code`) and by printed form (`forms`: official, derived, informal, former)."""

    def __init__(self, places: Iterable[Place], words: Lexicon, english: Iterable[tuple[str, str]] = ()):
        self.words = words
        self.by_code = {p.code: p for p in places}
        self.forms: dict[str, list[Place]] = {}
        self._official: dict[str, list[Place]] = {}
        self._members: dict[str, list[Place]] = {}
        for p in self.by_code.values():
            self._official.setdefault(p.name, []).append(p)
            self._members.setdefault(p.parent or "", []).append(p)
            for form in printed_forms(p):
                self._add(form, p)
        for form, name in words.informal.items():
            self._add(form, self.named(name))
        for row in words.former:
            for form in row["forms"]:
                self._add(form, self.named(row["now"]))
        self.english: dict[str, list[Place]] = {}
        for form, code in english:
            self.english.setdefault(_english_key(form), []).append(self.by_code[code])

    def _add(self, form: str, place: Place) -> None:
        found = self.forms.setdefault(form, [])
        if place not in found:
            found.append(place)

    def named(self, name: str) -> Place:
        """The division with that code or official name; the highest one where counties share it. KeyError if none."""
        if name in self.by_code:
            return self.by_code[name]
        ranked = sorted(self._official[name], key=lambda p: (p.until is not None, p.level == "county", p.code))
        return ranked[0]

    def candidates(self, printed: str) -> list[Place]:
        """Every division that may be printed so, also with its province or city before it (广东深圳) or after (深圳（广东）).

        White space inside the name doesn't count. No fuzzy matching: another character is another name.
        """
        text = fold(printed).strip()
        if text.isascii():
            return self._english(text)
        text = re.sub(r"\s+", "", text).strip(BETWEEN)
        if found := self._direct(text):
            return found
        if m := BRACKETED.match(text):
            return self._bracketed(m.group(1), m.group(2))
        area = text.removesuffix("地区")
        return [p for p in self._direct(area) if p.level != "county"] if area != text else self._composite(text)

    def _direct(self, text: str) -> list[Place]:
        if len(text) == 1:
            code = self.words.abbreviations.get(text) or self.words.city_abbreviations.get(text)
            return [self.by_code[code]] if code else []
        return list(self.forms.get(text, ()))

    def _bracketed(self, outer: str, inner: str) -> list[Place]:
        found = self.candidates(outer)
        around = self.candidates(inner)
        if not around:
            return found
        return [p for p in found if any(self.within(p, a) or self.within(a, p) for a in around)]

    def _composite(self, text: str) -> list[Place]:
        for i in range(len(text) - 2, 1, -1):
            heads = self.forms.get(text[:i])
            if not heads:
                continue
            tails = self.candidates(text[i:].lstrip(BETWEEN))
            if found := [t for t in tails if any(self.within(t, h) for h in heads)]:
                return found
        return []

    def _english(self, text: str) -> list[Place]:
        if found := self.english.get(_english_key(text)):
            return list(found)
        name, _, province = text.rstrip(")").replace("(", ",").partition(",")
        found = self.english.get(_english_key(name), []) if province else []
        around = self.english.get(_english_key(province), [])
        return [p for p in found if any(self.within(p, a) for a in around)]

    def resolve(
        self, printed: str, *, province: str | None = None, scope: str | None = None, year: int | None = None
    ) -> Place | None:
        """The one division printed so, else None.

        `province` is its province in any form: only places in it count. `scope` is `city`, `province` or `county`: only
        such places count. Without a scope, a bare name means the highest division that carries it (长沙 the city, not
        长沙县), except names that everyone uses for several (朝阳, 吉林). `year` settles abolished divisions: they count
        until the year they ended, and later only where nothing else is called so.
        """
        found = [p for p in self.candidates(printed) if p.fits(scope)]
        if province is not None:
            around = [a for a in self.candidates(province) if a.is_province]
            if around:
                found = [p for p in found if any(self.within(p, a) for a in around)]
        return self.only(found, printed, settled=scope is not None or province is not None, year=year)

    def only(
        self, found: list[Place], printed: str = "", *, settled: bool = False, year: int | None = None
    ) -> Place | None:
        """The one place meant among `found`, else None. `settled`: the context already says which kind or where."""
        found = self._standing(found, year)
        key = re.sub(r"\s+", "", fold(printed))
        if len(found) > 1 and (settled or key not in self.words.contested):
            high = [p for p in found if p.level != "county"]
            found = high or found
        return found[0] if len(found) == 1 else None

    def _standing(self, found: list[Place], year: int | None) -> list[Place]:
        if len(found) < 2:
            return found
        now = [p for p in found if p.until is None or (year is not None and year <= p.until)]
        old = [p for p in now if p.until is not None]
        return old or now or found

    def within(self, place: Place, ancestor: Place) -> bool:
        """Whether `place` is `ancestor` or lies in it."""
        here: Place | None = place
        while here is not None:
            if here.code == ancestor.code:
                return True
            here = self.by_code[here.parent] if here.parent else None
        return False

    def province_of(self, place: Place) -> Place:
        """The division of province level that it belongs to (itself, if it is one)."""
        while place.parent:
            place = self.by_code[place.parent]
        return place

    def city_of(self, place: Place) -> Place | None:
        """The city that it is or belongs to; None for a province and for a county right under one."""
        while not place.is_city:
            if not place.parent:
                return None
            place = self.by_code[place.parent]
        return place

    def members(self, place: Place, level: str | None = None) -> list[Place]:
        """The standing divisions right under it, in the order of their codes."""
        return [p for p in self._members.get(place.code, []) if p.until is None and level in (None, p.level)]

    @property
    def provinces(self) -> list[Place]:
        """The 34 divisions of province level."""
        return [p for p in self.by_code.values() if p.is_province]

    def region(self, printed: str) -> str | None:
        """The region named so (华东, 长三角, 粤港澳大湾区), without a count: 华东（39个） is 华东. None for anything else.

        A region is a label, no place.
        """
        text = re.sub(r"\s+", "", fold(printed))
        return self.words.regions.get(text) or self.words.regions.get(COUNT.sub("", text))


def _english_key(text: str) -> str:
    text = text.lower().replace("'", "").replace("-", " ")
    text = re.sub(r"\b(?:city|municipality|province|prefecture|autonomous|region|sar|district|county)\b", " ", text)
    return "".join(text.split())


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the project: `divisions.csv`, `places.yml`, `places_en.csv` in `extract/lexicon/`."""
    words = lexicon()
    rows = list(_rows("divisions.csv"))
    ended = {row["code"]: row for row in words.abolished}
    cities = {(row["adcode"], row["name"]) for row in rows if row["level"] == "prefecture"}
    # A city without counties stands once more as its own county (东莞市, 嘉峪关市).
    rows = [r for r in rows if r["level"] != "county" or (r["parent"], r["name"]) not in cities]
    places = [_place(row, ended.get(row["adcode"], {})) for row in rows]
    known = {row["adcode"] for row in rows}
    places += [_abolished(row) for code, row in ended.items() if code not in known]
    english = [(form.strip(), row["code"]) for row in _rows("places_en.csv") for form in row["names"].split(";")]
    return Gazetteer(places, words, english)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("extract") / "lexicon" / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _place(row: dict[str, str], ended: dict[str, object]) -> Place:
    until, into = ended.get("until"), ended.get("into")
    return Place(
        row["adcode"], row["name"], row["short_name"], row["level"], row["parent"] or None,
        float(row["longitude"]) if row["longitude"] else None, float(row["latitude"]) if row["latitude"] else None,
        row["region"] or None, row["note"] or None,
        until if isinstance(until, int) else None, str(into) if into else None,
    )  # fmt: skip


def _abolished(row: dict[str, object]) -> Place:
    name, until = str(row["name"]), row["until"]
    assert isinstance(until, int)
    return Place(
        str(row["code"]), name, str(row.get("short", name[:-1])), str(row["level"]), str(row["parent"]),
        None, None, None, f"abolished in {until}", until, str(row["into"]) if row.get("into") else None,
    )  # fmt: skip
