"""Who issued a policy, under which number and at which level, where the sentence tells it in roundabout ways."""

import pytest

from extract.find import case_studies, policies

FIELDS = {"n": "document_number", "k": "kind", "l": "level", "i": "issuers", "j": "jurisdiction", "y": "year"}

MEETINGS = [
    ("2023年8月25日，国务院第15次常务会议审议通过《数据资源管理条例》。", {"数据资源管理条例": {"i": ["国务院"]}}),
    ("十四届全国人大三次会议通过《数字促进决定》。", {"数字促进决定": {"i": ["全国人民代表大会"]}}),
    (
        "第十三届全国人民代表大会常务委员会第二十九次会议表决通过《数据安全法》。",
        {"数据安全法": {"i": ["全国人民代表大会常务委员会"]}},
    ),
    (
        "浙江省第十三届人民代表大会第六次会议通过《浙江省公共数据条例》。",
        {"浙江省公共数据条例": {"i": ["浙江省人民代表大会"], "l": "provincial"}},
    ),
    ("厦门市政府第32次常务会议通过《厦门市城市大脑建设方案》。", {"厦门市城市大脑建设方案": {"i": ["厦门市人民政府"]}}),
    (
        "青岛市第十七届人大常委会第五次会议通过《青岛市数字经济促进条例》。",
        {"青岛市数字经济促进条例": {"i": ["青岛市人大常委会"]}},
    ),
]

OFFICES = [
    (
        "泉州市委办、市府办印发《泉州市数据治理方案》。",
        {"泉州市数据治理方案": {"i": ["泉州市委办公室", "泉州市人民政府办公室"], "l": "municipal"}},
    ),
    (
        "江西省委、省政府两办联合印发《江西省营商环境方案》。",
        {"江西省营商环境方案": {"i": ["江西省委办公厅", "江西省人民政府办公厅"], "l": "provincial"}},
    ),
    (
        "《嘉兴市数字乡村实施意见》（嘉委办发〔2020〕6号）由嘉兴市委、市政府两办印发。",
        {"嘉兴市数字乡村实施意见": {"i": ["嘉兴市委办公室", "嘉兴市人民政府办公室"], "n": "嘉委办发〔2020〕6号"}},
    ),
    (
        "中办、国办印发《关于加强数字监督的意见》。",
        {"关于加强数字监督的意见": {"i": ["中共中央办公厅", "国务院办公厅"]}},
    ),
    (
        "中办国办联合印发了《关于优化办事体验的意见》。",
        {"关于优化办事体验的意见": {"i": ["中共中央办公厅", "国务院办公厅"]}},
    ),
    ("中共安徽省委、安徽省人民政府印发《数字江淮规划》。", {"数字江淮规划": {"i": ["中共安徽省委", "安徽省人民政府"]}}),
    ("成都市委、市政府印发《智慧蓉城规划》。", {"智慧蓉城规划": {"i": ["成都市委", "成都市人民政府"]}}),
    ("绍兴市府办印发《绍兴市算力券方案》。", {"绍兴市算力券方案": {"i": ["绍兴市人民政府办公室"]}}),
]

LAWS = [
    (
        "《中华人民共和国电子商务法》施行。",
        {"中华人民共和国电子商务法": {"i": ["全国人民代表大会常务委员会"], "l": "national"}},
    ),
    ("《中华人民共和国民法典》第111条。", {"中华人民共和国民法典": {"i": ["全国人民代表大会"]}}),
    ("《中华人民共和国人工智能法（草案）》征求意见。", {"中华人民共和国人工智能法（草案）": {"i": []}}),
    ("《中华人民共和国政府信息公开条例》修订。", {"中华人民共和国政府信息公开条例": {"i": []}}),
    ("《治安管理处罚法》修订。", {"治安管理处罚法": {"i": []}}),
]

