"""Names in quotation marks: what the words around them must say for a platform, and what they say of anything else."""

import pytest

from extract.find.platforms import find

NAMED = [
    # a place's own entrance to the app of its province
    ("上饶“赣服通”上饶分厅上线事项1600余项。", [("上饶市", "“赣服通”上饶分厅")]),
    ("周口依托“豫事办”周口分厅推行掌上办。", [("周口市", "“豫事办”周口分厅")]),
    ("阜阳建成“皖事通”阜阳专区，归集证照520万张。", [("阜阳市", "“皖事通”阜阳专区")]),
    ("“闽政通”APP南平频道注册用户120万。", [("南平市", "“闽政通”APP南平频道")]),
    # after the words that say what it is
    ("安顺打造智慧文旅平台“云上黄果树”，接入景区29家。", [("安顺市", "云上黄果树")]),
    ("舟山启用渔船安全管理系统——“浙渔安”。", [("舟山市", "浙渔安")]),
    ("邢台开发微信小程序“邢襄快办”，可办事项800余项。", [("邢台市", "邢襄快办")]),
    ("梅州上线移动政务APP“梅好办事”。", [("梅州市", "梅好办事")]),
    # online under the name of its place
    ("安庆市上线“码上安庆”，实现乘车、入园、借书一码通行。", [("安庆市", "码上安庆")]),
    ("日照开通“爱日照”，汇聚服务420项。", [("日照市", "爱日照")]),
    ("榆林市启用“榆林城管”，市民可随手拍。", [("榆林市", "榆林城管")]),
    ("十堰市推出“畅游十堰”，覆盖A级景区68家。", [("十堰市", "畅游十堰")]),
    # made under a name that only apps have
    ("宿州打造“宿事通”、蚌埠打造“蚌政通”，服务向基层延伸。", [("宿州市", "宿事通"), ("蚌埠市", "蚌政通")]),
    ("承德建设“承企办”，实现政策直达。", [("承德市", "承企办")]),
    # by the noun after it
    ("信阳“信用信阳”网站公示行政许可8.6万条。", [("信阳市", "信用信阳")]),
    ("桐庐县推广“民宿智管”场景应用，覆盖民宿720家。", [("桐庐县", "“民宿智管”场景应用")]),
    ("益阳的“益村”服务端口延伸到所有村。", [("益阳市", "益村")]),
    # 三, 四, 六 of a place's name count nothing
    ("三亚市推出“三亚旅游管家”平台。", [("三亚市", "三亚旅游管家")]),
    ("四平市建设“四平农机云”平台。", [("四平市", "四平农机云")]),
    # before the words that say what it is
    ("锦州打造“锦海通”——海上养殖管理平台，覆盖养殖户2.3万户。", [("锦州市", "锦海通")]),
    ("聊城“网格达”：社会治理信息平台", [("聊城市", "网格达")]),
    # of the province that it is called after, where no other place is told
    ("“浙里石榴红”应用在多地推广。", [("浙江省", "“浙里石榴红”应用")]),
    # among apps, and what is said to be one
    ("绍兴推出“浙里纺”“织造一件事”等应用，服务企业4200家。", [("绍兴市", "浙里纺"), ("绍兴市", "织造一件事")]),
    ("亳州“亳周到”、淮北“相城e行”均为市级民生服务入口。", [("亳州市", "亳周到"), ("淮北市", "相城e行")]),
    # short names with an e or an i, or of three characters that begin with what a place is called for short
    ("莆田“莆e检”实现监管闭环。", [("莆田市", "莆e检")]),
    ("丽水“浙丽收”应用回收废旧物资3.2万吨。", [("丽水市", "“浙丽收”应用")]),
    # a name in quotation marks may hold a verb
    ("荆门依托“荆门市企业融资对接服务平台”发放贷款120亿元。", [("荆门市", "荆门市企业融资对接服务平台")]),
    # in a list without quotation marks
    ("大理依托苍洱e路通、大理城市大脑等平台服务游客。", [("大理白族自治州", "苍洱e路通"), ("大理白族自治州", "大理城市大脑")]),
]  # fmt: skip

NONE = [
    "黄石打造“创业黄石”品牌，开通“黄石—宁波”班列。",
    "泰州推出“健康泰州”行动，建设“信用泰州”。",
    "荆州开通“绿色通道”，推出“荆州标准”。",
    "渭南推出“爱渭南”主题活动。",
    "攀枝花依托阳光康养这一平台发展文旅。",
    "资源优势为镇江提供了发展平台。",
    "破解各类平台“数据孤岛”“信息烟囱”问题。",
    "曲靖打造“一窗通办”，推进“跨省通办”。",
    "龙岩上线“龙岩英才”专栏，开通“龙岩旅游”专列。",
    "支撑“智慧交通”“智慧医疗”等应用落地，抚顺加快推广“大数据”“区块链”等应用。",
    "鞍山推进信息系统“应上尽上”。",
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[s[:20] for s, _ in NAMED])
def test_a_name_in_quotation_marks_is_a_platform(make_reading, text, expected):
    assert [(p.city or p.place, p.name) for p in find(make_reading([text]))] == expected


@pytest.mark.parametrize("text", NONE)
def test_other_words_in_quotation_marks_are_none(make_reading, text):
    assert find(make_reading([text])) == []
