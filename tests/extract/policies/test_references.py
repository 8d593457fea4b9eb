"""Back references: (lines of a paper, {title: (forms of its mentions in order, resolved)})."""

import pytest

from extract.find import case_studies, policies

DEDA = "《“十四五”数字经济发展规划》"
CASES = {
    "a short form from its definition on": (
        [
            f"国务院印发{DEDA}（以下简称《规划》）。",
            "《规划》提出，到2025年数字经济迈向全面扩展期。",
            "根据《规划》部署。",
        ],
        {"“十四五”数字经济发展规划": (["full", "alias", "alias"], True)},
    ),
    "a short form before its definition is no short form": (
        ["《规划》提出要求。", f"国务院印发{DEDA}（以下简称《规划》）。", "《规划》明确了目标。"],
        {"规划": (["suffix"], False), "“十四五”数字经济发展规划": (["full", "alias"], True)},
    ),
    "a definition in plain quotation marks": (
        [f"{DEDA}（简称“规划”）发布。", "“规划”提出，加快发展。规划明确八项任务。我们做好规划。"],
        {"“十四五”数字经济发展规划": (["full", "alias", "alias"], True)},
    ),
    "a definition beside the number": (
        [f"{DEDA}（国发〔2021〕29号，以下简称《规划》）。", "《规划》指出方向。"],
        {"“十四五”数字经济发展规划": (["full", "alias"], True)},
    ),
    "a bare name with one earlier title that ends so": (
        ["国务院印发《关于加强数字政府建设的指导意见》。", "《指导意见》提出两步走。", "《意见》强调协同。"],
        {"关于加强数字政府建设的指导意见": (["full", "suffix", "suffix"], True)},
    ),
    "a bare name outside of the cases is of none of their policies": (
        [
            "# 一、政策环境",
            "国务院公布《优化营商环境条例》。",
            "# 二、城市案例",
            "## 沈阳：放管服再提速",
            "沈阳依据《辽宁省优化营商环境条例》完善制度。",
            "## 深圳：秒批",
            "深圳施行《深圳经济特区优化营商环境条例》，率先立法。",
            "《条例》要求限时办结。",
            "# 三、展望",
            "清理与《条例》不一致的规定。",
        ],
        {
            "优化营商环境条例": (["full", "suffix"], True),
            "辽宁省优化营商环境条例": (["full"], True),
            "深圳经济特区优化营商环境条例": (["full", "suffix"], True),
        },
    ),
    "the serial of a number, before and after the title": (
        [
            "660号文首次提出全域数字化转型。",
            "《关于推进城市全域数字化转型的指导意见》（发改数据〔2024〕660号）印发。",
            "各地对照660号文件推进，第3号文件另行印发，12345号文库除外。",
        ],
        {"关于推进城市全域数字化转型的指导意见": (["number", "full", "number"], True)},
    ),
    "what everybody calls a policy, where the paper cites it": (
        [
            "“数据二十条”发布后，各地加快探索。",
            "《中共中央 国务院关于构建数据基础制度更好发挥数据要素作用的意见》提出三权分置。",
            "贵阳贯彻落实“数据二十条”，“个保法”也已施行。",
        ],
        {"中共中央 国务院关于构建数据基础制度更好发挥数据要素作用的意见": (["alias", "full", "alias"], True)},
    ),
    "the serial of two numbers": (
        ["国发〔2021〕7号《甲规划》和沪府发〔2020〕7号《乙规划》。", "7号文要求落实。"],
        {"甲规划": (["full"], True), "乙规划": (["full"], True)},
    ),
    "a bare name with two earlier titles that end so": (
        [f"{DEDA}和《“十四五”国家信息化规划》相继出台。", "《规划》提出要求。"],
        {
            "“十四五”数字经济发展规划": (["full"], True),
            "“十四五”国家信息化规划": (["full"], True),
            "规划": (["suffix"], False),
        },
    ),
    "a bare name with no earlier title": (["《行动计划》提出目标。"], {"行动计划": (["suffix"], False)}),
    "a defined short form holds although another title ends so": (
        [f"{DEDA}（以下简称《规划》）。《“十四五”国家信息化规划》也已发布。", "《规划》提出目标。"],
        {"“十四五”数字经济发展规划": (["full", "alias"], True), "“十四五”国家信息化规划": (["full"], True)},
    ),
    "a defined short form, right behind another title that ends so": (
        [f"国务院印发{DEDA}（以下简称《规划》）。", "成都市印发《成都市新型智慧城市规划》。《规划》要求加快建设。"],
        {
            "“十四五”数字经济发展规划": (["full"], True),
            "成都市新型智慧城市规划": (["full"], True),
            "规划": (["alias"], False),
        },
    ),
    "what a notice carries may be named shortly": (
        ["《国务院关于印发“十四五”数字经济发展规划的通知》下发。", "《规划》提出，《通知》要求落实。"],
        {"国务院关于印发“十四五”数字经济发展规划的通知": (["full", "suffix", "suffix"], True)},
    ),
    "two plans called 实施意见 are never one": (
        [
            "济南市人民政府印发《实施意见》（济政发〔2021〕3号）。",
            "成都市人民政府印发《实施意见》（成府发〔2021〕5号）。",
        ],
        {"实施意见": (["suffix"], False), "实施意见#2": (["suffix"], False)},
    ),
    "one title issued by two cities is two policies": (
        [
            "济南市人民政府印发《关于加快智慧城市建设的实施意见》。",
            "成都市人民政府印发《关于加快智慧城市建设的实施意见》。",
        ],
        {"关于加快智慧城市建设的实施意见": (["full"], True), "关于加快智慧城市建设的实施意见#2": (["full"], True)},
    ),
    "a number alone": (
        [f"{DEDA}（国发〔2021〕29号）发布。", "依据国发〔2021〕29号，各地加快落实。"],
        {"“十四五”数字经济发展规划": (["full", "number"], True)},
    ),
    "a number alone, before the title that it belongs to": (
        ["依据国发[2021]29号，各地加快落实。", f"{DEDA}（国发〔2021〕29号）发布。"],
        {"“十四五”数字经济发展规划": (["number", "full"], True)},
    ),
    "a number that no title has": (["按照国办发〔2018〕45号要求。"], {"国办发〔2018〕45号": (["number"], False)}),
    "该办法 where the genre agrees": (
        ["网信办发布《生成式人工智能服务管理暂行办法》。该办法第十七条明确了要求。"],
        {"生成式人工智能服务管理暂行办法": (["full", "anaphor"], True)},
    ),
    "该条例 where the genre picks one of two": (
        ["依据《数据安全管理办法》和《网络数据安全管理条例》。该条例自2025年起施行。"],
        {"数据安全管理办法": (["full"], True), "网络数据安全管理条例": (["full", "anaphor"], True)},
    ),
    "该条例 where no genre agrees": (
        ["依据《数据安全管理办法》。该条例另行制定。"],
        {"数据安全管理办法": (["full"], True)},
    ),
    "上述意见 in the next paragraph": (
        ["国务院印发《关于加强数字政府建设的指导意见》。", "上述意见提出了两个阶段目标。"],
        {"关于加强数字政府建设的指导意见": (["full", "anaphor"], True)},
    ),
    "上述办法 after two of them in one sentence": (
        ["依据《数据安全管理办法》和《数据出境安全评估办法》开展工作。上述办法明确了程序。"],
        {
            "数据安全管理办法": (["full"], True),
            "数据出境安全评估办法": (["full"], True),
            "上述办法": (["anaphor"], False),
        },
    ),
    "该方案 is no citation where none was named": (["该方案整合了多源数据，该规划局负责实施。"], {}),
    "本报告 and 本指南 are the paper itself": (
        ["《国家数据标准体系建设指南》发布。本指南从五个方面展开，本报告认为。"],
        {"国家数据标准体系建设指南": (["full"], True)},
    ),
    "laws with and without the State's name": (
        ["依据《个人信息保护法》。", "《中华人民共和国个人信息保护法》施行后，《个人信息保护法》执法加强。"],
        {"中华人民共和国个人信息保护法": (["full", "full", "full"], True)},
    ),
    "laws of two countries with one name": (
        ["我国《中华人民共和国个人信息保护法》出台。", "日本修订《个人信息保护法》。"],
        {"中华人民共和国个人信息保护法": (["full"], True), "个人信息保护法": (["full"], True)},
    ),
    "a law whose full name never comes": (["依据《刑法》处罚。《刑法》规定。"], {"刑法": (["full", "full"], True)}),
    "a title with and without its issuer": (
        [
            "国务院印发《关于加强数字政府建设的指导意见》。",
            "《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）",
        ],
        {"国务院关于加强数字政府建设的指导意见": (["full", "full"], True)},
    ),
    "a title with the issuers of two places": (
        [
            "《河南省人民政府办公厅关于加快推进新型智慧城市建设的指导意见》",
            "《郑州市人民政府关于加快推进新型智慧城市建设的指导意见》",
            "《关于加快推进新型智慧城市建设的指导意见》",
        ],
        {
            "河南省人民政府办公厅关于加快推进新型智慧城市建设的指导意见": (["full"], True),
            "郑州市人民政府关于加快推进新型智慧城市建设的指导意见": (["full"], True),
            "关于加快推进新型智慧城市建设的指导意见": (["full"], True),
        },
    ),
    "a title with and without its years": (
        ["《新型数据中心发展三年行动计划（2021-2023年）》发布。", "《新型数据中心发展三年行动计划》明确目标。"],
        {"新型数据中心发展三年行动计划（2021-2023年）": (["full", "full"], True)},
    ),
    "a draft is not the law": (
        ["《网络数据安全管理条例（征求意见稿）》曾公开征求意见。", "《网络数据安全管理条例》正式公布。"],
        {"网络数据安全管理条例（征求意见稿）": (["full"], True), "网络数据安全管理条例": (["full"], True)},
    ),
    "quotation marks and spaces make no other title": (
        ["《十四五数字经济发展规划》", DEDA, "《“十四五” 数字经济发展规划》"],
        {"十四五数字经济发展规划": (["full", "full", "full"], True)},
    ),
    "runs without separators": (
        ["依据《网络安全法》《数据安全法》《个人信息保护法》《生成式人工智能服务管理暂行办法》等。"],
        {t: (["full"], True) for t in ("网络安全法", "数据安全法", "个人信息保护法", "生成式人工智能服务管理暂行办法")},
    ),
    "a nested short form": (
        ["《关于印发〈智慧城市建设方案〉的通知》（以下简称《通知》）。", "《通知》要求，《方案》明确。"],
        {"关于印发〈智慧城市建设方案〉的通知": (["full", "alias", "suffix"], True)},
    ),
    "short forms of a bill": (
        ["《个人信息保护法》（下称“《个保法》”）落地，该法进一步细化规则。", "落入《个保法》的规定。"],
        {"个人信息保护法": (["full", "anaphor", "alias"], True)},
    ),
    "unclosed brackets spoil nothing": (
        ["依据《数据安全法的要求，结合《网络安全法》推进。", "根据个人信息保护法》处理。"],
        {"网络安全法": (["full"], True)},
    ),
    "a title cut by a page break": (
        ["#一、背景", "应当符合《生成式人工智能", "!1 参见《专家解读》，http://a.cn。", "服务管理暂行办法》的规定。"],
        {"生成式人工智能服务管理暂行办法": (["full"], True)},
    ),
}


