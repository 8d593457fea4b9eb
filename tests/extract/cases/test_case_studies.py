"""Layouts in which papers tell what single places did, and some that only look so.

Lines: # heading (## deeper), * list item, @ caption, . contents, [ framed; anything else a paragraph.
Expected: (place, title, page text that the case must hold).
"""

import pytest
from grids import grid_of, reading_of, table

from extract.find.case_studies import find

TEXT = "近年来扎实推进数字化转型，建成一批应用场景，群众获得感不断增强。"
MORE = "同时健全数据治理制度，数据共享交换水平持续提升。"

LAYOUTS = {
    "headings that are only a numbered place": (
        ["#二、地方政策", "##（一）北京市", TEXT, "##（二）广东省", TEXT, "#三、小结", MORE],
        [("北京市", "（一）北京市"), ("广东省", "（二）广东省")],
    ),
    "place and title in one heading": (
        ["#一、成都：以场景驱动数字蓉城建设", TEXT, "#二、贵阳：数据要素先行先试", TEXT],
        [("成都市", "以场景驱动数字蓉城建设"), ("贵阳市", "数据要素先行先试")],
    ),
    "heading that runs on from the place": (
        ["#附录", "##郑州 着力构建新一代信息基础设施体系", TEXT, "##合肥 统筹推进城市全面数字化转型", TEXT],
        [("郑州市", "着力构建新一代信息基础设施体系"), ("合肥市", "统筹推进城市全面数字化转型")],
    ),
    "place on one line, title on the next": (
        ["#附录", "##郑州", "###着力构建新一代信息基础设施体系", TEXT, "##成都", "###以应用为导向唤醒城市新活力", TEXT],
        [("郑州市", "着力构建新一代信息基础设施体系"), ("成都市", "以应用为导向唤醒城市新活力")],
    ),
    "place alone, its title on a line that is no heading": (
        ["#优秀实践", "##南通", "江海门户的“一盘棋”治理路径", TEXT, MORE, "##绵阳", "以科技立市，跑出转型加速度", TEXT],
        [("南通市", "江海门户的“一盘棋”治理路径"), ("绵阳市", "以科技立市，跑出转型加速度")],
    ),
    "place alone, its title, and a sentence without its full stop, as on slides": (
        [
            "#优秀实践",
            "##深圳",
            "应急管理实时态势平台",
            "监测各区隐患点位、值守人员与物资储备，分街道、分社区实时更新统计数据",
            "##厦门",
            "健康码互认互通平台",
            TEXT,
        ],
        [("深圳市", "应急管理实时态势平台"), ("厦门市", "健康码互认互通平台")],
    ),
    "numbered items, each a place, a full stop, and what it did": (
        ["#地方进展", f"*（1）宁波市。{TEXT}", f"*（2）洛阳市。{TEXT}", f"*（3）数据安全。{TEXT}"],
        [("宁波市", None), ("洛阳市", None)],
    ),
    "paragraphs of a section, each opening with its place": (
        ["#能力对比", TEXT, f"宁波：{TEXT}", f"洛阳——{TEXT}", MORE],
        [("宁波市", None), ("洛阳市", None)],
    ),
    "bullets of office fonts": (
        ["#地方进展", f"*\uf0d8 宁波：{TEXT}", f"*❖ 洛阳——{TEXT}"],
        [("宁波市", None), ("洛阳市", None)],
    ),
    "place alone, its author, mark or lead-in under it": (
        [
            "#优秀实践",
            "##南通",
            "文/样例记者 张三",
            TEXT,
            "##绵阳",
            "综合得分：85.6",
            TEXT,
            "##泰州",
            "主要做法包括：",
            TEXT,
        ],
        [("南通市", None), ("绵阳市", None), ("泰州市", None)],
    ),
    "a field of work, then the place and what it did in it": (
        [
            "#城市创新场景",
            "##智慧政务：漳州市“一窗四端”服务",
            TEXT,
            "##智慧园区：样例产业园",
            TEXT,
            "##智慧交通：三明交警快处快赔",
            TEXT,
        ],
        [("漳州市", "智慧政务：漳州市“一窗四端”服务"), ("三明市", "智慧交通：三明交警快处快赔")],
    ),
    "places in brackets before their titles": (
        ["#四、各地有高招", "##【珠海】把窗口搬进园区", TEXT, "##〔西宁市〕高原上的机房", TEXT, "##【泰州】", TEXT],
        [("珠海市", "把窗口搬进园区"), ("西宁市", "高原上的机房"), ("泰州市", None)],
    ),
    "brackets that hold more than a place, or several": (
        ["#四、观察", "##【珠海日程】窗口怎么搬", TEXT, "##【珠海、中山】两城联手", TEXT, "##【数据】窗口搬迁", TEXT],
        [],
    ),
    "cases labelled by other words with a number": (
        [
            "#城市画像①漳州：水仙花里的数据",
            TEXT,
            "#城市画像② 三明：林票与碳票",
            TEXT,
            "#标杆实践03｜珠海：窗口搬家",
            TEXT,
        ],
        [("漳州市", "水仙花里的数据"), ("三明市", "林票与碳票"), ("珠海市", "窗口搬家")],
    ),
    "cases lettered by the heavenly stems": (
        ["#典型案例", "##案例甲 漳州：水仙花里的数据", TEXT, "##案例乙 三明：林票与碳票", TEXT],
        [("漳州市", "水仙花里的数据"), ("三明市", "林票与碳票")],
    ),
    "bullets with a dash": (
        ["#能力解码", "➤这些城市各有侧重。", "*➤ 济南——" + TEXT, "*➤ 无锡——" + TEXT, "#小结", MORE],
        [("济南市", None), ("无锡市", None)],
    ),
    "bullet titles under a city": (
        ["#四、交通出行", "##深圳", "*●智慧公交站+多功能灯杆", TEXT, "##上海", "*●智慧驻车平台", TEXT],
        [("深圳市", "智慧公交站+多功能灯杆"), ("上海市", "智慧驻车平台")],
    ),
    "two bullet titles under one city": (
        ["#交通", "##苏州", "*●智能斑马线系统", TEXT, "*●智慧驻车平台", MORE],
        [("苏州市", "智能斑马线系统"), ("苏州市", "智慧驻车平台")],
    ),
    "numbered cases": (
        ["#典型案例", "##案例一 杭州市：城市大脑让治理更聪明", TEXT, "##案例二 温州：一体化数据底座", TEXT],
        [("杭州市", "城市大脑让治理更聪明"), ("温州市", "一体化数据底座")],
    ),
    "bracketed case numbers": (
        ["#典型案例", "##【案例3】宁波：甬易办惠企直达", TEXT, "##【案例4】南京市玄武区“链”上服务", TEXT],
        [("宁波市", "甬易办惠企直达"), ("玄武区", "南京市玄武区“链”上服务")],
    ),
    "a case whose title names its place last": (
        ["#典型案例", "##典型案例1：基层治理“一网统管”（佛山市）", TEXT, "##典型案例2：数字乡村——浙江省德清县", TEXT],
        [("佛山市", "基层治理“一网统管”（佛山市）"), ("德清县", "数字乡村——浙江省德清县")],
    ),
    "a case whose place stands in its first sentence": (
        ["#典型案例", "##案例5 数据资产入表", "青岛市率先开展数据资产登记，" + TEXT, "##案例6 没有地方", TEXT],
        [("青岛市", "数据资产入表")],
    ),
    "cases in English numbering": (
        ["#Cases", "##Case 1 深圳：政务服务“秒批”", TEXT, "##Case 2 上海：两张网", TEXT],
        [("深圳市", "政务服务“秒批”"), ("上海市", "两张网")],
    ),
    "a frame in the middle of a chapter": (
        ["#第三章 治理", TEXT, "[专栏2 贵阳市“数治”探索", "[" + TEXT, MORE],
        [("贵阳市", "贵阳市“数治”探索")],
    ),
    "a frame whose label is a caption": (
        ["#第三章 治理", TEXT, "[@专栏1 贵阳市：数据要素先行先试", "[" + TEXT, "[" + MORE, MORE],
        [("贵阳市", "数据要素先行先试")],
    ),
    "place and title on headings of one level": (
        ["#城市篇", "##深圳", "##打造数字先锋城市", TEXT, "##西安", "##古都焕发活力", TEXT],
        [("深圳市", "打造数字先锋城市"), ("西安市", "古都焕发活力")],
    ),
    "provinces, districts and counties": (
        [
            "#地方实践",
            "##（一）浙江省",
            TEXT,
            "##（二）海淀区",
            TEXT,
            "##（三）昆山市",
            TEXT,
            "##（四）广西壮族自治区",
            TEXT,
        ],
        [
            ("浙江省", "（一）浙江省"),
            ("海淀区", "（二）海淀区"),
            ("昆山市", "（三）昆山市"),
            ("广西壮族自治区", "（四）广西壮族自治区"),
        ],
    ),
    "practice named after its place": (
        ["#实践", "##“一网统管”的上海实践", TEXT, "##数字孪生的长沙样本", TEXT],
        [("上海市", "“一网统管”的上海实践"), ("长沙市", "数字孪生的长沙样本")],
    ),
    "procedures of single places": (
        ["#附录", "##（一）北京市备案办理流程", TEXT, "##（二）上海市备案办理流程", TEXT],
        [("北京市", "（一）北京市备案办理流程"), ("上海市", "（二）上海市备案办理流程")],
    ),
    "numbered headings inside a profile": (
        ["#各地实践", "##一、重庆市", "###1. 建设背景", TEXT, "###2. 主要做法", MORE, "##二、武汉市", TEXT],
        [("重庆市", "一、重庆市"), ("武汉市", "二、武汉市")],
    ),
    "numbered cases told in one paragraph": (
        [
            "#案例",
            "案例一：杭州市“亲清在线”。" + TEXT,
            "案例二：无锡市“灵锡”。" + TEXT,
            "案例一和案例二表明，入口统一是关键。",
        ],
        [("杭州市", "“亲清在线”"), ("无锡市", "“灵锡”")],
    ),
    "decimal numbers": (
        ["#3 案例", "##3.1 厦门：信用+服务", TEXT, "##3.2 大连：软件名城", TEXT],
        [("厦门市", "信用+服务"), ("大连市", "软件名城")],
    ),
    "a label on one line, place and title on the next": (
        ["#东北样本", "案例一", "长春：汽车产业“智改数转”", TEXT, "案例二", "大庆：油城的数据账本", TEXT],
        [("长春市", "汽车产业“智改数转”"), ("大庆市", "油城的数据账本")],
    ),
    "label, place and title on three lines": (
        ["#样本", "##案例1", "##洛阳", "##古都的智慧新生", TEXT, "##案例2", "##襄阳", "##汉江流域的数据枢纽", TEXT],
        [("洛阳市", "古都的智慧新生"), ("襄阳市", "汉江流域的数据枢纽")],
    ),
    "a label on one line, a title that names its place last on the next": (
        ["#样本", "##CASE 01", "##一张图管全域的惠州实践", TEXT, "##CASE 02", "##泉州：晋江经验再出发", TEXT],
        [("惠州市", "一张图管全域的惠州实践"), ("泉州市", "晋江经验再出发")],
    ),
    "place and title in a box of their own, the text beside it": (
        ["[#漳州市", "[##水仙花里的数据", "###总体思路", TEXT, "###建设成效", TEXT, "#三明：林票与碳票", TEXT],
        [("漳州市", "水仙花里的数据"), ("三明市", "林票与碳票")],
    ),
    "a framed label over its title": (
        ["#第二章 进展", TEXT, "[专栏3", "[绵阳：科技城里的算力账", "[" + TEXT, MORE],
        [("绵阳市", "科技城里的算力账")],
    ),
    "framed text that opens with the place of the heading over it": (
        [
            "#典型实践",
            "##案例1 漳州：水仙花里的数据",
            "[漳州市" + TEXT,
            "[" + MORE,
            "##案例2 三明：林票与碳票",
            "[三明" + TEXT,
        ],
        [("漳州市", "水仙花里的数据"), ("三明市", "林票与碳票")],
    ),
    "words over cases that open themselves": (
        ["#他山之石", "城市案例", "[#【漳州】水仙花里的数据", "[" + TEXT, "[#【三明】林票与碳票", "[" + TEXT],
        [("漳州市", "水仙花里的数据"), ("三明市", "林票与碳票")],
    ),
    "paragraphs that open with a place in a section of cases": (
        ["#四、地方实践", "珠海：" + TEXT, MORE, "东莞：" + TEXT],
        [("珠海市", None), ("东莞市", None)],
    ),
}

