"""Parts that words number: in the sentences behind the name, in paragraphs of their own, before it."""

from extract.find.frameworks import find


def parts_of(reading):
    return [(f.name, [c.name for c in f.components]) for f in find(reading)]


def test_paragraphs_that_are_numbered_tell_the_parts(make_reading):
    lines = [
        "陇南市围绕转型实施“三大行动”。",
        "一是实施设备更新行动。诊断企业3200家。",
        "二是实施产业大脑行动。建成大脑6个。",
        "三是实施生态优化行动。引育服务商126家。",
    ]
    assert parts_of(make_reading(lines)) == [("三大行动", ["设备更新行动", "产业大脑行动", "生态优化行动"])]


def test_steps_told_before_the_name(make_reading):
    text = (
        "第一步，2021年底前搭建平台；第二步，2022年接入系统；第三步，2023年覆盖全域。定西市按照这一“三步走”安排推进。"
    )
    assert parts_of(make_reading([text])) == [("三步走", ["搭建平台", "接入系统", "覆盖全域"])]


def test_steps_that_nothing_points_back_to(make_reading):
    text = "第一步，搭建平台；第二步，接入系统；第三步，覆盖全域。定西市印发“三项举措”方案。"
    assert all(not parts for _, parts in parts_of(make_reading([text])))


def test_lines_that_are_one_each(make_reading):
    lines = ["#平凉市“三个一”成果", "一个城市门户", "一批多跨场景", "一支运营队伍"]
    assert parts_of(make_reading(lines)) == [("三个一", ["一个城市门户", "一批多跨场景", "一支运营队伍"])]