CARD = [
    "#《关于推进城市全域数字化转型的指导意见》",
    "发改数据〔2024〕660号 国家发展改革委、国家数据局、财政部等部门",
    "“全领域推进城市数字化转型，全过程优化转型生态”",
    "#《国务院关于深入实施“人工智能+”行动的意见》",
    "国发〔2025〕11号",
    "“推动人工智能与经济社会深度融合”",
]


def test_number_issuers_and_quotation_below_a_title(make_reading):
    first, second = policies.find(make_reading(CARD))
    assert (first.document_number, first.issuers) == (
        "发改数据〔2024〕660号",
        ["国家发展改革委", "国家数据局", "财政部"],
    )
    assert (second.document_number, second.issuers) == ("国发〔2025〕11号", ["国务院"])
    assert [m.quoted for p in (first, second) for m in p.mentions if m.form == "full"] == [
        "全领域推进城市数字化转型，全过程优化转型生态",
        "推动人工智能与经济社会深度融合",
    ]
    assert [e.text for e in first.evidence][-1] == "发改数据〔2024〕660号"


@pytest.mark.parametrize("name", CASES)
def test_references(make_reading, name):
    lines, wanted = CASES[name]
    found: dict[str, tuple[list[str], bool]] = {}
    reading = make_reading(lines)
    case_studies.find(reading)
    for p in policies.find(reading):
        key = p.title if p.title not in found else f"{p.title}#2"
        found[key] = ([m.form for m in p.mentions], p.resolved)
    assert found == wanted
