"""Parts that echo the name and stand beside it without a word that brings them in.

“三减两优”：减环节、减时限、减费用，优流程、优服务; “四算融合” after 通算、智算、超算、量算.
"""

import re
from collections.abc import Iterator

from extract.find.frameworks.lists import Item, best_split, clauses_of, leading_cut, trimmed
from extract.find.frameworks.names import ANY, Group
from extract.find.frameworks.parts import LONGEST, Part, Spelled, satisfied, sentence_end
from extract.find.frameworks.stretches import from_the_echo, player
from extract.spans.frameworks import framework_pattern

__all__ = ["echo_heads", "echoed", "quoted_ones", "some_of"]

CUTS = (re.compile("[、，,]"), re.compile("[、，,]|以及|和|与|及"))
QUOTE = re.compile("[“「『]([^“”「」『』]{1,16})[”」』]")
QUOTES = re.compile("(?:[“「『][^“”「」『』]{1,16}[”」』][、和与及]?){2,}")
ONE = re.compile("(?<![统唯单第之同专])一[一-鿿]")
SENTENCES = 2
NEAR = 600
"""How many sentences from the one that names a framework on may tell its parts so."""
DONE = "全部|均|都|已|全面|相继|先后|陆续|基本"
"""What is said of all items of a list, right after the last."""
FEWEST = 2
SHORT = 4
"""Items that echo only the first character of what is counted, as 光谷 does in “五谷丰登”, are not longer."""


def echoed(text: str, start: int, end: int, groups: list[Group]) -> Spelled | None:
    """The runs of exactly as many items as each count says, all of which begin or end with what is counted."""
    lo = max(text.rfind(stop, 0, start) for stop in "。！？!?\n") + 1
    hi = end
    for _ in range(SENTENCES):
        hi = sentence_end(text, hi, "。！？!?") + 1
    stretches = [(lo, start), (end, min(hi, len(text)))]
    parts: list[Part] = []
    for which, group in enumerate(groups):
        if group.count != ANY and group.count >= FEWEST and group.noun:
            parts += next((run for a, b in stretches if (run := _run(text, a, b, group, which))), [])
    if not parts and len(groups) == 1 and groups[0].noun and groups[0].count > FEWEST:
        parts = _by_first_character(text, *stretches[1], groups[0])
    if not parts and len(groups) == 1:
        parts = _clause_heads(text, end, groups[0]) or _colon_heads(text, end, groups[0])
    if not parts:
        return None
    for which, group in enumerate(groups):
        if group.count == 1 and group.noun:
            parts += _one_more(text, max(p.end for p in parts), group, which)
    return Spelled(tuple(parts), satisfied(tuple(parts), groups), max(end, *(p.end for p in parts)))


def echo_heads(text: str, end: int, group: Group) -> list[Part]:
    """“三个聚焦”：聚焦制度。出台…。聚焦平台。建成…。聚焦场景。: the heads of as many sentences, all of which begin with what is counted."""
    if group.count < 3 or len(group.noun) < FEWEST:
        return []
    begin = re.compile(
        rf"(?:(?<=[。；：\n])|(?<=[。\n][（(].[）)]))(?P<head>{re.escape(group.noun)}[^，。；：、\n]{{1,{LONGEST}}})(?=[，。；：])"
    )
    found = [*begin.finditer(text, end, end + NEAR)]
    return [Part(*m.span("head")) for m in found] if len(found) == group.count else []


def _by_first_character(text: str, lo: int, hi: int, group: Group) -> list[Part]:
    """光谷、车谷、网谷、航天谷、临空谷 after “五谷丰登”; 医疗、医保、医药数据 after “三医协同”."""
    first, more = re.escape(group.noun[0]), group.count - 1
    ends, begins = rf"[一-鿿]{{1,{SHORT - 1}}}?{first}", rf"{first}[一-鿿]"
    runs = (rf"(?<![、一-鿿])(?:{ends}[、和与]){{{more}}}{ends}", rf"(?<!、)(?:{begins}[、和与]){{{more}}}{begins}")
    if same := _at_one_place(text, lo, hi, group):
        return same
    for run in runs:
        if m := re.compile(rf"{run}(?!、)").search(text, lo, hi):
            return [Part(m.start() + x.start(), m.start() + x.end()) for x in re.finditer("[^、和与]+", m.group())]
    return []