NO_CASES = {
    "cards on the policies of places": [
        "# 各展所长的政策工具箱",
        "[上海",
        "[《关于人工智能的实施方案》",
        "[上海市人民政府办公厅印发，强化语料、算力、基金协同供给，并设立专项资金予以支持。",
    ],
    "cards each of which tells what a place's policy says": [
        "#地方政策：立法、规划多点开花",
        "[#合肥",
        "[合肥市人民政府印发《合肥市低空经济行动计划》，以场景开放为主线，列出重点任务，并设立专项资金予以支持。",
        "[#苏州",
        "[《苏州市低空经济实施方案》由苏州市人民政府办公室印发，提出建设一批起降点，并对企业购置设备给予补助。",
    ],
    "items that say where places stand": [
        "# 进步最快的城市",
        "*昆明市：较上年上升9个位次，升至第24位",
        "*绵阳市：较上年上升7个位次，升至第34位，进入前四十。",
    ],
    "one heading with a colon before its place": ["#数字政府：漳州一马当先", TEXT, "#数字经济：规模持续扩大", TEXT],
    "fields whose places are ranked": ["#数字政府：漳州位居榜首", TEXT, "#数字经济：三明排名第二", TEXT],
    "a label over a line that names two places": ["#样本", "案例一", "苏州与无锡的双城记", TEXT],
    "paragraphs that open with a place among rules": [
        "#三、支持政策",
        "常熟市：" + TEXT,
        "太仓市：" + TEXT,
    ],
    "short lines that open with a place in a section of cases": ["#实践亮点", "珠海：成效明显。", "东莞：进展较快。"],
    "a mention of cities": ["#总体情况", "北京、上海、深圳走在前列。" + TEXT],
    "a heading that lists places": ["#江苏、山东、广东城市上榜数量全国领先", TEXT, "#京津冀：协同发展", TEXT],
    "a heading that ranks": ["#深圳连续三年位居榜首", TEXT, "#广东省算力规模分指数", TEXT],
    "contents": [".目录", ".（一）北京市........7", ".（二）广东省........9"],
    "paragraphs with a label": ["#政策", "珠海市：对通过备案的算法，给予每个不超过2万元奖励。", "东莞市：设立模型券。"],
    "a list of scores": ["#得分", "*●北京：92.3分", "*●上海：91.0分"],
    "a policy as a heading": [
        "#图1",
        "##上海市人民政府关于加快推进数字化转型的意见",
        TEXT,
        "##深圳市数字经济条例",
        TEXT,
    ],
    "two places compared": ["#四、比较", "##北京—上海：双城对比", TEXT],
    "words about cases": ["#分析", "案例1和案例2表明，北京市的经验可以推广。", TEXT],
    "a university": ["#案例", "##北京大学：数字校园", TEXT],
    "a company of a place": ["#案例", "##上海数据集团有限公司：数据运营", TEXT],
    "bullets that go on about a place": ["#动态", "*●北京市出台数据条例，明确数据权益。", "*●上海成立数据交易所。"],
    "captions": ["#图", "@图10 北京市城市数字能力雷达图", TEXT],
    "a place without text": ["#附录", "##郑州", "##成都"],
    "two cities in one heading": ["#区域", "##成都、重庆：共建双城经济圈", TEXT],
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_of_cases(make_reading, name):
    lines, expected = LAYOUTS[name]
    found = find(make_reading(lines))
    assert [(c.city or c.place, c.title) for c in found] == expected


@pytest.mark.parametrize("name", NO_CASES)
def test_what_only_looks_like_a_case(make_reading, name):
    assert find(make_reading(NO_CASES[name])) == []


def test_a_case_holds_its_text_and_knows_its_section(make_reading):
    reading = make_reading(
        ["#附录", "##郑州", "###着力构建体系", TEXT, MORE, "##成都", TEXT, "#关于我们", "一家智库。"]
    )
    first, second = find(reading)
    assert first.text == f"{TEXT}\n{MORE}" and first.section == "附录"
    assert second.text == TEXT
    assert [c.place.name for c in (reading.case_at(3), reading.case_at(6))] == ["郑州市", "成都市"]
    assert reading.case_at(8) is None


def test_a_title_that_names_the_place_again_opens_no_second_case(make_reading):
    reading = make_reading(
        ["#附录", "##济南", "###探索创建“济南模式”", TEXT, "##青岛", "###六大方向绘制青岛蓝图", TEXT]
    )
    found = find(reading)
    assert [(c.city, c.title, c.section) for c in found] == [
        ("济南市", "探索创建“济南模式”", "附录"),
        ("青岛市", "六大方向绘制青岛蓝图", "附录"),
    ]


def test_a_table_after_a_case_belongs_to_it_only_if_it_names_the_place(make_reading):
    reading = make_reading(["#案例", "##苏州", TEXT, "@表1 苏州市政策文件", "##无锡", TEXT, "@表2 百强榜"])
    find(reading)
    assert [bool(reading.case_at(i)) for i in (3, 5, 6)] == [True, True, False]


def test_a_paragraph_that_sums_up_ends_the_last_case(make_reading):
    reading = make_reading(["#案例", "##苏州", TEXT, "##无锡", TEXT, "总体来看，各地差异明显。"])
    assert [c.text for c in find(reading)] == [TEXT, TEXT]
    assert reading.case_at(5) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("全国累计建成示范基地212家，带动就业350万人。", False),
        ("截至2022年底，全国已有208个城市上线公共数据平台。", False),
        ("南昌则把重点放在政务服务上，建成“赣服通”分厅。", False),
        ("全国首个城市级车联网先导区就设在这里。", True),
        ("我国最大的车联网先导区落户无锡，接入路口1200个。", True),
        ("江苏省将其经验推广到全省。", True),
        ("江阴市另建有县级平台。", True),
        ("市大数据局制定管理办法，明确各部门职责。", True),
    ],
)
def test_a_paragraph_about_the_country_or_another_place_ends_a_case(make_reading, text, own):
    reading = make_reading(["#案例", "##无锡", TEXT, text])
    find(reading)
    assert bool(reading.case_at(3)) == own


