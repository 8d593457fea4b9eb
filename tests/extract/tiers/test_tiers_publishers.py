"""Tiers as other papers name them: leaves, stars, letters, named kinds, headings with bounds; and what only sounds so.

Each row: subject | name | claimed | score range | members | whole?
"""

from collections.abc import Callable

import pytest

from extract.reading import Reading
from tests.extract.tiers.test_tiers import shown

TOLD = {
    "leaves given by scores": (
        ["按照“数叶”等级，总分80分及以上者授予五叶，共4座，分别是上海、杭州、济南、青岛；总分70分至80分者授予四叶，共12座；其余为三叶城市。"],
        ["- | 五叶 | 4 | 80- | 上海 杭州 济南 青岛 | whole", "- | 四叶 | 12 | 70-80 |  | part"],
    ),
    "stars in words": (
        ["评价结果分为五个星级，五星级城市为深圳、苏州，四星级城市包括宁波、无锡、常州等8个城市。"],
        ["- | 五星级 | - | - | 深圳 苏州 | whole", "- | 四星级 | 8 | - | 宁波 无锡 常州 | part"],
    ),
    "stars as signs": (
        ["*★★★★★（90分以上）：北京、上海、深圳", "*★★★★（80—90分）：广州、杭州、成都"],
        ["- | ★★★★★ | - | 90- | 北京 上海 深圳 | whole", "- | ★★★★ | - | 80-90 | 广州 杭州 成都 | whole"],
    ),
    "letters with S": (
        ["共有3座城市获评S级，分别为上海、深圳、杭州；获评A级的城市有宁波、厦门、长沙。"],
        ["- | S级 | 3 | - | 上海 深圳 杭州 | whole", "- | A级 | - | - | 宁波 厦门 长沙 | whole"],
    ),
    "letters given": (
        ["北京、上海、广州获评A级，天津、重庆评定为B级。"],
        ["- | A级 | - | - | 北京 上海 广州 | whole", "- | B级 | - | - | 天津 重庆 | whole"],
    ),
    "named kinds": (
        ["按得分高低，参评城市划分为领跑型、追赶型、起步型三类：领跑型城市有深圳、杭州；追赶型城市有合肥、长沙、福州；起步型城市有兰州、西宁。"],
        ["- | 领跑型 | - | - | 深圳 杭州 | whole", "- | 追赶型 | - | - | 合肥 长沙 福州 | whole", "- | 起步型 | - | - | 兰州 西宁 | whole"],
    ),
    "kinds in quotes": (
        ["根据综合得分，可将36个城市划分为“卓越”“优秀”“良好”三个等级，其中“卓越”城市为北京、上海，“优秀”城市包括青岛、宁波等9个城市。"],
        ["- | 卓越 | - | - | 北京 上海 | whole", "- | 优秀 | 9 | - | 青岛 宁波 | part"],
    ),
    "levels of development": (
        ["高水平发展城市（80分以上）有4个，分别为北京、上海、深圳、广州；中等水平发展城市（60—80分）有10个，包括福州、厦门等。"],
        ["- | 高水平发展城市 | 4 | 80- | 北京 上海 深圳 广州 | whole", "- | 中等水平发展城市 | 10 | 60-80 | 福州 厦门 | part"],
    ),
    "headings with bounds": (
        ["#第一方阵（80分以上）", "上海、北京、深圳、杭州，共4城，具备全球资源配置能力。",
         "#第二方阵（65～80分）", "长沙、郑州、济南，共3城，特色鲜明、追赶势头猛。",
         "#第三方阵（65分以下）", "其余10座城市，多以单点突破。"],
        ["- | 第一方阵 | 4 | 80- | 上海 北京 深圳 杭州 | whole", "- | 第二方阵 | 3 | 65-80 | 长沙 郑州 济南 | whole",
         "- | 第三方阵 | 10 | -65 |  | part"],
    ),
    "headings of named kinds": (
        ["城市分为“引领者”“奋进者”“探路者”三类。", "#引领者：全面领先", "包括深圳、上海、杭州3个城市。",
         "#奋进者：快速追赶", "包括合肥、武汉、成都等7个城市。"],
        ["- | 引领者 | 3 | - | 深圳 上海 杭州 | whole", "- | 奋进者 | 7 | - | 合肥 武汉 成都 | part"],
    ),
    "members before, count after": (
        ["深圳、北京、上海、广州、杭州5座城市得分超过80分，为第一梯队；南京、成都、武汉等15座城市得分在60—80分之间，为第二梯队。"],
        ["- | 第一梯队 | 5 | 80- | 深圳 北京 上海 广州 杭州 | whole", "- | 第二梯队 | 15 | 60-80 | 南京 成都 武汉 | part"],
    ),
    "the first so many": (
        ["前10名城市为第一梯队，包括北京、上海、深圳等。"],
        ["- | 第一梯队 | 10 | - | 北京 上海 深圳 | part"],
    ),
    "a range of ranks": (
        ["第一梯队（第1—5名）：苏州、无锡、南京、常州、南通。", "第二梯队（第6—13名）：扬州、泰州等8市。"],
        ["- | 第一梯队 | - | - | 苏州 无锡 南京 常州 南通 | whole", "- | 第二梯队 | 8 | - | 扬州 泰州 | part"],
    ),
    "who stands where": (
        ["从梯队分布看，山东、江苏、浙江处于数字乡村第一梯队，河南、河北处于第二梯队，得分分别在70分以上和60至70分之间。"],
        ["数字乡村 | 第一梯队 | - | - | 山东 江苏 浙江 | whole", "数字乡村 | 第二梯队 | - | 60-70 | 河南 河北 | whole"],
    ),
    "tiers of counties": (
        ["第一梯队县域包括昆山、江阴、慈溪、义乌4个县（市）。"],
        ["- | 第一梯队 | 4 | - | 昆山 江阴 慈溪 义乌 | whole"],
    ),
    "some that stand for all": (
        ["第二梯队得分在58至72分之间，共20个县（市），以太仓市、宜兴市、海宁市为代表，产业特色鲜明。"],
        ["- | 第二梯队 | 20 | 58-72 | 太仓 宜兴 海宁 | part"],
    ),
    "some named": (
        ["第三梯队（50—65分）为区域特色发展者，共30个城市，代表城市有佛山、郑州、沈阳等。"],
        ["- | 第三梯队 | 30 | 50-65 | 佛山 郑州 沈阳 | part"],
    ),
    "newcomers told right after their tier": (
        ["第三梯队包含54个城市，得分低于60分。榆林、黄石、宜宾4个城市新进入百强。镇江跃升12个位次，是第三梯队中升幅最大的城市。"],
        ["- | 第三梯队 | 54 | -60 | 榆林 黄石 宜宾 | part"],
    ),
    "one to five grades": (
        ["综合得分位于一档的城市有青岛、济南、烟台，位于二档的城市有潍坊、临沂。"],
        ["- | 一档 | - | - | 青岛 济南 烟台 | whole", "- | 二档 | - | - | 潍坊 临沂 | whole"],
    ),
}  # fmt: skip

NONE = [
    "北京、上海获评五星级酒店数量最多。",
    "杭州、宁波建成5A级景区12个。",
    "成都、西安的三级医院数量较多。",
    "深圳、广州积极培育引领型企业。",
    "北京、上海等一线城市房价较高。",
    "上海、重庆获评国家级示范城市。",
    "山东、江苏高水平发展数字经济。",
    "南京、杭州的五叶草公园已经开放。",
]


@pytest.mark.parametrize("name", TOLD)
def test_tiers_by_other_names(make_reading: Callable[..., Reading], name: str) -> None:
    told, expected = TOLD[name]
    assert shown(make_reading(told)) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_grades_of_other_things(make_reading: Callable[..., Reading], sentence: str) -> None:
    assert shown(make_reading([sentence])) == []
