"""No text, however broken, stops a finder, and each fact it gives has evidence."""

import random
import re
from collections.abc import Callable

from extract.find import dimensions, measurements, rank_changes, tiers
from extract.find.told import told_rankings
from extract.reading import Reading

PIECES = re.split(
    r"(?<=[，、。；：（）])|(?=[第前均达超])",
    "2020年，北京、广东、上海算力规模位列前三，均超过15 EFlops；第一梯队（+0）：五强名单依旧，得分在55-70之间，"
    "深圳下降2个位次至第3名，由第8位升至第3位。前十位依次为苏州（第6）、南京（92.3分）等城市。从算力规模、算力环境和算力应用"
    "三个维度，分别为36%、31%和6%，最高1亿元、2000万元、500万元支持（约占全国GDP的1.3‰），18万多家《超700款》增长四成。",
)
ODD = [
    " ",
    "\u3000",
    "①",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "\n",
    "-",
    "+",
    "%",
    "亿",
    "万亿",
    "第",
    "前",
    "、、",
    "。。",
    "\ue000",
]


def test_any_text(make_reading: Callable[..., Reading]) -> None:
    pick = random.Random(1)
    lines = []
    for _ in range(150):
        line = "".join(pick.choices(PIECES, k=pick.randint(1, 12)))
        at = pick.randrange(len(line) + 1)
        lines.append("|" + line[:at] + pick.choice(ODD) + line[at:])
    reading = make_reading(lines)
    for find in (told_rankings, rank_changes.find, tiers.find, measurements.find, dimensions.find):
        for fact in find(reading):
            assert all(e.text for e in fact.evidence)
