"""What a sentence ranks by: 前三位, 第二、三位, 榜首, 最高的五个; 超过1万亿元, 80分以上."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.find.enumerations import SCOPE_NOUN
from extract.numerals import ordinal
from extract.prose import Prose
from extract.spans.quantities import Quantity, quantities

__all__ = ["Mark", "N", "any_of", "criterion", "marks"]

N = r"(?:[一二两三四五六七八九十百]+|\d+)"
_UNIT = r"(?:位次|位|名(?!单|录|称)|强(?!省|市|县|势)|甲|席位|席|(?:个|座|大)(?=城市|省|地市|市))"
_NO_PLACE = r"(?!届|年|季度|个?月|天|次|期|家|批|章|款|项|部|任|轮|段|半|阶段|大|瞻|沿|列|景|端|后|\d|[一二三四五六七八九十百]|%|\.\d|个(?!城市|省|地市)|[个位名]?(?:企业|公司|高校|学校|产品|行业))"
_TOP = rf"(?:前|TOP|Top|top)-?\s?(?P<top>{N})(?:{_UNIT})?{_NO_PLACE}"
_CLUB_OF = rf"(?<![前\d])(?P<club>{N})强(?=行列|之列|榜(?!单?[前第])|的[\ue000\ue001]*{SCOPE_NOUN}(?:有|为|是|包括|共)|[，。；、）)]|$)"
_JIA = r"(?<![前\d等])(?P<jia>三)甲(?!医|等|综|专|妇|中医|级)"
_LAST = rf"(?:(?<![前先])后|倒数(?:第)?前?|末)(?P<last>{N})(?:(?:位|名)(?!数)|(?=[，。；、）]|$))"
_BEST = rf"(?P<best>{N})(?:强|佳)(?={SCOPE_NOUN}|依次|分别|名单|[为是：:])"
_FRONT = rf"(?:居前|靠前|领先|前列)的(?P<front>{N})(?:个|座|大)(?={SCOPE_NOUN})"
_MOST = rf"最(?:高|大|多|快|强|好|优|长|低|小|少)的前?(?P<most>{N})(?:个|座|大|名|位)?(?={SCOPE_NOUN})"
_AND = r"(?:、|和|与|及|以及|,)"
_TO = r"(?:至|到|-|—|–|~|～)"
_NTH = (
    rf"第(?P<nth>{N}(?:位|名)?(?:(?:{_AND}|{_TO})第?{N}(?:位|名)?)*)"
    rf"(?:(?<=[位名])|(?=位次)|(?=[，。；、）)！：:]|$|的?{SCOPE_NOUN}|的(?:分别|依次)?[是为有]|[且并是为]))(?!梯队|方阵)"
)
_BAND = rf"第?(?P<band>{N}(?:名|位)?{_TO}第?{N})(?:名|位)(?:之间|区间|段|的?区间)"
_BARE = rf"(?<=[列居占获为第])(?P<bare>{N}(?:{_AND}|{_TO}){N}(?:{_AND}{N})*(?:位|名))"
_RUN = r"(?<=[列居占获])(?P<run>[一二三四五六七八九]{2,4})(?:位|名)"
_SINGLE = rf"(?P<single>最(?:高|大|多|快|强|好|优|长)(?=的(?:{SCOPE_NOUN})?(?:是|为)))"
_FIRST = r"(?P<first>榜首|首位|头名|头筹|(?:头|第一)把交椅|桂冠|魁首|鳌头|(?<=[居列])首(?=[，。；、）]|$)|之首|(?<=[\ue000\ue001])(?:为首|最[高大多快强优好长])(?=[，。；]))"
_AHEAD = r"(?:(?:居前|靠前|领先|前列)(?=的(?:城市|省份|地区|县域)?(?:依次|从高到低))|领先者(?=依次|从高到低)|(?:综合)?(?:排名|排序|位次|得分)(?=(?:从高到低|由高到低)?(?:依次|顺次)(?:为|是)|(?:从高到低|由高到低)(?:为|是)))"
_PODIUM = r"(?P<podium>冠亚季军|冠、亚、季军|冠亚军|冠、亚军|(?<![冠、])[亚季]军|冠军(?!联)|次席)"
_RANK = re.compile(
    "|".join(
        (
            _TOP,
            _CLUB_OF,
            _JIA,
            _LAST,
            _BEST,
            _MOST,
            _FRONT,
            _SINGLE,
            _BAND,
            _NTH,
            _BARE,
            _RUN,
            _FIRST,
            _PODIUM,
            rf"(?P<ahead>{_AHEAD})",
        )
    )
)
_PODIUMS = {
    "冠亚季军": (1, 2, 3), "冠、亚、季军": (1, 2, 3), "冠亚军": (1, 2), "冠、亚军": (1, 2), "冠军": (1,), "亚军": (2,), "次席": (2,), "季军": (3,)
}  # fmt: skip
_CLUB = re.compile(rf"(?P<large>[百千万]?[万亿])(?:元|级)*(?P<metric>GDP|地区生产总值)?(?:级)?(?=俱乐部|{SCOPE_NOUN})")
_OVER = re.compile(
    r"(?:(?<![通经超])过|(?:超过?|突破|逾)(?=[百千万亿])|(?:跨|迈|站|跃)[上过入越]了?)(?P<large>(?:\d+(?:\.\d+)?)?[百千]?[万亿]{1,2})(?P<unit>元|美元|人次|人|户|家|个|件|台|项|辆|座|次|吨|亩|名|公里|平方公里|千瓦时|千瓦)?"
)
_AVERAGE = re.compile(
    r"(?:超过|高于|低于|优于|快于|大于|领先于?)(?:全国|全省|全球|行业|百强|东部|西部|中部|总体)*(?:城市)?(?:平均|均)(?:水平|值|增速|线|分)"
)
_GRADE = re.compile(
    rf"[“\"](?P<grade>(?:非常|很|较|最|极)?(?:高|强|好|优秀?|良好?)|[A-Z]{{1,3}}\+?级?)[”\"](?:等级|级别|水平|层级)?(?=的{SCOPE_NOUN})"
)
"""能力“非常高”的地区, as the grades of an appraisal are told."""
_BOUNDS = ("超过", "高于", "不低于", "以上", "低于", "以下", "不超过", "以内", "达到")


@dataclass(frozen=True, slots=True)
class Mark:
    """A rank or a threshold at `start` to `end`. One of `top` (前N), `ranks` (第二、三位), `threshold` and `ahead` is set.

    `exact`: the threshold is a value reached (达到); `average`: it is the average (高于全国平均水平). `best`: it names the
    places (十强), `most`: it takes the highest of all (得分最高的), `last` the lowest (后五位), `club` the
    whole list (百强); `band`: the ranks are a stretch (20至30名之间), which may hold more places than are named.
    `metric` where the mark itself names it (万亿GDP城市). `ahead`: those named in order lead (得分居前的依次是), as many as are named.
    """

    start: int
    end: int
    top: int | None = None
    ranks: tuple[int, ...] = ()
    threshold: str | None = None
    exact: bool = False
    average: bool = False
    best: bool = False
    most: bool = False
    last: bool = False
    club: bool = False
    metric: str | None = None
    ahead: bool = False
    band: bool = False

    @property
    def criterion(self) -> str | None:
        """In words: 前5名, 后5名, 第4至10名, 超过1万亿元."""
        if self.last and self.top:
            return f"后{self.top}名"
        return self.threshold or criterion(self.ranks, self.top)


def any_of(words: list[str]) -> str:
    """The words as one pattern, longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def marks(prose: Prose) -> list[Mark]:
    """Every rank and threshold of a text, in order."""
    ranks = list(_ranks(prose.masked))
    bands = [m for m in ranks if m.band]
    over = [m for m in _thresholds(prose.masked) if not any(b.start < m.end and m.start < b.end for b in bands)]
    return sorted(ranks + over, key=lambda m: m.start)


