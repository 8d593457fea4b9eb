"""Every example in the lexicon of frameworks, both ways; the names' counts."""

import pytest

from extract.find.frameworks.names import ANY, groups_of
from extract.spans.frameworks import framework_pattern, shape_patterns
from extract.words import lexicon

WORDS = lexicon("frameworks")
PATTERNS = dict(shape_patterns())
SHAPES = [(s["name"], text, wanted) for s in WORDS["shapes"] for wanted in ("yes", "no") for text in s[wanted]]
OTHERS = [
    (key, text, wanted)
    for key, entry in WORDS.items()
    if isinstance(entry, dict) and "pattern" in entry
    for wanted in ("yes", "no")
    for text in entry[wanted]
]

COUNTS = [
    ("1+5+N", "code", [(1, ""), (5, ""), (ANY, "")]),
    ("1612", "digits", [(1, ""), (6, ""), (1, ""), (2, "")]),
    ("五个一", "many", [(5, "一")]),
    ("一主体两平台", "compound", [(1, "主体"), (2, "平台")]),
    ("三融五跨", "compound", [(3, "融"), (5, "跨")]),
    ("三位一体", "unit", [(3, "位一体")]),
    ("四链融合", "unit", [(4, "链")]),
    ("四大智慧应用赋能体系", "big", [(4, "智慧应用赋能体系")]),
    ("一个中心、两个平台、三大支撑", "listed", [(1, "中心"), (2, "平台"), (3, "支撑")]),
    ("1个超级大脑+N个应用", "sum", [(1, "超级大脑"), (ANY, "应用")]),
    ("十二大行动", "big", [(12, "行动")]),
    ("一心多点", "plain", [(1, "心"), (ANY, "点")]),
]


@pytest.mark.parametrize(("shape", "text", "wanted"), SHAPES)
def test_each_example_has_its_shape(shape, text, wanted):
    assert bool(PATTERNS[shape].search(text)) == (wanted == "yes")


@pytest.mark.parametrize(("key", "text", "wanted"), OTHERS)
def test_each_example_says_what_its_pattern_finds(key, text, wanted):
    assert bool(framework_pattern(key).search(text)) == (wanted == "yes")


@pytest.mark.parametrize(("name", "shape", "expected"), COUNTS)
def test_a_name_says_what_it_counts(name, shape, expected):
    assert [(g.count, g.noun) for g in groups_of(name, shape)] == expected
