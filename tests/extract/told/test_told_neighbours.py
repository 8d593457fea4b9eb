"""Rankings told in sentences that join, share or skip ranks: what goes together and what stands alone."""

from collections.abc import Callable

import pytest

from extract.find.told import told_rankings
from extract.reading import Reading
from schema.ranking import Ranking

ORDER = {True: "T", False: "F", None: "?"}


def shown(ranking: Ranking) -> str:
    members = [e.as_printed + (f"#{e.rank}" if e.rank else "") for e in ranking.entries]
    return f"{ranking.criterion or '-'} | {ORDER[ranking.ordered]} | {' '.join(members)}"


SENTENCES = [
    # only these meet the mark
    ("上云企业超过5万家的省份只有江苏、山东和河南三省。", ["超过5万家 | F | 江苏 山东 河南"]),
    ("PUE低于1.25的城市仅有张家口、乌兰察布、中卫3座。", ["低于1.25 | F | 张家口 乌兰察布 中卫"]),
    ("得分在90分以上的仅南京、苏州。", ["90分以上 | F | 南京 苏州"]),
    ("目前，5G基站超过10万个的省份已有广东、江苏、浙江、山东。", ["超过10万个 | F | 广东 江苏 浙江 山东"]),
    ("万亿GDP城市仅余天津、泉州未设首席数据官。", []),
    # the podium
    ("宁波、嘉兴、绍兴包揽三甲。", ["前3名 | T | 宁波#1 嘉兴#2 绍兴#3"]),
    ("三甲由成都、绵阳、宜宾包揽。", ["前3名 | T | 成都 绵阳 宜宾"]),
    ("武汉、长沙新增三甲医院6家。", []),
    ("长沙拔得头筹，武汉、郑州分列二、三位。", ["前3名 | T | 长沙#1 武汉#2 郑州#3"]),
    # a rank tells more than the mark before it
    ("南宁、柳州、桂林三市总分均超过80分，位列全区前三。", ["前3名 | T | 南宁 柳州 桂林"]),
    ("福州、厦门、泉州网办率均在95%以上，排名前三。", ["前3名 | T | 福州 厦门 泉州"]),
    # two whole lists stand apart, a single place needs its followers
    (
        "长春、吉林市、延边三地得分均超过70分，位列全省前三；四平、通化紧随其后，分列第四、第五位。",
        ["前3名 | T | 长春 吉林市 延边", "第4、5名 | T | 四平#4 通化#5"],
    ),
    ("河北、山西位列前二；内蒙古、辽宁位列第三和第四。", ["前2名 | T | 河北 山西", "第3、4名 | T | 内蒙古#3 辽宁#4"]),
    ("昆明蝉联第一，曲靖、玉溪紧随其后，丽江、保山分列第四、第五位。", ["前5名 | T | 昆明#1 曲靖 玉溪 丽江#4 保山#5"]),
    ("贵阳居首；遵义、毕节分列第二、第三位。", ["前3名 | T | 贵阳#1 遵义#2 毕节#3"]),
    ("西宁居首，海东第二，玉树第三。", ["前3名 | T | 西宁#1 海东#2 玉树#3"]),
    # single places with ranks far apart tell their own moves, no ranking
    ("临沂上升3位，列第6位；日照下降3位，排在第9位。", []),
    ("咸阳列第3位；宝鸡列第8位；渭南列第12位。", []),
    ("海南居首；河北前移3位，升至第二位。", []),
    ("山西、陕西、甘肃、青海分列第一至第四，宁夏、新疆紧随其后。", ["前4名 | T | 山西#1 陕西#2 甘肃#3 青海#4"]),
    ("大连为首，沈阳次之，鞍山、抚顺依次排在第三、第四位。", ["前4名 | T | 大连#1 沈阳 鞍山#3 抚顺#4"]),
    ("基金规模以合肥最大，芜湖、蚌埠列二、三位。", ["前3名 | T | 合肥#1 芜湖#2 蚌埠#3"]),
    ("数字素养得分以烟台最高，威海、潍坊跟在其后。", ["前3名 | T | 烟台#1 威海 潍坊"]),
    (
        "西宁居首；兰州反超银川升至次席，银川退居第三；昆明、贵阳守住第四、第五。",
        ["前5名 | T | 西宁#1 兰州#2 银川#3 昆明#4 贵阳#5"],
    ),
    ("治理得分居前的依次是德清、桐乡、海宁。", ["- | T | 德清#1 桐乡#2 海宁#3"]),
    ("唐山、邯郸、保定得分居前。", []),
    ("上云企业数量过万家的城市有泉州、佛山、温州。", ["超过万家 | F | 泉州 佛山 温州"]),
    ("农产品网络零售额超过80亿元的县（市）有义乌、晋江、昆山3个。", ["超过80亿元 | F | 义乌 晋江 昆山"]),
    ("研发强度超过3%的城市共有绵阳、合肥、西安3座。", ["超过3% | F | 绵阳 合肥 西安"]),
    # provinces and cities side by side
    ("试点市场中，湖北、广东、天津、深圳的成交额居前四。", ["前4名 | T | 湖北 广东 天津 深圳"]),
    ("计划单列市与省份合计看，浙江、宁波、青岛外贸增速居前三。", ["前3名 | T | 浙江 宁波 青岛"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_told(make_reading: Callable[..., Reading], sentence: str, expected: list[str]) -> None:
    assert [shown(r) for r in told_rankings(make_reading([sentence]))] == expected


def test_provinces_keep_no_city_among_cities(make_reading: Callable[..., Reading]) -> None:
    (found,) = told_rankings(make_reading(["广东、湖北、深圳的累计成交量居前三。"]))
    assert [(e.city, e.province) for e in found.entries] == [(None, "广东省"), (None, "湖北省"), ("深圳市", "广东省")]
