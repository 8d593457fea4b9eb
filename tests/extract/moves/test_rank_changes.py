"""Moves told in words: place, places gained or lost, rank after (北京+2#1)."""

from collections.abc import Callable

import pytest

from extract.find import rank_changes
from extract.reading import Reading

MOVES = [
    ("北京上升2个位次，跃升榜首，深圳下降2个位次至第3名，其余城市名次保持不变。", "北京市+2#1 深圳市-2#3"),
    ("成都较上年提升5位，位列全国第8。", "成都市+5#8"),
    ("苏州由第8位升至第3位。", "苏州市+5#3"),
    ("合肥从2021年的第25名跃升到2022年的第19名。", "合肥市+6#19"),
    ("济南排名较2020年前进3位。", "济南市+3"),
    ("天津、大连分别下滑4位和6位。", "天津市-4 大连市-6"),
    ("无锡、常州、南通分别上升3、5、2个位次。", "无锡市+3 常州市+5 南通市+2"),
    ("福州、厦门均提升1位。", "福州市+1 厦门市+1"),
    ("杭州、宁波排名保持不变。", "杭州市+0 宁波市+0"),
    ("上海蝉联榜首。", "上海市+0#1"),
    ("上升幅度最大的是宿迁，由第68位升至第52位，上升16位。", "宿迁市+16#52"),
    ("上升较快的城市有宜昌（上升12位）、襄阳（上升9位）。", "宜昌市+12 襄阳市+9"),
    ("进步明显的有绵阳（↑8）、宜宾（↑15），退步较大的有沧州（↓7）。", "绵阳市+8 宜宾市+15 沧州市-7"),
    ("贵阳后退了两名，降至第22位。", "贵阳市-2#22"),
    ("与2021年相比，珠海前移2位，排在第17位。", "珠海市+2#17"),
    ("西安跌落5位至第18位。", "西安市-5#18"),
    ("广东省、江苏省名次互换，分别上升1位、下降1位。", "广东省+1 江苏省-1"),
    ("湖南省数字经济发展指数排名由全国第12位上升至第10位。", "湖南省+2#10"),
    ("南昌位居第30位，比上年提高4位。", "南昌市+4#30"),
    ("郑州去年排名第16位，今年上升至第12位。", "郑州市+4#12"),
    ("重庆市综合排名回落3个名次。", "重庆市-3"),
    ("泉州攀升10位，跻身前三十。", "泉州市+10"),
    ("兰州位次与上年持平。", "兰州市+0"),
    ("从上年的第9位滑落至第14位的是沈阳。", "沈阳市-5#14"),
    ("昆山市连续五年蝉联第一。", "昆山市+0#1"),
    ("海口排名第45位，较上年下降2位；三亚排名第60位，较上年上升7位。", "海口市-2#45 三亚市+7#60"),
    ("其中，芜湖进步最快，排名提升11个位次。", "芜湖市+11"),
    ("东莞较去年晋升一位至第9位。", "东莞市+1#9"),
    ("长春、哈尔滨名次双双下降，降幅分别为3位和5位。", "长春市-3 哈尔滨市-5"),
]
NONE = [
    "其余城市名次保持不变。",
    "城镇化率上升2个百分点。",
    "南京城镇化率上升2个百分点，提高5个名额。",
    "济南智慧城市项目连续2年蝉联全国“智慧城市十大样板工程”。",
    "力争到2025年，洛阳排名提升5位。",
    "上海排名第1位。",
    "北京、上海、深圳位列前三位。",
    "城市总体数量多了3个，四城不慎跌出。",
    "杭州引进3名院士，新增5名专家。",
    "广州的居民收入增长5.2%，高于全国2位。",
    "宁波港货物吞吐量连续14年位居全球第一。",
]


def shown(reading: Reading) -> str:
    return " ".join(f"{c.city}{c.change:+d}{f'#{c.rank}' if c.rank else ''}" for c in rank_changes.find(reading))


@pytest.mark.parametrize(("sentence", "expected"), MOVES)
def test_moves(make_reading: Callable[..., Reading], sentence: str, expected: str) -> None:
    assert shown(make_reading([sentence])) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_moves(make_reading: Callable[..., Reading], sentence: str) -> None:
    assert shown(make_reading([sentence])) == ""


def test_a_heading_and_its_text_tell_one_move(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading(["#北京上升2位", "北京上升2位，跃升榜首。"])
    assert shown(reading) == "北京市+2#1"


def test_evidence_stands_on_the_words(make_reading: Callable[..., Reading]) -> None:
    found = rank_changes.find(make_reading(["总体来看，成都较上年提升5位，位列全国第8。"]))
    assert [e.text for e in found[0].evidence] == ["成都较上年提升5位，位列全国第8"]
