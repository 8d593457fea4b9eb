"""Headers of columns, and the examples of the lexicon."""

import pytest

from extract.find.rankings.headers import header_of, plain
from extract.words import lexicon, pattern

EXAMPLES = [
    (key, text, yes)
    for key, p in lexicon("headers").items()
    for yes in (True, False)
    for text in p["yes" if yes else "no"]
]


@pytest.mark.parametrize(("key", "text", "yes"), EXAMPLES)
def test_examples_of_the_lexicon(key: str, text: str, yes: bool) -> None:
    assert (pattern("headers", key).search(plain(text)) is not None) is yes


ROLES = [
    ("名次", "rank"),
    ("排 名", "rank"),
    ("排名（位）", "rank"),
    ("全国排名", "rank"),
    ("No.", "rank"),
    ("Rank", "rank"),
    ("#", "rank"),
    ("2023年\n排名", "rank"),
    ("序号", "sequence"),
    ("城市", "city"),
    ("城 市 名 称", "city"),
    ("地市（州）", "city"),
    ("市（州）", "city"),
    ("City", "city"),
    ("City Name", "city"),
    ("省/自治区/直辖市", "province"),
    ("省（区、市）", "province"),
    ("省(自治区、直辖市)", "province"),
    ("所属省份", "province"),
    ("省、区、市", "province"),
    ("Province", "province"),
    ("Province/Region", "province"),
    ("县（市、区）", "county"),
    ("区（县、市）", "county"),
    ("百强县", "county"),
    ("地区", "place"),
    ("区域", "region"),
    ("指数", "score"),
    ("综合得分（分）", "score"),
    ("总分（100分）", "score"),
    ("Score", "score"),
    ("数字政府指数", "score"),
    ("较上年变化", "change"),
    ("位次变化（↑↓）", "change"),
    ("排名升降", "change"),
    ("与2021年相比", "change"),
    ("同比", "change"),
    ("Change", "change"),
    ("+/-", "change"),
    ("上年排名", "prior_rank"),
    ("Last year rank", "prior_rank"),
    ("省内排名", "rank_in_province"),
    ("所属梯队", "tier"),
    ("城市类型", "tier"),
    ("Tier", "tier"),
    ("第1名", "ordinal"),
    ("TOP3", "ordinal"),
    ("维度", "dimension"),
    ("企业名称", "other"),
    ("所在园区", "other"),
    ("增速", None),
    ("GDP（亿元）", None),
    ("备注", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "role"), [r for r in ROLES if r[0] not in ("同比", "与2021年相比")])
def test_the_role_of_a_header(printed: str, role: str | None) -> None:
    assert header_of([printed]).role == role


@pytest.mark.parametrize(
    ("path", "role", "subject", "year"),
    [
        (["信息基础", "排名"], "rank", "信息基础", None),
        (["信息基础", "信息基础"], None, None, None),
        (["信息基础排名"], "rank", "信息基础", None),
        (["排名", "2022年"], "rank", None, 2022),
        (["2022年", "排名"], "rank", None, 2022),
        (["2022年得分"], "score", None, 2022),
        (["GDP排名"], "rank", "GDP", None),
        (["城市", "城市"], "city", None, None),
    ],
)
def test_headers_of_several_rows(path: list[str], role: str | None, subject: str | None, year: int | None) -> None:
    header = header_of(path)
    assert (header.role, header.subject, header.year) == (role, subject, year)