def _at_one_place(text: str, lo: int, hi: int, group: Group) -> list[Part]:
    """组织联建、活动联办、资源联享 after “三联共建”: as long as each other, with the character that is counted in one place."""
    for run in re.compile(r"[一-鿿]{3,6}(?:、[一-鿿]{3,6})+").finditer(text, lo, hi):
        items = [(run.start() + m.start(), run.start() + m.end()) for m in re.finditer("[^、]+", run.group())]
        places = {text[a:b].find(group.noun[0]) for a, b in items}
        if len(items) == group.count and len({b - a for a, b in items}) == len(places) == 1 and places != {-1}:
            return [Part(a, b) for a, b in items]
    return []


def _clause_heads(text: str, end: int, group: Group) -> list[Part]:
    """“三治融合”，自治有…，法治有…，德治有…: as many clauses as the name counts begin with what echoes it."""
    if group.count < 3 or not group.noun:
        return []
    head = re.compile(rf"[一-鿿]{{1,3}}{re.escape(group.noun)}(?=[有靠为管重促强讲看“])")
    found = [head.match(text, *clause) for clause in clauses_of(text, end, sentence_end(text, end))]
    parts = [Part(*m.span()) for m in found if m]
    return parts if len(parts) == group.count else []


def _colon_heads(text: str, end: int, group: Group) -> list[Part]:
    """“三端同治” / 政府端：统一派发 / 企业端：协同处置市民端：线索上报: as many heads before colons, also where lines run together."""
    if group.count < FEWEST or not group.noun:
        return []
    head = re.compile(rf"[^，。；：:\n]{{1,{LONGEST}}}{re.escape(group.noun)}(?=[：:])")
    found = [m.span() for m in head.finditer(text[end : end + NEAR])]
    usual = min((b - a for a, b in found), default=0)
    fits = len(found) == group.count and len(group.noun) < usual <= SHORT + len(group.noun)
    return [Part(end + b - usual, end + b) for _, b in found] if fits else []


def _one_more(text: str, at: int, group: Group, which: int) -> list[Part]:
    """The one item right after the others that begins with what is counted once: …减跑动，优化服务 in “四减一优”."""
    m = re.match(rf"[、，,和与及]({re.escape(group.noun)}[^，。；、：\n]{{1,8}})(?=[，。；、\n])", text[at:])
    return [Part(at + m.start(1), at + m.end(1), which)] if m else []


def _run(text: str, lo: int, hi: int, group: Group, which: int) -> list[Part]:
    for cut in CUTS:
        for run in _runs(text, lo, hi, cut, group.noun):
            items = [trimmed(text, *item) for item in _clean(text, run, group.noun)]
            if not _echoes(group.noun, text[slice(*items[0])]):
                items[0] = trimmed(text, *run[0])
            if len(items) == group.count and all(2 <= b - a <= LONGEST for a, b in items):
                return from_the_echo(text, [Part(a, b, which) for a, b in items], group.noun)
    return _quoted_run(text, lo, hi, group, which)


def _quoted_run(text: str, lo: int, hi: int, group: Group, which: int) -> list[Part]:
    """围绕“一网通办”“一网统管”“一网协同”: as many in quotation marks, one right after the other, as the name counts."""
    for run in QUOTES.finditer(text, lo, hi):
        items = [(run.start() + m.start(1), run.start() + m.end(1)) for m in QUOTE.finditer(run.group())]
        if len(items) == group.count and all(_echoes(group.noun, text[a:b]) for a, b in items):
            return [Part(a, b, which) for a, b in items]
    return []


def _runs(text: str, lo: int, hi: int, cut: re.Pattern[str], noun: str) -> Iterator[list[Item]]:
    """The longest runs of items in `text[lo:hi]` that follow each other and echo `noun`."""
    at = lo
    for clause in re.split(r"(?<=[。；：:？?！!\n（）()“”\"])", text[lo:hi]):
        stop = at + len(clause)
        run: list[Item] = []
        begin = at
        for end in [*(at + m.start() for m in cut.finditer(clause)), stop]:
            item = player(text, begin, end) or (begin, end)
            if _echoes(noun, text[slice(*item)].strip('，。；：:？?！!、,\n（）()“”"')):
                run.append(item)
            elif run:
                yield [*run, *_cut_short(text, run, (begin, end), noun)]
                run = []
            joint = cut.match(text, end)
            begin = joint.end() if joint else end
        if run:
            yield run
        at = stop


