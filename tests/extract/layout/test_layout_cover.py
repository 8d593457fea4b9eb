"""Title, publisher, year and date as covers print them."""

from collections.abc import Callable

import pytest

from extract.layout import read_cover
from extract.layout.dates import date_of
from extract.model import Char, Laid, Run

Lay = Callable[[str], list[Laid]]

BODY = "#pagebreak()\n" + "这里是正文，说明各地的做法如何，共有三个方面，其中第一个方面最为重要。" * 12


def lines(*sized: tuple[int, str]) -> str:
    return "#align(center)[" + "\n\n".join(f"#text({size}pt)[{text}]" for size, text in sized) + "]\n" + BODY


COVERS = {
    "plain": (
        lines((30, "中国算力发展指数白皮书"), (16, "中国信息通信研究院"), (14, "2021年9月")),
        ("中国算力发展指数白皮书", "中国信息通信研究院", 2021, "2021-09"),
    ),
    "year over the title": (
        lines((44, "2021"), (26, "中国城市数字化转型 白皮书"), (10, "City Digital Top100"), (10, "赛迪顾问股份有限公司")),
        ("2021中国城市数字化转型白皮书", "赛迪顾问股份有限公司", 2021, None),
    ),
    "year for show over a title that has it": (
        lines((60, "2023"), (40, "2023中国城市数字活力指数报告"), (16, "发布单位：样例传媒集团")),
        ("2023中国城市数字活力指数报告", "样例传媒集团", 2023, None),
    ),
    "team over its institute": (
        lines((30, "中国城市数字治理发展报告"), (18, "城市数字治理指数课题组 #v(60pt)"), (16, "样例社会科学院"), (14, "2024年11月")),
        ("中国城市数字治理发展报告", "样例社会科学院", 2024, "2024-11"),
    ),
    "title over two lines": (
        lines((28, "面向人工智能“新基建”的"), (28, "知识图谱行业白皮书"), (14, "国家重点实验室&艾瑞咨询联合发布"), (14, "2020年")),
        ("面向人工智能“新基建”的知识图谱行业白皮书", "国家重点实验室&艾瑞咨询", 2020, "2020"),
    ),
    "year in brackets under it": (
        lines((28, "中国数字政府发展研究报告"), (20, "（2021年）"), (14, "编制单位：清华大学数据治理研究中心"), (14, "二〇二一年十一月")),
        ("中国数字政府发展研究报告（2021年）", "清华大学数据治理研究中心", 2021, "2021-11"),
    ),
    "genre in smaller type": (
        lines((36, "中国智慧城市长效运营"), (20, "研究报告"), (12, "发布单位：国家信息中心"), (12, "2021.08")),
        ("中国智慧城市长效运营研究报告", "国家信息中心", 2021, "2021-08"),
    ),
    "publisher and date on one line": (
        lines((30, "2025样例智慧城市产业发展报告"), (14, "样例产业研究院 ｜ 2025年9月")),
        ("2025样例智慧城市产业发展报告", "样例产业研究院", 2025, "2025-09"),
    ),
    "date, place and publisher on one line": (
        lines((30, "样例智慧城市产业发展报告"), (14, "2025年9月 · 北京 · 样例大学城市研究中心")),
        ("样例智慧城市产业发展报告", "样例大学城市研究中心", 2025, "2025-09"),
    ),
    "two publishers": (
        lines((30, "数字中国指数报告（2019）"), (14, "腾讯研究院"), (14, "华信咨询研究院"), (14, "2019年5月")),
        ("数字中国指数报告（2019）", "腾讯研究院、华信咨询研究院", 2019, "2019-05"),
    ),
    "edition before its publication": (
        lines((30, "2020年中国城市营商环境报告"), (14, "样例研究院"), (14, "2021年3月")),
        ("2020年中国城市营商环境报告", "样例研究院", 2020, "2021-03"),
    ),
    "no publisher": (
        lines((30, "生成式人工智能服务合规备案指南"), (20, "（2026年）"), (12, "2026年1月"), (12, "中国•北京")),
        ("生成式人工智能服务合规备案指南（2026年）", None, 2026, "2026-01"),
    ),
    "helpers are no publishers": (
        lines((30, "城市大脑发展白皮书"), (12, "指导单位：中国科学院大学"), (12, "编写单位：样例城市大脑研究院"), (12, "支持单位：样例集团"), (12, "2022年1月")),
        ("城市大脑发展白皮书", "样例城市大脑研究院", 2022, "2022-01"),
    ),
    "a society of another kind": (
        lines((28, "2022样例县域数字经济"), (28, "竞争力研究报告"), (16, "（三省县域篇）"), (18, "样例县域经济发展促进会"), (16, "二〇二二年十二月")),
        ("2022样例县域数字经济竞争力研究报告", "样例县域经济发展促进会", 2022, "2022-12"),
    ),
    "journal's name over the title": (
        lines((48, "城市数据"), (10, "2024年第10期·特刊"), (26, "2024中国城市公共数据"), (26, "开放利用观察报告"), (12, "城市数据周刊社 出品"), (12, "2024年10月")),
        ("2024中国城市公共数据开放利用观察报告", "城市数据周刊社", 2024, "2024-10"),
    ),
    "a long line with the number of the issue": (
        lines((28, "样商周刊"), (10, "URBAN BUSINESS WEEKLY　2024年第46期　总第812期　年度特刊"), (40, "2024中国城市"), (40, "营商环境榜"), (11, "样商周刊社 出品"), (11, "2024年12月")),
        ("2024中国城市营商环境榜", "样商周刊社", 2024, "2024-12"),
    ),
    "journal's name with its number": (
        lines((44, "数字治理评论"), (10, "总第128期"), (24, "中国数字政府发展报告2023"), (12, "样例研究院"), (12, "2023年6月")),
        ("中国数字政府发展报告2023", "样例研究院", 2023, "2023-06"),
    ),
    "publisher by the notice of copyright": (
        lines((30, "城市数字化蓝皮书"), (12, "2022年1月")) + "#pagebreak()\n#text(16pt)[版权声明]\n\n本蓝皮书版权属于样例信息中心，并受法律保护。",
        ("城市数字化蓝皮书", "样例信息中心", 2022, "2022-01"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", COVERS)
def test_cover(lay: Lay, name: str) -> None:
    source, expected = COVERS[name]
    found = read_cover(lay(source))
    assert (found.title, found.publisher, found.year, found.published) == expected
    assert {e.how for e in found.evidence} >= {"title"}
    assert all(e.page < 4 and e.text for e in found.evidence)


def test_publisher_by_the_notice_on_the_last_page(lay: Lay) -> None:
    text = "这里是正文，说明各地的做法如何，共有三个方面，其中第一个方面最为重要。"
    notice = "版权声明\n\n本报告版权归样例智库中国所有，未经许可，请勿擅用。"
    found = read_cover(lay("#pagebreak()\n".join([text] * 8) + f"#pagebreak()\n{notice}"))
    assert found.publisher == "样例智库中国"
    assert [e.page for e in found.evidence if e.how == "publisher"] == [9]


def test_first_heading_is_no_title(lay: Lay) -> None:
    text = "这里是正文，说明各地的做法如何，共有三个方面，其中第一个方面最为重要。"
    found = read_cover(lay(f"#show heading: set text(18pt)\n= 一、总体情况\n{text}\n= 二、结论\n{text}"))
    assert (found.title, found.publisher, found.year) == (None, None, None)


def test_no_pages() -> None:
    assert read_cover([]).title is None


DATES = [
    ("2021年10月", "2021-10"),
    ("2021 年 9 月 1 日", "2021-09-01"),
    ("二〇二一年九月", "2021-09"),
    ("二○二二年十二月", "2022-12"),
    ("2021.09", "2021-09"),
    ("2021-10-15", "2021-10-15"),
    ("October 2021", "2021-10"),
    ("2020年", "2020"),
    ("2021年10月8日发布", "2021-10-08"),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: str) -> None:
    kept: list[Char | None] = [None] * len(text)
    found = date_of(Run(text, kept))
    assert found is not None and found[0] == expected


@pytest.mark.parametrize("text", ["No.202110", "V1.0", "第二十一届", "2021"])
def test_no_dates(text: str) -> None:
    assert date_of(Run(text, [None] * len(text))) is None
