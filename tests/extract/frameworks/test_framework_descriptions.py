"""What is said of each part comes with it, also where a heading names the framework first."""

from extract.find import case_studies, frameworks

PAPER = [
    "# 岳阳：以数据赋能构建“三个一”发展模式",
    "岳阳构建了“一体统领、一网通办、一键直达”的“三个一”发展模式。一是建设运行中心，打造“一体统领”新平台；"
    "二是推进“一件事一次办”改革，完善“一网通办”改革模式；三是搭建便民平台，通过“一键直达”激活发展。",
]


def test_descriptions_where_a_heading_names_it_first(make_reading):
    reading = make_reading(PAPER)
    case_studies.find(reading)
    (found,) = frameworks.find(reading)
    assert [(c.name, c.description) for c in found.components] == [
        ("一体统领", "建设运行中心，打造“一体统领”新平台"),
        ("一网通办", "推进“一件事一次办”改革，完善“一网通办”改革模式"),
        ("一键直达", "搭建便民平台，通过“一键直达”激活发展"),
    ]
