"""Titles of cases set over several lines or in a magazine's way, and lines that only look so.

Lines: # heading (## deeper), * list item, [ framed; anything else a paragraph. Expected: (place, title).
"""

import pytest

from extract.find.case_studies import find
from extract.find.case_studies.continued import CONTINUED
from extract.model import Char

TEXT = "近年来扎实推进数字化转型，建成一批应用场景，群众获得感不断增强。"
MORE = "同时健全数据治理制度，数据共享交换水平持续提升。"
STORY = [("沈阳市", "凌晨三点，机床亮着灯"), ("大连市", "海港换了一颗“大脑”")]


def stories(kicker: str) -> list[str]:
    """Two stories, each a kicker in small print, a headline without a place, and text."""
    told = [("沈阳", "凌晨三点，机床亮着灯"), ("大连", "海港换了一颗“大脑”")]
    return ["#专题", *(line for p, title in told for line in (kicker.format(p), f"##{title}", TEXT, MORE))]


KICKERS = [
    "城市故事·{}", "案例·{}", "样本：{}", "城市观察｜{}", "{}故事", "特写 / {}", "走进{}", "样本观察：{}", "{} · 城市故事",
    "实践案例—{}", "故事 | {}市", "城市封面｜{}", "【城市样本】{}", "{}样本 01",
]  # fmt: skip


@pytest.mark.parametrize("kicker", KICKERS)
def test_a_kicker_says_whose_story_the_headline_under_it_tells(make_reading, kicker):
    found = find(make_reading(stories(kicker)))
    assert [(c.city, c.title) for c in found] == STORY
    assert all(c.text == f"{TEXT}\n{MORE}" for c in found)


@pytest.mark.parametrize("line", ["数据来源·{}", "对标{}", "走进{}、上海", "研究·{}", "走进{}机床集团", "图说·{}"])
def test_other_lines_over_a_headline_are_no_kickers(make_reading, line):
    assert find(make_reading(stories(line))) == []


