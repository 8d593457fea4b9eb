"""What a sentence tells of the titles in it: who issued them and when, a short form, a quotation."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from extract.find.policies.model import Around, Told
from extract.issuers import Issuer, issuer, issuers_in, official, spelled_out
from extract.places import Place
from extract.words import lexicon

__all__ = [
    "JOINTLY",
    "aliases",
    "balanced",
    "follows_nation",
    "groups",
    "is_of_nation",
    "quotation",
    "told_by",
    "year_inside",
]

DATE = r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上旬|中旬|下旬|底|初|年底|年初)?"
YEAR = re.compile(
    r"(?<![到至自在前\d])(?P<at>(?:自|到|至|截至|截止)?)(?:在|于)?(?P<year>(?:19|20)\d\d)年(?!前|的目标|远景|度)"
)
DATED = r"^[^\u4e00-\u9fff]{0,4}?((?:19|20)\d\d)[年.\-/](?:\d{1,2}月?)?(?:\d{1,2}日)?[：:，,\s]*"
BRACKETED = re.compile(r"^[（(]((?:[^（）()]|[（(][^（）()]*[)）])*)[)）]")
PAIR = re.compile(
    r"(?<=委)(?=(?![员办])(?:[\u4e00-\u9fff]{2,8})?[省市区县](?:人民)?政府)|(?<=委办公[厅室])(?=[\u4e00-\u9fff]{0,9}(?:人民)?政府办公[厅室])"
)
ORDINAL = r"第?[一二三四五六七八九十百零〇\d]+"
MEETING = re.compile(rf"{ORDINAL}次(?:常务|全体|全会|专题|主任|部务|委务|办公)?会议")
TERM = re.compile(rf"{ORDINAL}届(?=全国|人大|人民代表大会|常委会)")
LEGISLATING = re.compile(r"(?:国务院|政府|人大|人民代表大会|人大常委会|常务委员会)$")
QUOTE_ENDS = "，。；：、！？）)”… \n"
DATED_INSIDE = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^，；。]{0,60}?(?:公布|通过|发布|印发|颁布|出台|批准)"
)
"""（2019年4月26日中华人民共和国国务院令第716号公布）"""
SHORTEST_QUOTE = 4
WINDOW = 36
BY_MEANS = re.compile(r"[：:的]+$|(?:则|又|也|还|率先|首先|先)?以$")
"""What may stand between an organ and a title of its own: 科技部则以《…》和《…》, 欧盟以《…》锁定."""
JOINTLY = re.compile(r"等[一二三四五六七八九十两多几\d]*\s*(?:个|家)?(?:部门|部委|单位|机构)(?:的)?$")
"""商务部等18部门《…》: the organs that are named, not all there are."""
CONSULTED = re.compile(r"^(?:向[^，。；]{1,12}|面向[^，。；]{1,12})?(?:公开)?(?:征求|征集|听取)[^，。；]{0,10}意见")
"""省发展改革委就《…（征求意见稿）》公开征求意见: its own draft."""
IN_FORCE = re.compile(r"(?:于|自)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?起?(?:正式)?(?:生效|施行|实施|通过|颁布)$")
"""美国2019年生效的《…》: when, not who."""
ALSO_CALLED = re.compile(r"(?<=[局厅委办])[（(][^（）()，。；]{2,16}[)）]$")
"""安徽省数据资源管理局（省政务服务局）: another name of the organ."""
OF_A_PLACE = "省市区县州盟旗"
WHOLE_NATION = re.compile(r"国家|国务院|中共|中央|中国|中华|全国|最高")
AS_MODEL = re.compile(r"^[）)]?(?:为|作为|作|中|所)")
"""以《…》为指引: what someone goes by, not what they issue."""


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = lexicon("citations")
    strong, weak = words["issue"]["strong"], words["issue"]["weak"]
    joint, adverbs, opened = _any(words["joint"]), _any(words["adverbs"]), words["open_pattern"]
    filler = rf"(?:{adverbs}|{opened}|{joint}|在?于?(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?|\d{{1,2}}月(?:\d{{1,2}}日)?|[以用][^，。；《》、]{{2,24}}号(?:文件?|令)?(?:的?形式)?)"
    issued, alias = _any(words["issued"]), _any(words["alias"]["markers"])
    return {
        "between": re.compile(rf"{_any(words['between'])}$"),
        "verb": re.compile(rf"(?P<strong>{_any(strong)})$|(?P<weak>{_any(weak)})$"),
        "filler": re.compile(rf"{filler}$"),
        "subject": re.compile(rf"^(?:{_any(words['subject'])}|{DATE}|[，,、])*"),
        "opened": re.compile(rf"(?:{opened}|会同(?:有关|相关)部门)"),
        "issued": re.compile(rf"^(?:等[^，。；《》]{{0,12}}?)?[^，。；《》：]{{0,14}}?(?P<verb>{issued})"),
        "by": re.compile(rf"^，?(?:已)?(?:由|经)(?P<who>[^，。；《》]{{2,90}}?)(?:{filler})*?(?:{_any(words['issue']['strong'] + ['发布', '推出', '通过'])})"),
        "quoting": re.compile(rf"^[^“”。；《》]{{0,16}}?(?:{_any(words['quoting'])})(?:了|：|:|，|,)*“"),
        "alias": re.compile(rf"(?:{alias})(?:为|作|是)?[：:]?(?P<open>[“\"《「]*)(?P<name>[^“”\"《》「」，,；。（）()]{{1,30}})(?P<close>[”\"》」]*)"),
    }  # fmt: skip


def groups(text: str) -> tuple[list[str], int]:
    """The contents of the brackets right behind a title, one after the other, and where they end."""
    found, at = [], 0
    while m := BRACKETED.match(text[at:]):
        found.append(m.group(1))
        at += m.end()
    return found, at


def aliases(following: str) -> tuple[str, ...]:
    """Short forms that the words right behind a title define: （以下简称《规划》） -> 规划."""
    inside, at = groups(following)
    spots = [(text, False) for text in inside]
    bare = re.match(r"^，?(?=以下|下称|下文|后文|简称)", following[at:])
    if bare:
        spots.append((following[at + bare.end() :][:40], True))
    found = []
    for text, outside in spots:
        m = _patterns()["alias"].match(text) if outside else _patterns()["alias"].search(text)
        if not m:
            continue
        name, marked = m.group("name").strip(), bool(m.group("open"))
        colloquial = re.match(r"即|又称|俗称|业内称|也称", m.group())
        if re.match(r"[一二两三四五六七八九十]+(?:法|部|个|份|项|条例|办法|意见|文件|规定)", name):
            continue  # 两法一条例 is several policies
        if name and (marked or (not outside and not colloquial and len(name) <= 10)):
            found.append(name)
    return tuple(found)


def year_inside(following: str) -> int | None:
    """The year that the brackets right behind a title tell: （2016年11月7日第十二届全国人大常委会第二十四次会议通过）."""
    inside, _ = groups(following)
    return next((int(m["year"]) for text in inside if (m := DATED_INSIDE.match(text))), None)


def quotation(following: str) -> tuple[int, int] | None:
    """Where the words stand that a policy is quoted with right behind its title."""
    _, at = groups(following)
    text = following[at:]
    m = _patterns()["quoting"].match(text)
    start = m.end() if m else (1 if text.startswith("“") else 0)
    if not start and (colon := re.match(r"^[：:]“", text)):
        start = colon.end()
    length = balanced(text[start:]) if start else 0
    # 明确了“2522”整体框架 quotes a word, not the policy
    ends = not text[start + length + 1 :] or text[start + length + 1] in QUOTE_ENDS
    return (at + start, at + start + length) if length >= SHORTEST_QUOTE and ends else None


def balanced(text: str) -> int:
    """How many characters stand before the quotation mark that closes; 0 where none does."""
    depth = 1
    for i, char in enumerate(text):
        depth += (char == "“") - (char == "”")
        if depth == 0:
            return i
    return 0


def told_by(around: Around, home: Place | None) -> Told:
    """Issuers and year of the titles between the words `around`."""
    before = PAIR.sub("、", _without(spelled_out(around.before), "between"))
    if MEETING.search(before):
        return _in_session(MEETING.sub("", TERM.sub("", before)), around, home)
    m = _patterns()["verb"].search(before)
    if m:
        return _governed(before[: m.start()], around, home, strong=bool(m.group("strong")))
    if by := _patterns()["by"].match(around.after):
        who = _strip_filler(PAIR.sub("、", spelled_out(by.group("who"))), home)
        found = issuers_in(who, home) or ()
        return Told(tuple(found), strong=True, year=_last_year(by.group()) or _last_year(around.before))
    year = _issued_year(around)
    ahead = IN_FORCE.sub("", BY_MEANS.sub("", before)) if not AS_MODEL.match(around.after) else before.rstrip("：:的")
    if CONSULTED.match(around.after):
        ahead = ahead.removesuffix("就")
    near = _chain(JOINTLY.sub("", ahead), home)
    organs = tuple(i for i in near if i.level in ("foreign", "international") or not _only_place(i))
    if (
        organs
        and year is None
        and (m := re.match(DATED, before))
        and m.end() + sum(len(i.name) for i in organs) + 6 > len(before)
    ):
        year = int(m.group(1))
    only = near[-1] if near and not organs else None
    whole = not JOINTLY.search(before)
    return Told(organs, only.place if only else None, only.country if only else None, complete=whole, year=year)


def _in_session(before: str, around: Around, home: Place | None) -> Told:
    """What a congress or government in session passes is its own; what other bodies discuss is not."""
    m = _patterns()["verb"].search(before)
    if not m:
        return Told()
    told = _governed(before[: m.start()], around, home, strong=True)
    if not all(LEGISLATING.search(i.name) for i in told.issuers):
        return replace(told, issuers=())
    return replace(told, issuers=tuple(replace(i, name=official(i.name)) for i in told.issuers))


def _governed(before: str, around: Around, home: Place | None, *, strong: bool) -> Told:
    subject = ALSO_CALLED.sub("", _strip_filler(before, home))
    found = _chain(subject, home) or _elided(subject, around.earlier, home)
    opened = bool(_patterns()["opened"].search(before[len(subject) :]))
    elided = not found and not _patterns()["subject"].sub("", subject[groups(subject)[1] :])
    year = _last_year(around.before)
    return Told(tuple(found), complete=not opened, strong=strong, by_verb=True, elided=elided, year=year)


def _without(text: str, name: str) -> str:
    pattern = _patterns()[name]
    while m := pattern.search(text):
        if m.end() == m.start():
            break
        text = text[: m.start()]
    return text


def _strip_filler(text: str, home: Place | None) -> str:
    """Up to the subject. Names may end in such a word too (世界卫生组织), so each is looked for first."""
    while _longest(text, home)[0] is None and (m := _patterns()["filler"].search(text)):
        text = text[: m.start()]
    return text


def _chain(text: str, home: Place | None) -> list[Issuer]:
    """The issuers that end `text`: A、B和C."""
    found: list[Issuer] = []
    while True:
        last, start = _longest(text, home or _place_in(text, home))
        if last is None:
            break
        found.insert(0, last)
        text = text[:start]
        m = re.search(r"(?:、|和|与|及|以及|会同|联合|并|，会同|，联合|/)$", text)
        if not m and last.level != "national":
            break
        text = text[: m.start()] if m else text
    return list(dict.fromkeys(found))


def _longest(text: str, home: Place | None) -> tuple[Issuer | None, int]:
    start = max(0, len(text) - WINDOW)
    for at in range(start, len(text) - 1):
        if "\u4e00" <= text[at] <= "\u9fff" or text[at].isascii():
            if re.search(r"[，。；：！？《》“”、（）]", text[at:]):
                continue
            if found := issuer(text[at:], home):
                local = text[at - 1 : at] in tuple(OF_A_PLACE) and not WHOLE_NATION.match(text[at:])
                return (None, len(text)) if local and found.level == "national" else (found, at)
    return _among_national(text)


def _among_national(text: str) -> tuple[Issuer | None, int]:
    """The nation's 能源局 that ends a list of the nation's organs: 财政部、能源局."""
    m = re.search(r"[、和与]([\u4e00-\u9fff]{2,8})$", text)
    found = issuer("国家" + m[1]) if m else None
    if m is None or found is None or found.level != "national":
        return None, len(text)
    beside, _ = _longest(text[: m.start()], None)
    return (found, m.start(1)) if beside and beside.level == "national" else (None, len(text))


def _place_in(text: str, home: Place | None) -> Place | None:
    """The place that 省政府 speaks of in 浙江省委、省政府."""
    m = re.search(r"([^，。；、]{2,12})[、和与及]$|([^，。；、]{2,12})[、和与及][^、]{2,10}$", text)
    first = issuer((m.group(1) or m.group(2))[-12:]) if m else None
    if m and first is None:
        name = m.group(1) or m.group(2)
        first = next((i for k in range(len(name) - 1) if (i := issuer(name[k:]))), None)
    return first.place if first else home


def _elided(subject: str, earlier: str, home: Place | None) -> list[Issuer]:
    """The subject of an earlier clause or sentence, where the clause of the verb names none of its own."""
    clause = re.split(r"[，；]", subject)[-1]
    if _patterns()["subject"].sub("", clause):
        return []
    own = [text for c in re.split(r"[，；]", subject) if (text := _patterns()["subject"].sub("", c))]
    before = [re.split(r"[，；]", s)[0] for s in re.split(r"[。！？]", earlier) if s]
    # a sentence with clauses of its own has its subject in them
    for text in own[::-1] or [_patterns()["subject"].sub("", s) for s in before[::-1][:2]]:
        for length in range(min(len(text), 20), 1, -1):
            found = issuer(text[:length], home)
            if found and text[length : length + 1] not in tuple("、和与及"):
                return [found]
    return []


def _only_place(i: Issuer) -> bool:
    return (i.place is not None and i.name.endswith(i.place.name)) or (i.country is not None and i.name == i.country)


def _last_year(text: str) -> int | None:
    found = [m for m in YEAR.finditer(text) if not m.group("at")]
    return int(found[-1].group("year")) if found else None


def _issued_year(around: Around) -> int | None:
    """The year of 《…》于2021年6月通过 and of 2020年，在《…》等文件先后出台."""
    m = _patterns()["issued"].match(around.after)
    if not m or m.group("verb") in lexicon("citations")["in_force"]:
        return None
    return _last_year(m.group()) or _last_year(around.before)


def is_of_nation(before: str) -> bool:
    """Whether the words before a title say that it is the nation's: 通过国家《…》备案, 国家网信办《…》."""
    text = before.rstrip("的")
    words = lexicon("citations")
    if any(text.endswith(w) for w in words["nation"]):
        return True
    near = _longest(text, None)[0]
    return near is not None and near.level == "national"


def follows_nation(before: str) -> bool:
    """Whether a place is said to follow the nation's policy: 贯彻落实国家《…》."""
    return any(w in re.split(r"[，。；：]", before)[-1] for w in lexicon("citations")["follows"])
