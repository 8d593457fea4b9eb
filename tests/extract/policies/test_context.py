"""Where a citation stands: section, city, quotation, evidence; and what the paper calls itself."""

from extract.find import case_studies, policies

CASES = [
    "#附录",
    "##郑州",
    "###着力构建新一代信息基础设施体系",
    "2020年，在《河南省人民政府办公厅关于加快推进新型智慧城市建设的指导意见》《郑州市人民政府关于印发郑州市加快数字经济"
    "发展实施方案（2020—2022年）的通知》等文件先后出台背景下，郑州着力构建体系。",
    "##成都",
    "###以应用为导向唤醒城市新活力",
    "2020年，成都市人民政府印发《成都市智慧城市建设行动方案(2020—2022)》，为加快智慧城市建设提供行动指南。",
    "##株洲",
    "###以数据赋能",
    "落实《国务院关于加强数字政府建设的指导意见》。对于通过国家《生成式人工智能服务管理暂行办法》备案的给予奖励，市政府印发《株洲市智慧城市行动计划》。",
]


def read(make_reading, lines, title=None):
    reading = make_reading(lines, title)
    reading.cases = []
    case_studies.find(reading)
    return policies.find(reading)


def test_cities_are_those_that_issued_it_or_whose_case_cites_it(make_reading):
    found = {p.title: p for p in read(make_reading, CASES)}
    assert {t: (p.cities, p.level, p.year) for t, p in found.items()} == {
        "河南省人民政府办公厅关于加快推进新型智慧城市建设的指导意见": (["郑州市"], "provincial", 2020),
        "郑州市人民政府关于印发郑州市加快数字经济发展实施方案（2020—2022年）的通知": (["郑州市"], "municipal", 2020),
        "成都市智慧城市建设行动方案(2020—2022)": (["成都市"], "municipal", 2020),
        "国务院关于加强数字政府建设的指导意见": (["株洲市"], "national", None),
        "生成式人工智能服务管理暂行办法": ([], "national", None),
        "株洲市智慧城市行动计划": (["株洲市"], "municipal", None),
    }
    assert found["株洲市智慧城市行动计划"].issuers == ["株洲市人民政府"]
    mention = found["成都市智慧城市建设行动方案(2020—2022)"].mentions[0]
    assert (mention.city, mention.place, mention.section) == ("成都市", None, "s4")


def test_a_case_that_acts_upon_a_policy_of_the_nation_or_of_its_province(make_reading):
    found = read(
        make_reading,
        [
            "#城市案例",
            "##衢州：小城市的基层智治",
            "国务院办公厅《关于建立政务服务效能提升工作机制的意见》印发后，衢州率先建立“日清周结”机制。",
            "##贵阳：迈向算力高地",
            "国务院印发《国务院关于支持贵州在新时代西部大开发上闯新路的意见》，赋予贵州新的定位。贵阳抢抓机遇。",
            "#展望",
            "国务院办公厅《政务数据共享条例》印发后，各地加快落实。",
        ],
    )
    assert [(p.title[:12], p.cities) for p in found] == [
        ("关于建立政务服务效能提升", ["衢州市"]),
        ("国务院关于支持贵州在新时", ["贵阳市"]),
        ("政务数据共享条例", []),
    ]


def test_a_title_above_its_quotation(make_reading):
    found = read(
        make_reading,
        [
            "@图1 主要政策",
            "《2021年政府工作报告》",
            "“加快数字化发展，打造数字经济新优势”",
            "《中共中央 国务院关于构建更加完善的要素市场化配置体制机制的意见》",
            "“加快培育数据要素市场。推进“一网通办”，",
            "建设 数字中国”",
            "《关于加快推进国有企业数字化转型工作的通知》",
            "不是引文。",
        ],
    )
    assert [p.mentions[0].quoted for p in found] == [
        "加快数字化发展，打造数字经济新优势",
        "加快培育数据要素市场。推进“一网通办”，建设 数字中国",
        None,
    ]


def test_quotations_in_a_sentence_and_before_a_dash(make_reading):
    found = read(
        make_reading,
        [
            "“迎接数字时代，激活数据要素潜能。”——《“十四五”数字经济发展规划》",
            "《数据安全管理办法》第十九条规定“处理者应当备案”，《网络数据安全管理条例》共九章。",
            "“以人为本”",
            "——《关于加强数字政府建设的指导意见》",
        ],
    )
    assert {p.title: p.mentions[0].quoted for p in found} == {
        "“十四五”数字经济发展规划": "迎接数字时代，激活数据要素潜能。",
        "数据安全管理办法": "处理者应当备案",
        "网络数据安全管理条例": None,
        "关于加强数字政府建设的指导意见": "以人为本",
    }


def test_the_paper_itself_is_no_policy(make_reading):
    reading = make_reading(["《城市数据治理指南》由五部分构成。依据《数据安全法》编制。"], "城市数据治理指南（2026年）")
    assert [p.title for p in policies.find(reading)] == ["数据安全法"]
    assert [p.title for p in policies.find_publications(reading)] == ["城市数据治理指南"]


def test_a_line_alone_on_the_first_pages_is_what_the_paper_calls_itself(make_reading):
    reading = make_reading(
        ["生成式服务合规备案指南", "编制形成《生成式服务合规备案指南》。", "网络安全法", "《网络安全法》。"]
    )
    assert [p.title for p in policies.find(reading)] == ["网络安全法"]


def test_contents_pages_cite_nothing(make_reading):
    assert read(make_reading, [".一、《数据安全法》解读......3", "《网络安全法》施行。"])[0].title == "网络安全法"


def test_evidence_is_cut_from_the_page(make_reading):
    (policy,) = read(make_reading, ["国务院印发《“十四五”数字经济发展规划》（国发[2021]29号）。"])
    assert [(e.text, e.how) for e in policy.evidence] == [
        ("《“十四五”数字经济发展规划》", "title"),
        ("国发[2021]29号", "document number"),
    ]
    assert policy.mentions[0].as_printed == "《“十四五”数字经济发展规划》"
    assert policy.mentions[0].evidence[0].bbox[0] == 50 + 10 * 5


def test_policies_and_publications_share_one_pass(make_reading):
    reading = make_reading(["《数据安全法》与《人民日报》。"])
    assert policies.find(reading) is policies.find(reading)
    assert [p.title for p in policies.find_publications(reading)] == ["人民日报"]
