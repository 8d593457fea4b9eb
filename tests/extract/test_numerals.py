"""Numbers as papers print them."""

from decimal import Decimal

import pytest

from extract.numerals import ordinal, value_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3", "3"), ("0.9", "0.9"), ("1,234", "1234"), ("12,345,678.5", "12345678.5"), ("9.", None),
        ("18万", "180000"), ("18 万", "180000"), ("18万多", "180000"), ("300亿", "30000000000"),
        ("2 万亿", "2000000000000"), ("1.7万亿", "1700000000000"), ("53.7 亿亿", "537000000000000000"),
        ("3百", "300"), ("5千万", "50000000"), ("1亿2000万", "120000000"), ("2000万1亿", None),
        ("三", "3"), ("两", "2"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("三十六", "36"),
        ("一百", "100"), ("一百零五", "105"), ("一百二十", "120"), ("一百二", "120"), ("两百五", "250"),
        ("两千余", "2000"), ("三千六百", "3600"), ("一万二", "12000"), ("一万零二", "10002"), ("两万", "20000"),
        ("十六万", "160000"), ("三亿五千万", "350000000"), ("一万亿", "1000000000000"), ("万亿", "1000000000000"),
        ("千亿", "100000000000"), ("百万", "1000000"), ("二〇二一", "2021"), ("二零二五", "2025"),
        ("百", None), ("近百", None), ("数十", None), ("几百", None), ("三四", None), ("二三十", None), ("万", None),
        ("亿", None), ("", None), ("多", None), ("N", None), ("前十", None), ("百千", None),
    ],
)  # fmt: skip
def test_value_of(printed: str, value: str | None) -> None:
    assert value_of(printed) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("printed", "rank"),
    [("3", 3), ("三", 3), ("十二", 12), ("百", 100), ("二十一", 21), ("0", None), ("1.5", None), ("数十", None)],
)
def test_ordinal(printed: str, rank: int | None) -> None:
    assert ordinal(printed) == rank