def test_a_case_in_a_frame_does_not_end_the_case_around_it(make_reading):
    reading = make_reading(["#一、杭州：数字之城", TEXT, "[专栏1 德清县：数字乡村", "[" + TEXT, MORE, "#二、小结"])
    assert [(c.city or c.place) for c in find(reading)] == ["杭州市", "德清县"]
    assert [reading.case_at(i).place.name for i in (1, 3, 4)] == ["杭州市", "德清县", "杭州市"]


def test_a_numbered_case_of_no_one_place_is_told(make_reading):
    reading = make_reading(["#案例", "##案例6 没有地方", TEXT])
    assert find(reading) == []
    assert reading.warnings == [
        "第1页“案例6 没有地方”像是案例，但认不出唯一的地方 (page 1: looks like a case, but of no one place)"
    ]


def test_counties_and_provinces_are_places_and_municipalities_are_cities(make_reading):
    found = find(make_reading(["#一、昆山市", TEXT, "#二、浙江省", TEXT, "#三、重庆市", TEXT]))
    assert [(c.city, c.place) for c in found] == [(None, "昆山市"), (None, "浙江省"), ("重庆市", None)]


ROWS = {
    "place, title and practice": (
        """
        城市 | 案例 | 主要做法
        绍兴 | 印染大脑 | 归集企业数据，能耗下降一成
        洛阳 | 古城数字孪生 | 建成三维底座，覆盖四个街区
        """,
        [("绍兴市", "印染大脑"), ("洛阳市", "古城数字孪生")],
    ),
    "a number first, no titles": (
        """
        序号 | 地区 | 典型经验
        1 | 绍兴 | 归集企业数据，能耗下降一成
        2 | 安吉县 | 乡村治理积分上链
        """,
        [("绍兴市", None), ("安吉县", None)],
    ),
    "province and city": (
        """
        省份 | 城市 | 项目名称 | 建设成效
        江苏 | 泰州 | 一企一码 | 服务企业10万家
        ^ | 宿迁 | 标注基地 | 就业8000人
        """,
        [("泰州市", "一企一码"), ("宿迁市", "标注基地")],
    ),
    "a place over two rows": (
        """
        代表城市 | 主题 | 创新举措
        泰州 | 一企一码 | 服务企业10万家
        ^ | 一键直达 | 政策推送2万次
        宿迁 | 标注基地 | 就业8000人
        """,
        [("泰州市", "一企一码"), ("泰州市", "一键直达"), ("宿迁市", "标注基地")],
    ),
    "policies": (
        """
        城市 | 政策名称 | 主要内容
        泰州 | 数据条例 | 明确权属
        宿迁 | 数字政府规划 | 明确目标
        """,
        [],
    ),
    "marks": (
        """
        城市 | 得分 | 特色
        泰州 | 81.2 | 产业
        宿迁 | 80.3 | 数据
        """,
        [],
    ),
    "companies": (
        """
        企业 | 案例 | 主要做法
        甲公司 | 工厂大脑 | 数据归集
        乙公司 | 供应链 | 协同排产
        """,
        [],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_cases_told_in_the_rows_of_a_table(name):

    text, expected = ROWS[name]
    reading = reading_of([grid_of(table(text), "城市案例速览")])
    found = find(reading)
    assert [(c.city or c.place, c.title) for c in found] == expected
    for record in found:
        assert record.text and record.evidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"绍兴 | {TEXT}\n洛阳 | {TEXT}", [("绍兴市", None), ("洛阳市", None)]),
        (f"绍兴 | 印染大脑 | {TEXT}\n洛阳 | 古城 | {TEXT}", [("绍兴市", "印染大脑"), ("洛阳市", "古城")]),
        (f"绍兴 | {TEXT}\n企业 | {TEXT}", []),
        ("绍兴 | 85.6\n洛阳 | 80.2", []),
        (f"绍兴 | {TEXT}\n绍兴 | {TEXT}", []),
    ],
)
def test_cases_in_a_table_without_headers(text, expected):
    grid = grid_of(table(text))
    grid.header_rows = 0
    assert [(c.city, c.title) for c in find(reading_of([grid]))] == expected