HEADINGS = {
    "走进珠海：把窗口搬进园区": ("珠海市", "把窗口搬进园区"),
    "样本｜珠海：把窗口搬进园区": ("珠海市", "把窗口搬进园区"),
    "【城市故事·珠海】把窗口搬进园区": ("珠海市", "把窗口搬进园区"),
    "【珠海·把窗口搬进园区】": ("珠海市", "把窗口搬进园区"),
    "珠海经验：把窗口搬进园区": ("珠海市", "珠海经验：把窗口搬进园区"),
    "把窗口搬进园区丨珠海": ("珠海市", "把窗口搬进园区丨珠海"),
    "广东·珠海：把窗口搬进园区": ("珠海市", "把窗口搬进园区"),
    "深圳·南山区：把窗口搬进园区": ("南山区", "把窗口搬进园区"),
    "成都高新区：把窗口搬进园区": ("成都市", "把窗口搬进园区"),
    "武汉东湖高新区：把窗口搬进园区": ("武汉市", "把窗口搬进园区"),
    "贵安新区：把窗口搬进园区": ("贵阳市", "把窗口搬进园区"),
    "四川天府新区 把窗口搬进园区": ("成都市", "把窗口搬进园区"),
    "雄安新区：把窗口搬进园区": ("雄安新区", "把窗口搬进园区"),
    "02大连：把窗口搬进园区": ("大连市", "把窗口搬进园区"),
    "珠海：排名上升最快": None,
    "珠海市文化广电和旅游局": None,
    "珠海市数据局：统筹数据资源": None,
    "苏州工业园区管委会": None,
    "沈阳经济区协同发展": None,
    "与珠海比较": None,
    "北上广及周边省份地区算力规模指数较高": None,
    "让珠海更“聪明”": None,
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_in_a_section_that_is_not_about_cases(make_reading, heading):
    found = find(make_reading(["#三、主要发现", f"##{heading}", TEXT, "##数据底座仍需夯实", MORE]))
    wanted = HEADINGS[heading]
    assert [(c.city or c.place, c.title) for c in found] == ([wanted] if wanted else [])


SECTIONS = {
    "headings that name one place each": (
        ["##让珠海更“聪明”", TEXT, "##老工业基地焕新：鞍山这样做", TEXT, "##小结", MORE],
        ["珠海市", "鞍山市"],
    ),
    "the same place twice": (["##让珠海更“聪明”", TEXT, "##再看珠海怎么做", TEXT], []),
    "most of them name no place": (["##数据底座", TEXT, "##为民服务", TEXT, "##让珠海更“聪明”", TEXT], []),
    "organs, companies and ranks": (
        [
            "##借鉴珠海的路子",
            TEXT,
            "##一批鞍山集团：上云",
            TEXT,
            "##再到珠海市数据局",
            TEXT,
            "##今年鞍山位居榜首",
            TEXT,
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_headings_of_a_section_of_cases(make_reading, name):
    lines, wanted = SECTIONS[name]
    assert [c.city for c in find(make_reading(["#四、城市案例", *lines]))] == wanted


BELOW = {
    "——以珠海市为例": "珠海市",
    "——珠海市的探索": "珠海市",
    "申报单位：珠海市数据资源管理局": "珠海市",
    "所在城市：珠海": "珠海市",
    "（报送单位：珠海市政务服务局）": "珠海市",
    "珠海市 · 政务服务 · 2022年": "珠海市",
    "珠海 | 中山 | 江门": None,
    "珠海": None,
    "申报单位：珠海某某科技有限公司": None,
    "——珠海市数据局局长张某": None,
    "——以珠海、中山为例": None,
    "数据来源：珠海市统计局": None,
}


@pytest.mark.parametrize("line", BELOW)
def test_a_line_under_a_title_says_whose_case_it_is(make_reading, line):
    found = find(make_reading(["#三、观察", "##把窗口搬进园区", line, TEXT]))
    wanted = [(BELOW[line], "把窗口搬进园区", f"{line}\n{TEXT}")] if BELOW[line] else []
    assert [(c.city, c.title, c.text) for c in found] == wanted


def test_places_that_stand_alone_under_titles_where_two_titles_have_one(make_reading):
    lines = [
        "#观察",
        "##把窗口搬进园区",
        "◎ 珠海",
        TEXT,
        "##钢城上云",
        "◎ 鞍山",
        TEXT,
        "##东部",
        "上海",
        TEXT,
        "南京",
        TEXT,
    ]
    assert [(c.city, c.title) for c in find(make_reading(lines))] == [
        ("珠海市", "把窗口搬进园区"),
        ("鞍山市", "钢城上云"),
    ]


def test_bars_of_cards_under_a_chapter_are_no_places_of_it(make_reading):
    lines = ["#特色城市", "[珠海市", "[##把窗口搬进园区", "[" + TEXT, "#进步城市", "[鞍山市", "[##钢城上云", "[" + TEXT]
    found = find(make_reading(lines))
    assert [(c.city, c.title) for c in found] == [("珠海市", "把窗口搬进园区"), ("鞍山市", "钢城上云")]


def test_cases_set_as_fields(make_reading):
    lines = [
        "#案例集",
        "案例名称：把窗口搬进园区",
        "所在城市：珠海",
        "应用领域：政务",
        TEXT,
        "案例名称：上云",
        "申报单位：鞍山市数据局",
        TEXT,
    ]
    reading = make_reading(lines)
    assert [(c.city, c.title) for c in find(reading)] == [("珠海市", "把窗口搬进园区"), ("鞍山市", "上云")]
    assert [(c.first, c.last) for c in reading.cases] == [(5, 7), (1, 4)]


def test_a_strip_with_a_label_and_the_place_over_the_title(make_reading):
    found = find(make_reading(["典型案例", "珠海", "#把窗口搬进园区", TEXT, "典型案例", "鞍山", "#钢城上云", TEXT]))
    assert [(c.city, c.title) for c in found] == [("珠海市", "把窗口搬进园区"), ("鞍山市", "钢城上云")]


def test_a_chapter_of_cases_is_not_the_first_of_them(make_reading):
    reading = make_reading(["#典型案例", "##珠海", TEXT, "##鞍山", TEXT])
    assert [c.city for c in find(reading)] == ["珠海市", "鞍山市"]
    assert reading.case_at(0) is None


ITEMS = {
    "● 珠海 把窗口搬进园区": ("珠海市", "把窗口搬进园区"),
    "（1）珠海模式。" + TEXT: ("珠海市", None),
    "1.珠海：把窗口搬进园区": ("珠海市", "把窗口搬进园区"),
    "● 珠海 中山 江门": None,
}


@pytest.mark.parametrize("item", ITEMS)
def test_items_over_a_paragraph_of_their_own(make_reading, item):
    found = find(make_reading(["#观察", f"*{item}", TEXT]))
    assert [(c.city, c.title) for c in found] == ([ITEMS[item]] if ITEMS[item] else [])


def test_cards_of_marks_and_ranks_tell_no_case(make_reading):
    lines = ["#排名", "[##珠海", "[综合得分80.5", "[排名 第3", "#观察", "[##鞍山", "[综合得分80.5", "[" + TEXT]
    assert [c.city for c in find(make_reading(lines))] == ["鞍山市"]


def test_a_card_whose_bar_is_the_place_with_the_title_under_it(make_reading):
    lines = ["#特色城市", "[珠海市", "[##赛事引流，活水养鱼", "[" + TEXT, "[" + MORE, "#小结", MORE]
    [found] = find(make_reading(lines))
    assert (found.city, found.title, found.text) == ("珠海市", "赛事引流，活水养鱼", f"{TEXT}\n{MORE}")


def test_cards_headed_by_the_organs_that_issued_them_are_no_cases(make_reading):
    lines = ["#支持政策", "[苏州市文化广电和旅游局", "[##关于加快智慧旅游发展的意见", "[" + TEXT]
    assert find(make_reading(lines)) == []


def move(chars: list[Char], x0: float, top: float) -> None:
    for i, c in enumerate(chars):
        c.x0, c.x1, c.top, c.bottom = x0 + 10 * i, x0 + 10 * i + 10, top, top + 10


def test_a_badge_on_the_line_of_a_title_is_its_place(make_reading):
    """[珠海] 把窗口搬进园区: the layout may have the badge after the title."""
    reading = make_reading(["#观察", "##把窗口搬进园区", "珠海", TEXT])
    move(reading.texts[1].chars, 100, 20)
    move(reading.texts[2].chars, 50, 21)
    assert [(c.city, c.title) for c in find(reading)] == [("珠海市", "把窗口搬进园区")]
    apart = make_reading(["#观察", "##把窗口搬进园区", "珠海", TEXT])
    assert find(apart) == []


def test_a_place_down_the_left_of_a_frame_opens_all_of_it(make_reading):
    reading = make_reading(["#观察", "[##把窗口搬进园区", "[" + TEXT, "[#珠海", "[" + MORE, "#小结", MORE])
    move(reading.texts[3].chars, 20, 60)
    [found] = find(reading)
    assert (found.city, found.title) == ("珠海市", "把窗口搬进园区")
    assert TEXT in found.text and MORE in found.text and reading.case_at(5) is None


def test_a_profile_between_a_place_and_its_title(make_reading):
    lines = ["#城市名片", "##珠海", "综合得分：80.5 | 排名：3", "###把窗口搬进园区", TEXT]
    assert [(c.city, c.title) for c in find(make_reading(lines))] == [("珠海市", "把窗口搬进园区")]


def test_a_place_with_its_name_in_latin_letters(make_reading):
    lines = ["#城市名片", "##珠海 ZHUHAI", "##把窗口搬进园区", TEXT]
    assert [(c.city, c.title) for c in find(make_reading(lines))] == [("珠海市", "把窗口搬进园区")]


def test_a_case_ends_where_the_chapters_count_on_however_large_its_title(make_reading):
    reading = make_reading(
        ["#三、案例", "#珠海：把窗口搬进园区", "##一、背景", TEXT, "##二、做法", MORE, "##四、建议", MORE]
    )
    find(reading)
    assert [(c.place.name, c.last) for c in reading.cases] == [("珠海市", 5)]


def test_a_case_told_in_paragraphs_after_its_place_in_bold(make_reading):
    """The last case of a section has no more paragraphs than the longest before it."""
    lines = [
        "#案例",
        "珠海：把窗口搬进园区。" + TEXT,
        MORE,
        "鞍山：钢城上云。" + TEXT,
        MORE,
        "总的看法另有一段。" + MORE,
    ]
    reading = make_reading(lines)
    for i in (1, 3):
        for char in reading.texts[i].chars[:3]:
            char.bold = True
    find(reading)
    assert [(c.place.name, c.first, c.last) for c in reading.cases] == [("珠海市", 1, 2), ("鞍山市", 3, 4)]


def test_a_case_goes_on_over_the_next_slide(make_reading):
    lines = ["#苏州：古城里的数字孪生", TEXT, "#苏州：古城里的数字孪生（续）", MORE, "#苏州：另一件事", TEXT]
    reading = make_reading(lines)
    for text in reading.texts[2:]:
        for char in text.chars:
            char.page = 2
    found = find(reading)
    assert [(c.title, c.page_to) for c in found] == [("古城里的数字孪生", 2), ("另一件事", 2)]
    assert found[0].text == f"{TEXT}\n苏州：古城里的数字孪生（续）\n{MORE}"


@pytest.mark.parametrize("end", ["（续）", "（1/2）", "(续一)", "（下）", " 续", "（二）"])
def test_words_that_say_that_a_title_goes_on(end):
    assert CONTINUED.search("苏州：古城里的数字孪生" + end)
