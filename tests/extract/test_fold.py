"""Folding keeps the length, and brings every quotation mark to one form."""

import pytest

from extract.fold import fold

FOLDED = [
    ("（2021）１２号", "（2021）12号"),
    ("打造「城市大脑」和『一网通办』", "打造“城市大脑”和‘一网通办’"),
    ('构建"1+5+N"框架，"经济运行""环境保护"等专题', "构建“1+5+N”框架，“经济运行”“环境保护”等专题"),
    ("打造＂城市大脑＂", "打造“城市大脑”"),
    ('屏幕5.5"，三个"一"', '屏幕5.5"，三个"一"'),
    ("“城市大脑”", "“城市大脑”"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)