def _cut_short(text: str, run: list[Item], last: Item, noun: str) -> list[Item]:
    """资金链 in 把创新链、产业链、资金链接入平台: the last item, as long as the one before it, where the clause goes on."""
    length = run[-1][1] - run[-1][0]
    end = last[0] + length
    cut = len(run) > 1 and len(noun) < length < last[1] - last[0] and text.endswith(noun, last[0], end)
    if (
        len(run) > 1
        and not cut
        and (done := re.compile(rf"[一-鿿]{{1,10}}?{re.escape(noun)}(?={DONE})").match(text, *last))
    ):
        return [done.span()]
    return [(last[0], end)] if cut else []


def _echoes(noun: str, item: str) -> bool:
    """减环节 echoes 减, 审批职能集中 echoes 集中, 下放一批权限 echoes 一批, 办理时限减少一半 echoes 减半, 规划一张图 echoes 一."""
    item = re.sub(r"等$", "", item)
    if re.fullmatch("一[百千万亿]", noun):
        return re.search(rf"(?<![\d.一二三四五六七八九十])[1一]{noun[1]}(?![\d亿万])", item) is not None
    if len(item) <= len(noun):
        return False
    if noun == "一":
        return ONE.search(item) is not None
    if item.startswith(noun) or item.endswith(noun):
        return True
    if len(noun) < 2:
        return False
    return noun in item or (item.endswith(noun[-1]) and re.search(".*".join(map(re.escape, noun)), item) is not None)


def _clean(text: str, run: list[Item], noun: str) -> list[Item]:
    """The run without the words that bring in its first item, and without closing marks."""
    lo, hi = run[0]
    if said := framework_pattern("said").match(text[lo:hi]):
        lo += said.end()
    last = run[-1][0], run[-1][0] + len(text[run[-1][0] : run[-1][1]].rstrip('，。；：:？?！!、,\n（）()“”"'))
    tail = framework_pattern("list_tail").search(text, last[0] + 2, last[1])
    last = (last[0], tail.start()) if tail and _echoes(noun, text[last[0] : tail.start()]) else last
    items = [(lo, hi), *run[1:-1], last] if len(run) > 1 else [(lo, last[1])]
    return leading_cut(text, items)


def some_of(text: str, end: int, groups: list[Group]) -> Spelled | None:
    """推出“一码九通”，已开通码上乘车、码上就医、码上入园等应用: a list that says there are more, its items of one make."""
    which = max(range(len(groups)), key=lambda i: groups[i].count)
    clause = re.match(
        r"[”\"」』’][^，。；：\n]{0,12}[，,](?P<list>[^，。；：\n]*?、[^，。；：\n]*?)等(?P<of>[^，。；：、\n]{0,8})[，。；\n]",
        text[end:],
    )
    if clause is None:
        return None
    items, _ = best_split(text, end + clause.start("list"), end + clause.end("list"), ANY)
    heads, tails = {text[a : a + 2] for a, _ in items[1:]}, {text[b - 2 : b] for _, b in items}
    head = text.find(min(heads), *items[0]) if len(heads) == 1 else -1
    items = [(head, items[0][1]), *items[1:]] if head >= 0 else leading_cut(text, items)
    noun = groups[which].noun[-2:]
    among = text[end + 1 : end + 2] == "中"
    alike = among or head >= 0 or len(tails) == 1 or (len(noun) == FEWEST and noun in clause["of"])
    if not alike or not FEWEST < len(items) < groups[which].count or any(not 2 < b - a <= LONGEST for a, b in items):
        return None
    return Spelled(tuple(Part(a, b, which) for a, b in items), False, items[-1][1])


def quoted_ones(text: str, end: int, groups: list[Group]) -> Spelled | None:
    """“一云”统揽数据，“一网”通办服务: each one is taken up in quotation marks and told what it does; it is its own name."""
    if any(g.count != 1 or not g.noun for g in groups):
        return None
    parts, at = [], end
    for which, group in enumerate(groups):
        m = re.compile(rf"[“\"「『]({re.escape(group.text)})[”\"」』](?![，。；、,和与及“\"])").search(text, at)
        if m is None:
            return None
        stop = min((x for c in "，。；,;\n" if (x := text.find(c, m.end())) >= 0), default=len(text))
        if framework_pattern("taken_up").match(text[m.end() : stop]):
            return None
        parts.append(Part(*m.span(1), which, (m.end(), stop)))
        at = stop
    return Spelled(tuple(parts), True, at)
