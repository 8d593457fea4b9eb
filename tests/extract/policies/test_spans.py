"""Book brackets by depth, and the families of document numbers."""

import pytest

from extract.nlp import pipeline
from extract.spans.document_numbers import numbers_in
from extract.spans.titles import brackets, inner

TITLES = [
    ("《A》《B》和《C》", ["《A》", "《B》", "《C》"]),
    ("《关于印发〈方案〉的通知》", ["《关于印发〈方案〉的通知》"]),
    ("《关于印发《方案》的通知》实施", ["《关于印发《方案》的通知》"]),
    ("《关于转发《关于印发〈方案〉的通知》的通知》", ["《关于转发《关于印发〈方案〉的通知》的通知》"]),
    ("《没有结束，《有结束》", ["《有结束》"]),
    ("没有开始》，《有开始》", ["《有开始》"]),
    ("《" + "长" * 200 + "》", []),
    ("《》空的", []),
]
NUMBERS = [
    ("国发〔2021〕29号", ["国发〔2021〕29号"]),
    ("依据国发〔2021〕29号", ["国发〔2021〕29号"]),
    ("国发[2021]29号、国办发（2018） 27 号和国函﹝2020﹞ 3号", ["国发〔2021〕29号", "国办发〔2018〕27号", "国函〔2020〕3号"]),
    ("（国卫办规划发〔2025〕30 号）", ["国卫办规划发〔2025〕30号"]),
    ("按工信部联信发〔2023〕第12号文", ["工信部联信发〔2023〕12号"]),
    ("支持科技发展国发〔2021〕29号", ["国发〔2021〕29号"]),
    ("（教技〔2018〕3号）", ["教技〔2018〕3号"]),
    ("鲁政办发〔2020〕3号", ["鲁政办发〔2020〕3号"]),
    ("文旅政法发〔2021〕40号", ["文旅政法发〔2021〕40号"]),
    ("（同文旅发〔2021〕9号）", ["同文旅发〔2021〕9号"]),
    ("（国务院办公厅国办发〔2021〕5号）", ["国办发〔2021〕5号"]),
    ("国务院令第745号", ["国务院令第745号"]),
    ("中华人民共和国主席令（第八十四号）", ["主席令第八十四号"]),
    ("（国令第745号）", ["国务院令第745号"]),
    ("令第15号公布", ["令第15号"]),
    ("2022年第15号公告", ["2022年第15号公告"]),
    ("GB/T45654-2025、GB 45438—2025", ["GB/T 45654-2025", "GB 45438-2025"]),
    ("（DB11/T 1918-2021）与YD/T 4392.1-2023", ["DB11/T 1918-2021", "YD/T 4392.1-2023"]),
    ("T/CAAAD 003-2020；TC260-004；ISO 37122:2019；ISO/IEC 27001", ["T/CAAAD 003-2020", "TC260-004", "ISO 37122:2019", "ISO/IEC 27001"]),
    ("口令第3号；方案（2021）第3号；上海2021年29号楼", []),
    ("电话SJ 2019，SH 600519，5G 2021", []),
    ("我们的指标（2021）29号", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_titles(text, titles):
    assert [text[lo:hi] for lo, hi in brackets(text).titles] == titles


def test_lone_brackets():
    assert (brackets("前文《没有").unclosed, brackets("后半》结束").unopened) == (2, 2)
    assert (brackets("《甲》").unclosed, brackets("《甲》").unopened) == (None, None)


def test_inner():
    assert inner("关于印发〈方案〉的通知") == "方案"
    assert inner("数据安全法") == ""


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_numbers(text, numbers):
    assert [n.text for n in numbers_in(text)] == numbers


def test_spans_of_the_pipeline():
    doc = pipeline()("国务院印发《规划》（国发 〔2021〕 29号）。")
    assert [s.text for s in doc.spans["titles"]] == ["《规划》"]
    assert [(s.text, s.label_, s.kb_id_) for s in doc.spans["document_numbers"]] == [
        ("国发 〔2021〕 29号", "NUMBER", "国发〔2021〕29号")
    ]
