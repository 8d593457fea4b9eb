"""Whether a text layer can be trusted: per page, and for the paper."""

from collections.abc import Callable

import pytest

from extract.layout import layer_of, layer_warnings
from extract.layout.layer import is_garbled
from extract.model import Char, Laid, Line, Page, Shape
from schema.document import TextLayer

Lay = Callable[[str], list[Laid]]


def chars(text: str) -> list[Char]:
    return [Char(c, 0, 0, 10, 10, 1, 10, "F", False, 0, 9) for c in text]


SOUND = [
    "数字经济已成为推动城市高质量发展的重要引擎，同比增长16.2%。" * 5,
    "北京市 上海市 深圳市 广州市 杭州市 青岛市 重庆市 天津市 成都市 苏州市 武汉市 南京市 西安市 " * 3,
    "The smart city index ranks one hundred cities by five dimensions of digital development. " * 4,
    "第一章 总则",
    "............................................................. 12",
    "● ● ● ■ ■ ■",
    "图1",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 " * 4,
    "https://www.example.gov.cn/2023-07/13/c_1690898363806525.htm",
    "鄂尔多斯市 呼和浩特市 乌鲁木齐市",
]
GARBLED = [
    "\ufffd" * 60,
    "锘挎垜浠鐨勬暟瀛楃粡娴庡彂灞曟姤鍛婂寘鍚簡寰堝鍐呭" * 5,
    "ÖÐ¹ú³ÇÊÐÊý×Ö»¯×ªÐÍ°×Æ¤Êé" * 8,
    "\uf0e1\ue123\ue456\ue789\ue234" * 20,
    "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~" * 5,
    "XKQZ WVBN TRPL KJHG FDSP QWRT YPSD FGHJ KLZX CVBN " * 8,
    "\x01\x02\x03\x04\x05\x06" * 10,
]


@pytest.mark.parametrize("text", SOUND)
def test_sound(text: str) -> None:
    assert not is_garbled(chars(text))


@pytest.mark.parametrize("text", GARBLED)
def test_garbled(text: str) -> None:
    assert is_garbled(chars(text))


def laid(layer: str, number: int) -> Laid:
    """S a page of text, B a blank one, M a picture without text, G a garbled one."""
    layers: dict[str, TextLayer] = {"S": "sound", "B": "sound", "M": "missing", "G": "garbled"}
    lines = [Line("正文", [], (0, 0, 9, 9), number, 10.0)] if layer == "S" else []
    return Laid(Page(number, 600, 800, [], [], layers[layer]), lines)


PAPERS: list[tuple[str, TextLayer]] = [
    ("SSSS", "sound"),
    ("MMMM", "missing"),
    ("GGGG", "garbled"),
    ("MSSSSSSM", "sound"),
    ("MSSSMSSSSSSSSSSSSSSM", "sound"),
    ("SBSSBS", "sound"),
    ("SSSSGSSS", "mixed"),
    ("SSMMMMSS", "mixed"),
    ("SMMMMM", "mixed"),
    ("MMMMGG", "garbled"),
    ("BMMMM", "missing"),
]


@pytest.mark.parametrize(("pages", "expected"), PAPERS)
def test_of_the_paper(pages: str, expected: TextLayer) -> None:
    assert layer_of([laid(layer, i + 1) for i, layer in enumerate(pages)]) == expected


def test_one_warning_for_a_run_of_pages() -> None:
    found = list(layer_warnings([laid(layer, i + 1) for i, layer in enumerate("SMMMSG")]))
    assert [w.split("页")[0] for w in found] == ["第2—4", "第6"]
    assert "没有文字层" in found[0] and "pages 2-4" in found[0]
    assert "乱码" in found[1]


def test_page_that_is_a_picture() -> None:
    from extract.layout import lay_out

    text = [
        Char(c, 50 + 10 * i, 100, 60 + 10 * i, 110, 1, 10, "F", False, 0, 109) for i, c in enumerate("第一章总则概述")
    ]
    picture = Shape("image", 0, 0, 600, 800)
    full, empty, blank = (Page(1, 600, 800, c, s) for c, s in ((text, [picture]), ([], [picture]), ([], [])))
    assert [p.page.text_layer for p in lay_out([full])] == ["sound"]
    assert [p.page.text_layer for p in lay_out([empty])] == ["missing"]
    assert [p.page.text_layer for p in lay_out([blank])] == ["sound"]


def test_text_on_its_side_is_read(lay: Lay) -> None:
    (page,) = lay(
        "#rotate(-90deg, reflow: true)[这一行文字侧排，说明各地的做法。]\n\n#rotate(90deg, reflow: true)[这一行朝另一边。]"
    )
    assert [x.text for x in page.turned] == ["这一行文字侧排，说明各地的做法。", "这一行朝另一边。"]
