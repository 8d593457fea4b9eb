"""Platforms named in tables: columns of places and of platforms side by side."""

import pytest

from extract.find.platforms import find
from extract.model import Cell, Char, Grid
from extract.paper import with_cells

TABLES = {
    "a city a row": (
        """城市 | 平台名称 | 上线时间
        武汉市 | 武汉航空货运信息平台 | 2022年4月
        西安市 | 西安港班列智慧调度系统 | 2021年9月""",
        [("武汉市", "武汉航空货运信息平台", "平台"), ("西安市", "西安港班列智慧调度系统", "系统")],
    ),
    "several in a cell, and names that no word tells": (
        """地区 | 政务服务平台
        浙江 | 浙里办、浙政钉
        苏州 | 苏周到""",
        [("浙江省", "浙里办", "平台"), ("浙江省", "浙政钉", "平台"), ("苏州市", "苏周到", "平台")],
    ),
    "who runs it beside": (
        """城市 | 运营主体 | 运营平台 | 启动时间
        襄阳 | 襄阳数据集团 | 襄数公共数据运营平台 | 2023年
        宜昌 | 宜昌城市运营公司 | 宜数授权运营平台 | 2024年""",
        [("襄阳市", "襄数公共数据运营平台", "平台"), ("宜昌市", "宜数授权运营平台", "平台")],
    ),
    "how far it is": ("城市 | 统一平台\n苏州 | 已上线\n无锡 | 在建\n常州 | 未建成", []),
    "whose it is": ("城市 | 所属平台\n苏州 | 工业互联网平台", []),
    "nothing in a cell": ("城市 | 平台名称\n苏州 | —\n无锡 | 无", []),
    "a sentence": ("城市 | 平台\n苏州 | 已建成平台，接入部门40个。", []),
    "how many": ("城市 | 平台数量\n苏州 | 12\n无锡 | 9", []),
    "no column of places": ("序号 | 平台名称\n1 | 工业互联网平台", []),
    "a row of no one place": ("城市 | 平台名称\n各地 | 政务服务平台", []),
}


def cell(text: str, row: int, column: int) -> Cell:
    x, y = 50.0 + 120 * column, 60.0 + 20 * row
    chars = [Char(c, x + 9 * i, y, x + 9 * i + 9, y + 9, 1, 9, "Song", False, 0, y + 8) for i, c in enumerate(text)]
    return Cell(text, list(chars), (x, y, x + 120, y + 20))


@pytest.mark.parametrize("name", TABLES)
def test_platforms_of_tables(make_reading, name):
    text, wanted = TABLES[name]
    rows = [[cell(c.strip(), i, k) for k, c in enumerate(line.split("|"))] for i, line in enumerate(text.splitlines())]
    reading = make_reading([])
    reading.grids.append(Grid(rows, [(1, (50, 60, 500, 200))], header_rows=1))
    reading.texts = with_cells(reading.passages, reading.grids)
    found = find(reading)
    assert [(p.city or p.place, p.name, p.kind) for p in found] == wanted