NUMBERS = [
    (
        "国务院公布《政务共享条例》，5月28日以国务院令第809号发布施行。",
        {"政务共享条例": {"n": "国务院令第809号", "i": ["国务院"]}},
    ),
    (
        "3月1日，国务院通过《算力条例》，4月2日以国务院令第733号公布，自5月起施行；6月7日，全国人大通过《数据促进法》。",
        {"算力条例": {"n": "国务院令第733号"}, "数据促进法": {"n": None}},
    ),
    ("以国发〔2015〕50号文印发的《大数据行动纲要》影响深远。", {"大数据行动纲要": {"n": "国发〔2015〕50号"}}),
    (
        "《数字政府规划》已经印发，文号为粤府〔2021〕44号。",
        {"数字政府规划": {"n": "粤府〔2021〕44号", "i": ["广东省人民政府"]}},
    ),
    ("《公共数据开放办法》（沪府令21号）施行。", {"公共数据开放办法": {"n": "沪府令21号", "i": ["上海市人民政府"]}}),
    ("《网络数据条例》（国务院令 790号）施行。", {"网络数据条例": {"n": "国务院令790号", "i": ["国务院"]}}),
    ("《数据安全法》（主席令第84号）施行。", {"数据安全法": {"n": "主席令第84号"}}),
    (
        "《A地数字规划》与《B地数字规划》先后出台，后者以鲁政发〔2021〕5号印发。",
        {"A地数字规划": {"n": None}, "B地数字规划": {"n": None}, "鲁政发〔2021〕5号": {}},
    ),
    ("《数据规划》提出，落实国发〔2015〕50号文要求。", {"数据规划": {"n": None}, "国发〔2015〕50号": {}}),
]

ABROAD = [
    ("韩国《数字新政蓝图》、日本《数字田园都市构想》。", {"数字新政蓝图": {"i": ["韩国"], "l": "foreign", "k": "蓝图"}}),
    ("欧盟《数据治理条例》与英国政府《国家人工智能战略》。",
     {"数据治理条例": {"i": ["欧盟"], "l": "foreign"}, "国家人工智能战略": {"i": ["英国政府"], "l": "foreign"}}),
    ("《美国人工智能行动计划》发布。", {"美国人工智能行动计划": {"l": "foreign", "j": None}}),
    ("《芯片法案》生效。", {"芯片法案": {"l": "foreign"}}),
    ("未来峰会通过《全球数字契约》。", {"全球数字契约": {"l": "international", "k": "契约"}}),
    ("各方签署《人工智能公约》。", {"人工智能公约": {"l": "international"}}),
    ("中国提出《全球数据安全倡议》。", {"全球数据安全倡议": {"l": "national"}}),
]  # fmt: skip

ZONES = [
    ("《海南自由贸易港数字经济条例》施行。", {"海南自由贸易港数字经济条例": {"j": "海南省", "l": "provincial"}}),
    ("《海南自贸港公平竞争条例》施行。", {"海南自贸港公平竞争条例": {"j": "海南省", "l": "provincial"}}),
    ("《厦门经济特区数据条例》施行。", {"厦门经济特区数据条例": {"j": "厦门市", "l": "municipal"}}),
    ("《中国（上海）自由贸易试验区条例》施行。", {"中国（上海）自由贸易试验区条例": {"j": "上海市"}}),
    ("省工信厅批准发布《数字车间规范》。", {"数字车间规范": {"i": []}}),
    ("山东省市场监管局批准发布《数字乡村规范》。", {"数字乡村规范": {"i": ["山东省市场监管局"], "l": "provincial"}}),
]


@pytest.mark.parametrize(
    ("text", "wanted"), MEETINGS + OFFICES + LAWS + NUMBERS + ABROAD + ZONES, ids=lambda v: v[:24] if isinstance(v, str) else ""
)  # fmt: skip
def test_sentence(make_reading, text, wanted):
    reading = make_reading([text])
    case_studies.find(reading)
    found = {p.title: p for p in policies.find(reading)}
    assert {t: {k: getattr(found[t], FIELDS[k]) for k in known} for t, known in wanted.items()} == wanted
    assert set(found) - set(wanted) == set()


