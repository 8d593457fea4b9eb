"""Names of organs, as titles, sentences and tables print them.

A printed name that is official, long or short, is kept; a colloquial one (工信部, 成都市政府) becomes the official one.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from extract.issuers.model import Issuer, level_of
from extract.issuers.places import full_name, office_of, place_at_start
from extract.places import Place, gazetteer
from extract.words import lexicon
from schema.policy import Level

__all__ = ["issuer", "issuers_in", "official", "spelled_out", "usual"]

STATE = "中华人民共和国"
HAN = r"[\u4e00-\u9fff]"
TWO_IN_ONE = (
    "信息化|改革|社会保障|城乡|旅游|自然资源|草原|工业|工信|数据|大数据|信息|科技|科学|计划生育|物资|营商|数字|体育|能源|标准化|"
    "技术|创新|储备|生态|卫生|对外|经济|产业|商务|服务|管理|社会工作|知识产权"
)
"""Behind 和 and 与 within the name of one organ: 经济和信息化局."""
NO_ORGAN = re.compile(
    rf"[的了在将及等由向从被为是]|(?<!共)[和与](?!{TWO_IN_ONE})|印发|发布|出台|推进|组建|设立|成立|会同|联合(?![会社])"
)
LISTED = re.compile(r"[、，,;；/]")
"""What stands between organs, never within the name of a local one."""
DEPARTMENT = re.compile(rf"{HAN}{{2,14}}(?:司|局|中心|办公室)$")
DEICTIC = re.compile(r"^(?:全?省|全?市|全?区|全?县|自治区|我省|我市|我区|本市|本省)(?=.)")
SEPARATORS = re.compile(rf"[、，,;；/\s·]+|以及|(?<!共)[和与](?!{TWO_IN_ONE})|会同|联合(?!国)|及(?=国|中|财|工)")
JOINED_PAIR = re.compile(r"^((?:.{2,8}?)?[省市区县]委)((?:[省市区县]|自治区)(?:人民)?政府(?:办公厅|办公室)?)$")
TWO_OFFICES = re.compile(
    r"(?P<party>[省市区县]委)[、和与]?(?P<state>[^，。；、]{0,8}?(?:政府|(?<=[省市区县])府))(?:的)?(?:联合)?两办(?:公厅|公室)?"
)
PARTY_COMMITTEE = re.compile(rf"^{HAN}{{2,12}}[省市区县州盟]委(?:办公厅|办公室|员会)?$")
OTHERS = re.compile(
    r"(?:等|(?<=[局部委办厅室院行署会])(?=[\d一二三四五六七八九十两]+\s*(?:个|家)?(?:国家)?(?:部门|部委|单位)))(?:\s*[\d一二三四五六七八九十两多几]*\s*(?:个|家)?(?:有关|相关)?(?:国家)?(?:部门|部委|单位|机构|委办局|厅局|委局|地区))?$"
)


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[str, dict[str, Any]]]:
    """Printed name of a national organ -> (name to store, its entry)."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for organ in lexicon("issuers")["organs"]:
        short = organ.get("short") or []
        for name in (organ["name"], *short):
            found.setdefault(name, (name, organ))
        stored = short[0] if short else organ["name"]
        for told in organ.get("told") or ():
            found.setdefault(told, (stored, organ))
    return found


@lru_cache(maxsize=1)
def _kin() -> dict[str, str]:
    words = lexicon("issuers")
    kin = dict.fromkeys((*words["foreign"]["countries"], *words["foreign"]["cities"]), "foreign")
    kin |= dict.fromkeys(words["foreign"]["organs"], "foreign")
    kin |= dict.fromkeys(words["international"], "international")
    return kin | dict.fromkeys(words["others"], "national")


@lru_cache(maxsize=8192)
def issuer(printed: str, home: Place | None = None) -> Issuer | None:
    """The organ, country or body of that name, else None. `home` is the place that 市政府 and 省委 speak of."""
    name = re.sub(rf"(?<={HAN})\s+(?={HAN})", "", printed.strip())
    return _national(name) or _abroad(name) or _deictic(name, home) or _local(name)


def official(name: str) -> str:
    """The full official name behind a stored name of a national organ; any other name as it is."""
    bare = name.removeprefix(STATE)
    if bare in forms():
        return str(forms()[bare][1]["name"])
    if PARTY_COMMITTEE.match(bare) and not bare.startswith("中共"):
        return "中共" + bare
    for office in lexicon("issuers")["offices"]:
        if bare.endswith(office) and bare.removesuffix(office) in forms():
            return str(forms()[bare.removesuffix(office)][1]["name"]) + str(office)
    return name


def usual(name: str) -> str:
    """The name that a national organ goes by: 中共中央, 国家发展改革委; any other as `official` has it."""
    bare = name.removeprefix(STATE)
    for office in ("", *map(str, lexicon("issuers")["offices"])):
        head = bare.removesuffix(office)
        if bare.endswith(office) and head in forms():
            organ = forms()[head][1]
            return f"{(organ.get('short') or [organ['name']])[0]}{office}"
    return official(name)


