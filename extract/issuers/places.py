"""Places at the start of names: 成都市人民政府, 深圳市南山区促进数字经济高质量发展专项扶持措施."""

import re
from functools import lru_cache

from extract.places import Place, gazetteer
from extract.words import lexicon

__all__ = ["full_name", "office_of", "place_at_start"]

HAN = re.compile(r"[\u4e00-\u9fff]*")
LONGEST = 16


@lru_cache(maxsize=4096)
def place_at_start(text: str) -> tuple[int, Place | None]:
    """How many characters at the start name a place, and which one: None where several are called so; (0, None) if none.

    A county only counts by a name that says what it is (南山区, not 南山): others are common words.
    """
    head = HAN.match(text)
    assert head
    for length in range(min(len(head.group()), LONGEST), 1, -1):
        form = text[:length]
        found = [p for p in gazetteer().candidates(form) if p.level != "county" or form[-1] in "区县市旗"]
        if found:
            high = [p for p in found if p.level != "county"]
            only = high or found
            if zone := _of_zone(form, text[length:], only):
                return length, zone
            return length, only[0] if len(only) == 1 else gazetteer().only(only, form)
    return 0, None


def _of_zone(form: str, rest: str, called: list[Place]) -> Place | None:
    """The place whose zone is named: of those called 海南 only the province has a 自由贸易港."""
    owner = next(
        (z["of"] for z in lexicon("issuers")["zones"] if form == z["named"] and rest.startswith(tuple(z["as"]))), None
    )
    return next((p for p in called if p.name == owner), None)


def office_of(place: Place | None) -> str | None:
    """办公厅 in provinces and cities of their rank, 办公室 elsewhere; None where either may be: other capitals."""
    if place is None:
        return None
    if place.is_province or place.short_name in lexicon("issuers")["capitals_with_office_of_rank"]:
        return "办公厅"
    return None if place.level == "prefecture" and place.code.endswith("0100") else "办公室"


def full_name(place: Place) -> str:
    """The name its organs bear: a district's behind that of its city (深圳市南山区), a county's or county-level city's alone (秭归县)."""
    city = gazetteer().city_of(place) if place.level == "county" and place.name.endswith("区") else None
    named = city is None or city is place or place.name.startswith(city.short_name)
    return place.name if named or city is None else f"{city.name}{place.name}"
