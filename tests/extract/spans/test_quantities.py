"""Numbers with their units, and every example of the lexicon both ways."""

from decimal import Decimal
from typing import Any

import pytest

from extract.fold import fold
from extract.nlp import pipeline
from extract.prose import squeezed
from extract.spans.quantities import Quantity, quantities, unit_words

LEXICON = unit_words()


def read(text: str) -> list[Quantity]:
    return quantities(squeezed(fold(text))[0])


@pytest.mark.parametrize("entry", LEXICON["units"], ids=lambda e: e["unit"])
def test_units_have_examples_and_the_examples_hold(entry: dict[str, Any]) -> None:
    assert entry["reads"] and entry["refuses"]
    for text in entry["reads"]:
        assert entry["unit"] in [q.unit for q in read(text)], text
    for text in entry["refuses"]:
        assert entry["unit"] not in [q.unit for q in read(text)], text
    for form in entry["forms"]:
        assert (form if entry.get("spelt") else entry["unit"]) in [
            q.unit for q in read(f"共有 1200 {form}{'院士' if form == '位' else '夫妻' if form == '对' else ''}")
        ], form


@pytest.mark.parametrize("entry", LEXICON["before"] + LEXICON["after"], ids=lambda e: e["forms"][0])
def test_words_beside_a_number(entry: dict[str, Any]) -> None:
    def said(text: str) -> list[Any]:
        return [(q.comparison, q.approximate) for q in read(text)]

    meant = (entry["as"], bool(entry.get("approximate")))
    for text in entry["reads"]:
        assert meant in said(text), text
    for text in entry["refuses"]:
        assert meant not in said(text), text


def test_what_a_large_number_counts_without_a_unit() -> None:
    for text in LEXICON["bare"]["reads"]:
        assert [q.kind for q in read(text)] == ["bare"], text
    for text in LEXICON["bare"]["refuses"]:
        assert read(text) == [], text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("累计为 18 万多家中小微企业提供 300 亿元融资支持", ["180000 家", "30000000000 元"]),
        ("规模达 1.2 万亿元，同比增长 12.5%", ["1200000000000 元", "0.125 %"]),
        ("提高 6.4 个百分点", ["6.4 百分点"]),
        ("开放数据集 15,113 个，是 2018 年的 4.4 倍", ["15113 个", "4.4 倍"]),
        ("惠及 20 多万户，服务 3.5 亿人次", ["200000 户", "350000000 人次"]),
        ("增速在 40%-50% 之间", ["0.4 %", "0.5 %"]),
        ("每亩补贴 3~4 元", ["3 元", "4 元"]),
        ("资助 3-5 万元", ["30000 元", "50000 元"]),
        ("资助 9000 至 1.2 万元", ["9000 元", "12000 元"]),
        ("给予最高 30、50 万元的补助", ["300000 元", "500000 元"]),
        ("分别为 36%、31%、11% 和 6%", ["0.36 %", "0.31 %", "0.11 %", "0.06 %"]),
        ("分别达到 36、31 和 11 万个", ["360000 个", "310000 个", "110000 个"]),
        ("接入十二个城市、两千余项服务", ["12 个", "2000 项"]),
        ("超八成企业上云，三分之二已达标", ["0.8 成", "0.667 %"]),
        ("单位 GDP 能耗 0.35 吨标准煤/万元", ["0.35 吨标准煤/万元"]),
        ("人口密度 3800 人/平方公里", ["3800 人/平方公里"]),
        ("连接数超过 10.8 亿。", ["1080000000 -"]),
        ("算力发展指数达到 40 以上", ["40 -"]),
        ("数据中心 PUE 降至 1.25，", ["1.25 -"]),
        ("由 23 EFlops 增长到 77 EFlops3，", ["23 EFlops", "77 EFlops"]),
        ("最高 1 亿元、2000 万元、500 万元", ["100000000 元", "20000000 元", "5000000 元"]),
    ],
)
def test_values(text: str, found: list[str]) -> None:
    def shown(value: Decimal) -> str:
        return f"{value.normalize():f}" if value == round(value, 4) else f"{value:.3f}"

    assert [f"{shown(q.value)} {q.unit or '-'}" for q in read(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "2021 年 10 月 15 日发布", "截至 2025 年底", "第 3 名", "位列第 5 位", "前 10 家企业", "前 3 个城市", "Top100 城市",
        "图 12 所示", "表 3 为", "5G、4K、FP32、A100、H20", "“1+5+N”总体架构", "2.0 版", "国发〔2021〕29 号",
        "联系电话：010-62302739", "邮编：100191", "1、基础数据 2、统计数据", "（3）加强统筹", "上升 2 个位次", "下降 3 位",
        "3.1 指标体系", "一个平台、两个中心、三大体系、四类应用", "数十家企业、几百人、近百项", "《超 700 款产品完成备案》",
        "https://www.example.cn/2021/100个", "10^18", "2016-2020 年", "一是加强、二是完善", "24 个月", "第十三届", "3 月份",
        "5 部门联合印发", "X86 架构", "COVID-19", "H1N1", "T20", "思元 270 和", "10 月份", "十四五", "“十三五”",
    ],
)  # fmt: skip
def test_no_quantities(text: str) -> None:
    assert [text[q.start : q.end] for q in read(text)] == []


def test_spans_stand_on_the_words_of_the_text() -> None:
    doc = pipeline()(fold("济南为 18 万多家中小微企业提供 300 亿元融资支持，占 GDP 比重近 9%"))
    spans = doc.spans["quantities"]
    assert [s.text for s in spans] == ["18 万多家", "300 亿元", "近 9%"]
    assert [s.kb_id_ for s in spans] == ["180000家", "30000000000元", "0.09%"]
