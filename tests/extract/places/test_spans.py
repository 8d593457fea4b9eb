"""Places in running text: each sentence with the places it holds (`?`: several may be meant)."""

import pytest

from extract.fold import fold
from extract.nlp import pipeline
from extract.places import gazetteer, lexicon
from extract.spans.places import enumerations, place_of

SENTENCES = [
    ("北京、上海和广东排名前三", "北京市 上海市 广东省"),
    ("广东深圳、内蒙古呼和浩特与新疆昌吉", "深圳市 呼和浩特市 昌吉回族自治州"),
    ("浙江省金华市义乌市", "义乌市"),
    ("深圳市南山区、福田区、龙华区", "南山区 福田区 龙华区"),
    ("北 京 市 与 济 南 市", "北京市 济南市"),
    ("石景山区：支持企业", "石景山区"),
    ("南京玄武区率先", "玄武区"),
    ("无锡、昆山国家级超算中心", "无锡市 昆山市"),
    (
        "延边州和恩施、大理州、黔东南、西双版纳",
        "延边朝鲜族自治州 恩施土家族苗族自治州 大理白族自治州 黔东南苗族侗族自治州 西双版纳傣族自治州",
    ),
    ("济南市大数据局印发，沈阳经济区", "济南市 沈阳市"),
    ("广东省会广州", "广东省 广州市"),
    ("大同、朔州、忻州", "大同市 朔州市 忻州市"),
    ("大同市民和大同市政府", "大同市 大同市"),
    ("甘肃白银、西藏阿里、白银市", "白银市 阿里地区 白银市"),
    ("诸暨、德化、安溪等县市", "诸暨市 德化县 安溪县"),
    # which of several is meant
    ("长春、吉林、延边", "长春市 吉林市 延边朝鲜族自治州"),
    ("辽宁、吉林、黑龙江", "辽宁省 吉林省 黑龙江省"),
    ("吉林出台实施意见", "吉林省"),
    ("吉林市场广阔", "吉林省"),
    ("吉林市出台", "吉林市"),
    ("西宁、海东、海南、玉树", "西宁市 海东市 海南藏族自治州 玉树藏族自治州"),
    ("海淀、朝阳、丰台", "海淀区 朝阳区 丰台区"),
    ("北京市朝阳区、海淀区", "朝阳区 海淀区"),
    ("南京市江宁区、鼓楼区", "江宁区 鼓楼区"),
    ("鼓楼区推出", "?"),
    ("广州黄浦区", "广州市 ?"),
    ("覆盖京、沪、粤三地", "北京市 上海市 广东省"),
    ("开封、日照、安康、中卫、长治、大理", "开封市 日照市 安康市 中卫市 长治市 大理白族自治州"),
    ("大理推出，大同率先，中卫建成，长治印发", "大理白族自治州 大同市 中卫市 长治市"),
    ("杭州一路领先，深圳路径", "杭州市 深圳市"),
    ("单县：数字乡村", "单县"),
    ("走进绥芬河，曹妃甸和都江堰", "绥芬河市 曹妃甸区 都江堰市"),
    # no places
    ("古代县城，科教兴县，县委书记和县长", ""),
    ("佛罗里达州、内华达州，省委书记李长春，丁安庆、李西安", ""),
    ("重大理论，海量大连接，农村中卫生，校长治理，未开封，四平方公里，幸福安康", ""),
    ("确保定期，诚信阳光，均衡水平，非常熟悉，弘扬中华，网上海关，东南平台，形成都会", ""),
    ("新、云两种模式", ""),
    ("形成都市圈，推广安全应用，均衡水平，创新乡村，扩大连接，其中卫星，强大同时", ""),
    ("美丽江苏，线上海量数据，西南山区，适应城市发展，新增城市", "江苏省"),
    ("以上海为龙头", "上海市"),
    ("南京路、北京大学、上海交通大学、上海证券交易所、海南航空", ""),
    ("一中心四平台，美丽水乡，股东营收，新余额，延安全链条", ""),
    ("四平市与四平、丽水、东营、新余、延安", "四平市 四平市 丽水市 东营市 新余市 延安市"),
    ("西安事变与遵义会议，朝阳产业，平安城市，长治久安", ""),
    ("广东话 中山大学 吉林大学 北京时间 大理石 普洱茶 北海道", ""),
    ("深圳市腾讯计算机系统有限公司", ""),
    ("阿里巴巴和阿里云，白银价格，日照充足，各位来宾", ""),
    ("甘肃合作建设，湖北公安部门，四川南部地区，广西资源丰富", "甘肃省 湖北省 四川省 广西壮族自治区"),
    ("济南市中心，北京城区", "济南市 北京市"),
    ("新疆生产建设兵团", ""),
    ("京津冀、长三角和粤港澳大湾区", ""),
]


def _names(text: str) -> list[str]:
    doc = pipeline()(fold(text))
    return [p.name if (p := place_of(s)) else "?" for s in doc.spans["places"]]


@pytest.mark.parametrize(("text", "places"), SENTENCES)
def test_places_in_a_sentence(text: str, places: str) -> None:
    assert _names(text) == places.split()


def test_a_span_keeps_the_offsets_of_the_text() -> None:
    doc = pipeline()("一、济 南 市，与广东深圳")
    assert [(s.text, s.label_, s.kb_id_) for s in doc.spans["places"]] == [
        ("济 南 市", "prefecture", "370100"),
        ("广东深圳", "prefecture", "440300"),
    ]


def test_regions_are_labels() -> None:
    doc = pipeline()("华东地区和长三角城市群")
    assert [(s.text, s.kb_id_) for s in doc.spans["regions"]] == [("华东地区", "华东"), ("长三角城市群", "长三角")]


def test_enumerations() -> None:
    doc = pipeline()("北京、上海以及广东排名前三，江苏、山东紧随其后；贵州次之")
    assert [[s.text for s in run] for run in enumerations(doc)] == [
        ["北京", "上海", "广东"],
        ["江苏", "山东"],
        ["贵州"],
    ]


EXAMPLES = [(text, p.name, True) for p in lexicon().patterns for text in p.yes] + [
    (text, p.name, False) for p in lexicon().patterns for text in p.no
]


@pytest.mark.parametrize(("text", "pattern", "framed"), EXAMPLES)
def test_examples_of_the_lexicon(text: str, pattern: str, framed: bool) -> None:
    """A place in 【】 is part of another name (`yes`) or a place (`no`)."""
    place = text[text.index("【") + 1 : text.index("】")]
    doc = pipeline()(text.replace("【", "").replace("】", ""))
    found = [s.text for s in doc.spans["places"]]
    assert any(f.startswith(place) for f in found) is not framed


def test_what_the_lexicon_names_stands_in_the_gazetteer() -> None:
    known = lexicon()
    forms = gazetteer().forms
    assert [w for w in known.known_counties if w not in forms] == []
    assert [w for w in known.everyday if w not in forms] == []
    assert gazetteer().by_code.keys() >= {*known.abbreviations.values(), *known.city_abbreviations.values()}
