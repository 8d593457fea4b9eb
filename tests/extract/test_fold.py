"""Folding keeps the length, and brings every quotation mark to one form."""

import pytest

from extract.fold import fold, plain

FOLDED = [
    ("（2021）１２号", "（2021）12号"),
    ("打造「城市大脑」和『一网通办』", "打造“城市大脑”和‘一网通办’"),
    ('构建"1+5+N"框架，"经济运行""环境保护"等专题', "构建“1+5+N”框架，“经济运行”“环境保护”等专题"),
    ("打造＂城市大脑＂", "打造“城市大脑”"),
    ('屏幕5.5"，三个"一"', '屏幕5.5"，三个"一"'),
    ("“城市大脑”", "“城市大脑”"),
    ("⼀⽹统管，⾯向⻓沙、⻘岛", "一网统管，面向长沙、青岛"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


PLAIN = [
    ("城市⼤脑", "城市大脑"),
    ("⻓沙⻛险预警平台", "长沙风险预警平台"),
    ("智慧株洲•诸事达", "智慧株洲·诸事达"),
    ("浙里办・亲清在线", "浙里办·亲清在线"),
    # Signs that a reader sees as they are stay.
    ("• 城市大脑", "• 城市大脑"),
    ("2021•12", "2021•12"),
    ("（２０２１）②ＡＰＰ", "（２０２１）②ＡＰＰ"),
]


@pytest.mark.parametrize(("text", "seen"), PLAIN)
def test_plain_characters(text: str, seen: str) -> None:
    assert plain(text) == seen