def _national(name: str) -> Issuer | None:
    bare = name.removeprefix(STATE)
    if bare in forms():
        stored = forms()[bare][0]
        return Issuer(name if stored == bare else stored, "national")
    for length in range(len(bare) - 2, 1, -1):
        head, rest = bare[:length], bare[length:]
        if head not in forms() or head in ("国务院", "中共中央"):
            continue
        if rest in lexicon("issuers")["offices"] or (DEPARTMENT.fullmatch(rest) and not _national(rest)):
            return Issuer(forms()[head][0] + rest, "national")
    return None


def _abroad(name: str) -> Issuer | None:
    kin = _kin()
    country = max((c for c in lexicon("issuers")["foreign"]["countries"] if name.startswith(c)), key=len, default=None)
    if name in kin or name.removesuffix("市") in lexicon("issuers")["foreign"]["cities"]:
        level = kin.get(name, "foreign")
        return Issuer(name, level, country=country)  # type: ignore[arg-type]
    country = country or next((c for c in lexicon("issuers")["foreign"]["cities"] if name.startswith(c)), None)
    rest = name.removeprefix(country) if country else ""
    if len(rest) <= 12 and not NO_ORGAN.search(rest) and rest.endswith(tuple(lexicon("issuers")["foreign"]["endings"])):
        return Issuer(name, "foreign", country=country)
    return None


def _deictic(name: str, home: Place | None) -> Issuer | None:
    m = DEICTIC.match(name)
    if not m or home is None:
        return None
    word = "自治区" if m.group() == "自治区" else m.group()[-1]
    around = [home, gazetteer().city_of(home), gazetteer().province_of(home)]
    meant = next((p for p in around if p and _is_called(p, word)), None)
    return _organ(meant, name[m.end() :], full_name(meant)) if meant else None


def _is_called(place: Place, word: str) -> bool:
    """Whether a place may be spoken of as 市, 省, 区, 县 or 自治区."""
    if word == "区":
        return place.level == "county" and place.name.endswith("区")
    return place.name.endswith(word)


def _local(name: str) -> Issuer | None:
    party = name.startswith("中共")
    text = name.removeprefix("中共")
    length, place = place_at_start(text)
    if not length:
        return None
    rest = text[length:]
    if not rest:
        return None if party else (Issuer(full_name(place), level_of(place), place) if place else None)
    whole = full_name(place) if place else text[:length]
    return _organ(place, rest, text[:length] if place is None else whole, party)


def _organ(place: Place | None, rest: str, whole: str, party: bool = False) -> Issuer | None:
    words = lexicon("issuers")["organ_words"]
    level: Level | None = level_of(place) if place else "municipal"
    if rest in words["government"]:
        return Issuer(whole + ("" if rest.startswith("人民") else "人民") + rest, level, place)
    if rest in words["party"]:
        return Issuer(("中共" if party else "") + whole + rest, level, place)
    if (kind := words["told_offices"].get(rest)) and (hall := office_of(place)):
        return Issuer(("中共" if party else "") + whole + kind + hall, level, place)
    if rest in words["congress"]:
        return Issuer(whole + rest, level, place)
    if (
        len(rest) <= 18
        and not NO_ORGAN.search(rest)
        and not LISTED.search(rest)
        and any(rest.endswith(w) for w in words["departments"])
    ):
        return Issuer(whole + rest, level, place)
    return None


def spelled_out(text: str) -> str:
    """The offices of both sides by their names: 市委、市政府两办 -> 市委办、市政府办, 省两办 -> 省委办、省政府办."""
    text = TWO_OFFICES.sub(r"\g<party>办、\g<state>办", text)
    return re.sub(r"([省市区县])两办(?!法)", r"\1委办、\1政府办", text)


def issuers_in(text: str, home: Place | None = None, *, strict: bool = True) -> list[Issuer] | None:
    """The issuers that a title's head or a table's cell lists; None where a part is no issuer.

    A cell with `strict` off tells issuers by its column: a part that no lexicon knows is kept as printed.
    """
    found: list[Issuer] = []
    for part in _parts(spelled_out(text)):
        several = _one_or_more(part, home or (found[0].place if found else None))
        if several is None and strict:
            return None
        found += several or [Issuer(part, "national" if re.match(r"中国|全国|国家|中央", part) else None)]
    return list(dict.fromkeys(found)) or None


def _parts(text: str) -> Iterable[str]:
    text = OTHERS.sub("", re.sub(r"(?:办公厅)?(?:联合)?$", lambda m: m.group().removesuffix("联合"), text.strip()))
    whole = re.sub(rf"(?<={HAN})\s+(?={HAN})", "", text)
    if issuer(whole):
        return [whole]
    parts = [p for p in SEPARATORS.split(text) if p]
    if len(parts) > 3 and all(len(p) == 1 for p in parts):
        return [whole]
    return [OTHERS.sub("", p) for p in parts if OTHERS.sub("", p)]


def _one_or_more(part: str, home: Place | None) -> list[Issuer] | None:
    if found := issuer(part, home):
        return [found]
    if m := JOINED_PAIR.match(part):
        party = issuer(m.group(1), home)
        government = issuer(m.group(2), home or (party.place if party else None))
        return [party, government] if party and government else None
    for length in range(len(part) - 2, 1, -1):
        if (
            (head := issuer(part[:length], home))
            and head.name not in _kin()
            and (rest := _one_or_more(part[length:], home))
        ):
            return [head, *rest]
    return None
