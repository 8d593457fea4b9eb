"""Which words name a dimension."""

import pytest

from kb.graph.naming import names, told_together


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("信息基础、城市治理领域成效显著", "信息基础"),
        ("信息基础、城市治理领域成效显著", "城市治理"),
        ("依托城市治理平台", "城市治理"),
        ("（三）社会服务", "社会服务"),
        ("提升治理能力", "治理"),
        ("治理：一网统管", "治理"),
        ("在创新方面", "创新"),
    ],
)
def test_a_name_that_stands_for_itself(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("着力构建新一代信息基础设施体系", "信息基础"),
        ("发展社会服务业", "社会服务"),
        ("低碳发展局牵头", "低碳发展"),
        ("创新应用场景", "创新"),
        ("数字治理能力", "治理"),
        ("", "治理"),
        (None, "治理"),
    ],
)
def test_a_name_that_is_part_of_a_longer_word(text: str | None, name: str) -> None:
    assert not names(text, name)


def test_thing_and_dimension_stand_in_one_sentence() -> None:
    text = "建设城市大脑。城市治理能力提升，城市大脑二期投用！"
    assert told_together(text, "城市大脑", "城市治理")
    assert not told_together("建设城市大脑。城市治理能力提升。", "城市大脑", "城市治理")
    assert not told_together(text, "数据中台", "城市治理")