def _ranks(text: str) -> Iterator[Mark]:
    for m in _RANK.finditer(text):
        printed = m["top"] or m["best"] or m["most"] or m["front"] or m["last"] or m["club"] or m["jia"]
        if printed:
            top = ordinal(printed)
            if top and top > 1:
                best, most, last = bool(m["best"]), bool(m["most"] or m["front"]), bool(m["last"])
                club = bool(m["club"]) and top >= 100
                yield Mark(m.start(), m.end(), top=top, best=best, most=most, last=last, club=club)
        elif m["ahead"]:
            yield Mark(m.start(), m.end(), ahead=True)
        elif m["first"] or m["podium"] or m["single"]:
            ranks = _PODIUMS.get(m["podium"] or "", (1,))
            yield Mark(m.start(), m.end(), ranks=ranks, most=bool(m["single"]))
        elif ranks := _numbers(m["band"] or m["nth"] or m["bare"] or "、".join(m["run"])):
            yield Mark(m.start(), m.end(), ranks=ranks, band=len(ranks) > 2 and re.search(_TO, m[0]) is not None)


def _numbers(printed: str) -> tuple[int, ...]:
    """二、三位 -> 2, 3; 四至六 -> 4, 5, 6."""
    found: list[int] = []
    for part in re.split(_AND, printed):
        ends = [ordinal(n) for n in re.findall(N, part)]
        if None in ends or not ends:
            return ()
        low, high = ends[0], ends[-1]
        assert low is not None and high is not None
        found += range(low, high + 1) if len(ends) > 1 else [low]
    return tuple(found)


def _thresholds(text: str) -> Iterator[Mark]:
    for q in quantities(text):
        if q.comparison in _BOUNDS:
            yield Mark(q.start, q.end, threshold=_worded(text, q), exact=q.comparison == "达到")
    for m in _AVERAGE.finditer(text):
        yield Mark(m.start(), m.end(), threshold=m[0], average=True)
    for m in _CLUB.finditer(text):
        yield Mark(m.start(), m.end(), threshold=m["large"], best=True, metric=m["metric"])
    for m in _GRADE.finditer(text):
        yield Mark(m.start(), m.end(), threshold=m["grade"])
    for m in _OVER.finditer(text):
        yield Mark(m.start(), m.end(), threshold=f"超过{m['large']}{m['unit'] or ''}")


def _worded(text: str, q: Quantity) -> str:
    """超过1万亿元, 80分以上: one wording for each comparison."""
    number = text[q.number[0] : q.number[1]]
    tail = re.match(r"(?:以上|以下|以内|左右)", text[q.end - 2 : q.end])
    end = q.end - 2 if tail else q.end
    figure = (number + text[q.number[1] : end]).replace("（含）", "").replace("及", "")
    return figure + (q.comparison or "") if tail else (q.comparison or "") + figure


def criterion(ranks: tuple[int, ...], top: int | None) -> str | None:
    """前5名, 第4至10名, 第17、24名."""
    if top:
        return f"前{top}名"
    if not ranks:
        return None
    if ranks == tuple(range(1, len(ranks) + 1)):
        return f"前{len(ranks)}名" if len(ranks) > 1 else "第1名"
    if len(ranks) > 2 and ranks == tuple(range(ranks[0], ranks[-1] + 1)):
        return f"第{ranks[0]}至{ranks[-1]}名"
    return f"第{'、'.join(map(str, ranks))}名"
