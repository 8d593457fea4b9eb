"""The marks of list items are the same ones for every rule that looks past them."""

import re

import pytest

from extract.find.case_studies.labels import bullet_of, ordinal_of
from extract.find.dimensions.statements import MARKER
from extract.marks import MARK
from extract.words import pattern

MARKS = [c for c in map(chr, (*range(0x21, 0x3000), *range(0x1F500, 0x1F600), 0xF0D8, 0xF0B7)) if re.fullmatch(MARK, c)]


@pytest.mark.parametrize("mark", MARKS)
def test_every_rule_knows_every_mark(mark: str) -> None:
    item = f"{mark} 信息基础：建设卓有成效"
    assert pattern("layout", "bullet").match(item)
    assert bullet_of(item) == mark
    assert ordinal_of(item) == f"{mark} "
    assert re.sub(MARKER, "", item).startswith("信息基础")


def test_they_are_many_and_no_letters() -> None:
    assert len(MARKS) > 40
    assert not any(c.isalnum() for c in MARKS)
