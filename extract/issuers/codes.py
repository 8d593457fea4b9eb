"""Agency codes of document numbers: 国发, 工信部联信发, 鲁政办发. The longest code that is one wins."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extract.issuers.model import Issuer, level_of
from extract.issuers.names import issuer
from extract.issuers.places import office_of
from extract.places import Place, gazetteer
from extract.words import lexicon
from schema.policy import Level

__all__ = ["Agency", "agency_of", "code_in", "place_of_standard"]

LONGEST = 14
UNKNOWN = 3
"""Characters before a known code that may belong to a longer one."""
LIKE_A_CODE = "发函字规令办政府委厅秘综告通联"
"""How agency codes end that no list knows."""
STOP = re.compile(
    r"^.*(?:依据|根据|按照|依照|参照|落实|贯彻|执行|印发|下发|发布|颁布|出台|转发|文号|编号|以及|详见|参见|遵照|结合|对照|符合|关于|通过|批准|号|的|和|与|及|由|见|以|将|在|即|为|是)"
)


@dataclass(frozen=True, slots=True)
class Agency:
    """What a code tells. `places` has more than one where two places use the code; `organ` is of which of its organs."""

    issuer: Issuer | None
    level: Level | None = None
    places: tuple[Place, ...] = ()
    organ: str | None = None

    def at(self, place: Place) -> "Agency":
        """The same code, where the paper tells that it is that place's."""
        return Agency(_local_issuer(place, self.organ), level_of(place), (place,), self.organ)


@lru_cache(maxsize=1)
def _roots() -> dict[str, dict[str, Any]]:
    return {code: organ for organ in lexicon("issuers")["organs"] for code in organ.get("codes") or ()}


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    words = {w for line in lexicon("issuers")["tails"] for w in line.split()}
    return re.compile("(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + "){0,5}")


@lru_cache(maxsize=1)
def _local_codes() -> dict[str, str | None]:
    return {code: row["organ"] for row in lexicon("issuers")["local"] for code in row["code"]}


def code_in(run: str, edge: str) -> int | None:
    """Where in the Han characters before the year's bracket the agency code starts; None where that can't be told.

    `edge` is what stands before the run, if that ends a word: （ where it is an opening bracket, else any stop.
    """
    m = STOP.match(run)
    start = m.end() if m else 0
    for at in range(max(0, len(run) - LONGEST), len(run) - 1):
        if agency_of(run[at:], single=False):
            # a longer code that no list knows (文旅政法发, 同文旅发) ends in one that is known; an organ's name may stand before
            longer = edge == "（" and 0 < at - start <= UNKNOWN and issuer(run[start:at]) is None
            return start if longer else at
    rest = run[start:]
    if agency_of(rest):
        return start
    sure = edge == "（" or ((edge or m) and rest[-1:] in LIKE_A_CODE)
    return start if sure and 1 < len(rest) <= 8 else None


@lru_cache(maxsize=4096)
def agency_of(code: str, single: bool = True) -> Agency | None:
    """What an agency code tells; None for one that is not known. `single`: roots of one character count too."""
    return _central(code, single) or _local(code)


def _central(code: str, single: bool) -> Agency | None:
    for length in range(len(code), 0 if single else 1, -1):
        organ = _roots().get(code[:length])
        if organ and _tail().fullmatch(code[length:]):
            name = (organ.get("short") or [organ["name"]])[0]
            of_office = code[:length].endswith("厅") or code[length:].startswith(("办", "厅"))
            if of_office and not name.endswith(("办公厅", "办公室", "办")):
                name += "办公厅"
            return Agency(Issuer(name, "national"), "national")
    return None


def _local(code: str) -> Agency | None:
    words = lexicon("issuers")
    for length in (3, 2, 1):
        prefix, rest = code[:length], code[length:]
        if prefix in words["settled"]:
            names, rest = [words["settled"][prefix]], code[length - 1 :]
        elif prefix in words["places"]:
            names = words["places"][prefix]
        else:
            continue
        organ = _local_organ(rest)
        if organ is None:
            continue
        places = tuple(p for n in names if (p := _named(n)))
        if len(places) == 1:
            return Agency(None, None, places, organ).at(places[0])
        return Agency(None, None, places, organ)
    return None


def _named(name: str) -> Place | None:
    found = [p for p in gazetteer().candidates(name) if p.name == name]
    return found[0] if found else None


def _local_organ(rest: str) -> str | None:
    """`office`, `government`, ... or `other`; None where it is no code."""
    codes = _local_codes()
    for length in range(len(rest), 0, -1):
        if rest[:length] in codes and len(rest) - length <= 6:
            return codes[rest[:length]] or "other"
    return None


def _local_issuer(place: Place, organ: str | None) -> Issuer | None:
    level = level_of(place)
    hall = office_of(place)
    names = {
        "government": f"{place.name}人民政府",
        "party": f"中共{place.name}委",
        "congress": f"{place.name}人民代表大会常务委员会",
        "office": f"{place.name}人民政府{hall}" if hall else None,
        "party_office": f"中共{place.name}委{hall}" if hall else None,
    }
    name = names.get(organ or "")
    return Issuer(name, level, place) if name else None


def place_of_standard(number: str) -> Place | None:
    """Whose local standard it is: DB11/T 1918-2021 is 北京市's."""
    m = re.match(r"DB(\d{2})(\d{2})?", number)
    return gazetteer().by_code.get(m.group(1) + (m.group(2) or "00") + "00") if m else None
