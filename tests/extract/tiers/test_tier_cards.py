"""Tiers set on cards: a name, a line with count and bounds, and the list. subject | name | claimed | scores | members | whole?"""

from collections.abc import Callable

import pytest

from extract.model import Char
from extract.reading import Reading
from tests.extract.tiers.test_tiers import shown

THREE = [
    "- | 标杆型 | 3 | 85- | 成都 武汉 西安 | whole",
    "- | 成长型 | 4 | 70-85 | 贵阳 昆明 南宁 兰州 | whole",
    "- | 培育型 | 20 | -70 |  | part",
]
CARDS = {
    "headings, a line and a list": (
        ["#三类城市：头部稳固", "##标杆型", "3个城市｜85分以上", "成都、武汉、西安", "##成长型", "4个城市｜70-85分", "贵阳、昆明、南宁、兰州",
         "##培育型", "20个城市｜70分以下", "数据质量、专业人才是主要瓶颈，宜以省级统建的方式补齐短板"],
        THREE,
    ),
    "the line first names the bounds": (
        ["#城市分型", "##标杆型", "85分及以上 · 共3城", "成都、武汉、西安", "##成长型", "70—85分 · 共4城", "贵阳、昆明、南宁、兰州",
         "##培育型", "70分以下 · 共20城", "尚在起步。"],
        THREE,
    ),
    "labels that are no headings": (
        ["标杆型", "3座城市 / 得分85分以上", "成都、武汉、西安。", "成长型", "4座城市 / 得分70～85分", "贵阳、昆明、南宁、兰州。",
         "培育型", "20座城市 / 得分70分以下", "平台刚刚起步。"],
        THREE,
    ),
    "name and line in one": (
        ["##标杆型 3个城市|85分以上", "成都、武汉、西安", "##成长型 4个城市|70-85分", "贵阳、昆明、南宁、兰州", "##培育型 20个城市|70分以下"],
        THREE,
    ),
    "all in one": (
        ["*标杆型 3个城市 85分以上 成都、武汉、西安", "*成长型 4个城市 70-85分 贵阳、昆明、南宁、兰州", "*培育型 20个城市 70分以下 平台刚刚起步"],
        THREE,
    ),
    "ordinal tiers": (
        ["第一梯队", "3城｜80分以上", "北京、上海、深圳", "第二梯队", "2城｜60-80分", "广州、杭州"],
        ["- | 第一梯队 | 3 | 80- | 北京 上海 深圳 | whole", "- | 第二梯队 | 2 | 60-80 | 广州 杭州 | whole"],
    ),
    "letters": (
        ["##A+级", "得分：90分以上", "北京、上海、深圳", "##A级", "得分：80-90分", "广州、杭州"],
        ["- | A+级 | - | 90- | 北京 上海 深圳 | whole", "- | A级 | - | 80-90 | 广州 杭州 | whole"],
    ),
    "places that stand for the rest": (
        ["第一梯队（85分以上）", "3座", "成都、武汉、西安", "第三梯队（75分以下）", "16座", "以贵阳、昆明、南宁等为代表", "基础尚弱。"],
        ["- | 第一梯队 | 3 | 85- | 成都 武汉 西安 | whole", "- | 第三梯队 | 16 | -75 | 贵阳 昆明 南宁 | part"],
    ),
    "places one a line, or parted by blanks": (
        ["##第一梯队", "3城｜80分以上", "北京", "上海", "深圳", "##第二梯队", "2城｜60-80分", "广州 杭州"],
        ["- | 第一梯队 | 3 | 80- | 北京 上海 深圳 | whole", "- | 第二梯队 | 2 | 60-80 | 广州 杭州 | whole"],
    ),
    "a second name under the first": (
        ["##第一梯队", "领跑型", "85分及以上，共3座城市", "成都、武汉、西安", "基础好、起步早。", "##第二梯队", "进取型", "70—85分，共2座城市", "贵阳、昆明"],
        ["- | 第一梯队 | 3 | 85- | 成都 武汉 西安 | whole", "- | 第二梯队 | 2 | 70-85 | 贵阳 昆明 | whole"],
    ),
    "a list that opens a text": (
        ["第一梯队：85分及以上（3个）", "成都、武汉、西安。三市机制成熟，规则开始向外输出。", "第二梯队：70—85分（18个）", "以贵阳、昆明等城市为代表。这些城市在一两个领域形成特色。"],
        ["- | 第一梯队 | 3 | 85- | 成都 武汉 西安 | whole", "- | 第二梯队 | 18 | 70-85 | 贵阳 昆明 | part"],
    ),
    # what is none
    "places in a text that no list opens": (
        ["第一梯队：85分及以上（3个）", "整体领先。成都、武汉、西安等城市经验丰富。", "第二梯队：70—85分（18个）", "成都经验可供借鉴。贵阳、昆明发展较快。"],
        ["- | 第一梯队 | 3 | 85- |  | part", "- | 第二梯队 | 18 | 70-85 |  | part"],
    ),
    "types of cities": (
        ["#三类城市", "##资源型", "3个城市", "大庆、鄂尔多斯、榆林", "##消费型", "2个城市", "成都、长沙"], []),
    "tiers called by a word of their own": (
        ["#城市梯队：梯度分明", "##领跑梯队（80分及以上）", "2座城市", "成都、武汉", "##并跑梯队（65—80分）", "3座城市", "西安、贵阳、昆明"],
        ["- | 领跑梯队 | 2 | 80- | 成都 武汉 | whole", "- | 并跑梯队 | 3 | 65-80 | 西安 贵阳 昆明 | whole"],
    ),
    "a title that counts all of them": (
        ["#城市类型：2座引领、3座进阶", "##引领型", "85分以上，2座", "成都、武汉", "##进阶型", "75—85分，3座", "西安、贵阳、昆明"],
        ["- | 引领型 | 2 | 85- | 成都 武汉 | whole", "- | 进阶型 | 3 | 75-85 | 西安 贵阳 昆明 | whole"],
    ),
    "numbers on cards": (["#成效", "##服务型", "3个城市｜满意度95%以上", "成都、武汉、西安", "##统筹型", "15项｜85分以上", "成都、武汉"], []),
    "a label long before": (
        ["第一梯队", "综合实力较强。", "各地均在发力。", "投入持续增加。", "生态日趋完善。", "北京、上海、深圳"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", CARDS)
def test_tiers_on_cards(make_reading: Callable[..., Reading], name: str) -> None:
    lines, expected = CARDS[name]
    assert shown(make_reading(lines)) == expected


def joined(make_reading: Callable[..., Reading], first: int, second: str, third: str) -> Reading:
    """Cards whose texts are of several printed lines, cut at /."""
    lines = [
        "第一梯队3个城市",
        "体系成熟，/北京、上海、深圳",
        f"第二梯队{first}个城市",
        second,
        "第三梯队2个城市",
        third,
    ]
    reading = make_reading([line.replace("/", "") for line in lines])
    for line, text in zip(lines, reading.texts, strict=True):
        chars: list[Char | None] = []
        for row, words in enumerate(line.split("/")):
            top = 100 * len(line) + 15.0 * row
            chars += [
                Char(c, 50 + 10 * i, top, 60 + 10 * i, top + 10, 1, 10, "Song", False, 0, top + 9)
                for i, c in enumerate(words)
            ]
        text.chars = chars
    return reading


def test_lists_joined_to_other_lines(make_reading: Callable[..., Reading]) -> None:
    """A line over the list, lines below it, a list of two lines; only lines that list as many places as the card counts."""
    first, third = "- | 第一梯队 | 3 | - | 北京 上海 深圳 | whole", "- | 第三梯队 | 2 | - | 成都 武汉 | whole"
    below = "成都、武汉/各梯队之间的差距不在投入，而在组织。"
    reading = joined(make_reading, 4, "亮点突出，协同仍在磨合/广州、杭州、/苏州、宁波/这些城市发展较快", below)
    assert shown(reading) == [first, "- | 第二梯队 | 4 | - | 广州 杭州 苏州 宁波 | whole", third]
    reading = joined(make_reading, 5, "部分城市为/广州、杭州/这些城市发展较快", below)
    assert shown(reading) == [first, "- | 第二梯队 | 5 | - |  | part", third]
    reading = joined(make_reading, 33, "广州、杭州、苏州等/第一梯队的3个城市均为综合型枢纽。", below)
    assert shown(reading) == [first, "- | 第二梯队 | 33 | - | 广州 杭州 苏州 | part", third]