def test_a_cell_belongs_to_the_case_of_its_row():

    reading = reading_of([grid_of(table(ROWS["place, title and practice"][0]))])
    first, _ = find(reading)
    assert first.text == "归集企业数据，能耗下降一成"
    assert [c.place.name if (c := reading.case_at(i)) else None for i in (2, 5, 8)] == [None, "绍兴市", "洛阳市"]


def test_a_place_in_bold_opens_a_case_in_its_paragraph(make_reading):
    """**鄂尔多斯。**… and **宝鸡：工业强市**…; a word in bold in the middle of a paragraph opens none."""
    lines = ["#三、进展", "鄂尔多斯。" + TEXT, "宝鸡：工业强市。" + TEXT, "各地加快推进，宝鸡走在前列。" + TEXT]
    reading = make_reading(lines)
    for text, bold in zip(reading.texts[1:], ((0, 5), (0, 8), (7, 9)), strict=True):
        for char in text.chars[slice(*bold)]:
            char.bold = True
    assert [(c.city, c.title) for c in find(reading)] == [("鄂尔多斯市", None), ("宝鸡市", "工业强市")]


def test_districts_in_bold_under_their_city_are_parts_of_its_case(make_reading):
    reading = make_reading(["#地方动态", "##（一）郑州市", "中原区：" + TEXT, "二七区：" + TEXT])
    for text in reading.texts[2:]:
        for char in text.chars[:4]:
            char.bold = True
    assert [c.city for c in find(reading)] == ["郑州市"]