LINES = {
    "a country over a box": (["##美国", "《算力振兴计划》拨款百亿。"], {"算力振兴计划": "foreign"}),
    "a country on a line of its own": (["##全球动向", "欧盟", "《数据空间战略》提出目标。"], {"数据空间战略": "foreign"}),
    "a union over a box": (["##联合国", "《数字合作路径建议》提出倡议，《数字契约》通过。"], {"数字契约": "international"}),
    "a country that opens the text": (["德国：《高科技战略》更新。"], {"高科技战略": "foreign"}),
    "a heading about a country among others": (["##中国", "《数据安全战略》提出。"], {"数据安全战略": "national"}),
    "rules of the nation in a paper of a province": (
        ["#山东省情况", "《网络安全审查办法》《算法推荐管理规定》陆续实施。"],
        {"网络安全审查办法": "national", "算法推荐管理规定": "national"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_levels_by_what_stands_above(make_reading, name):
    lines, wanted = LINES[name]
    reading = make_reading(lines, title="山东省数字政府白皮书" if "province" in name else None)
    found = {p.title: p.level for p in policies.find(reading)}
    assert {t: found.get(t) for t in wanted} == wanted


def test_regulations_cited_in_a_local_case_are_the_nations(make_reading):
    reading = make_reading(["#案例一 淄博：一网统管", "淄博市对照《优化营商环境条例》逐条整改。", "#案例二 临沂：数据链", "临沂市出台《数据资源管理办法》。"])  # fmt: skip
    case_studies.find(reading)
    found = {p.title: p.level for p in policies.find(reading)}
    assert found == {"优化营商环境条例": "national", "数据资源管理办法": "municipal"}


CUT = {
    "the verb on one page, the title on the next": (
        [
            "三级平台全面贯通，群众满意度持续提升。2024年3月，泉州市人民政府公布",
            "!① 见附录。",
            "《泉州市数据管理办法》。",
        ],
        {"泉州市数据管理办法": ["泉州市人民政府"]},
    ),
    "the run of titles is cut": (
        ["为夯实制度基础，2024年3月泉州市人民政府先后印发《泉州市数据管理办法》、", "《泉州市算力规划》，成效明显。"],
        {"泉州市数据管理办法": ["泉州市人民政府"], "泉州市算力规划": ["泉州市人民政府"]},
    ),
    "another paragraph begins with a title": (
        ["三级平台全面贯通，群众满意度持续提升，泉州市人民政府推进。", "《泉州市数据管理办法》印发。"],
        {"泉州市数据管理办法": []},
    ),
    "a section lies between": (
        [
            "三级平台全面贯通，群众满意度持续提升。2024年3月，泉州市人民政府公布",
            "#二、制度",
            "《泉州市数据管理办法》印发。",
        ],
        {"泉州市数据管理办法": []},
    ),
}


@pytest.mark.parametrize("name", CUT)
def test_sentences_cut_before_a_title(make_reading, name):
    lines, wanted = CUT[name]
    assert {p.title: p.issuers for p in policies.find(make_reading(lines))} == wanted


REFERENCES = {
    "the title in the sentence before, though others end so": (
        ["《数字中国规划》印发。", "《厦门市智慧城市规划》发布后，厦门推进建设。《规划》明确，建成场景300个。"],
        {"数字中国规划": 1, "厦门市智慧城市规划": 2},
    ),
    "two in the sentence before": (
        ["《数字规划》《算力规划》先后印发。《规划》明确，建成场景300个。"],
        {"数字规划": 1, "算力规划": 1, "规划": 1},
    ),
    "none in the same text and two before": (
        ["《数字规划》印发。", "《算力规划》印发。", "《规划》明确，建成场景300个。"],
        {"数字规划": 1, "算力规划": 1, "规划": 1},
    ),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_the_nearest_title_is_meant(make_reading, name):
    lines, wanted = REFERENCES[name]
    assert {p.title: len(p.mentions) for p in policies.find(make_reading(lines))} == wanted
