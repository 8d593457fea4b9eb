"""Records: strict, with evidence, and labelled in both languages."""

import re

import pytest
from pydantic import ValidationError

from kb.report.describe import record_types
from schema import Evidence, Fact, Paper, Record, Source

RECORDS = [*record_types(Paper), *record_types(Source)]
HAN, LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2}")
LABEL = re.compile(r"[^A-Za-z ]*[\u4e00-\u9fff][^ ]* [A-Z][^\u4e00-\u9fff]*")


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_every_field_is_labelled_chinese_first(record: type[Record]) -> None:
    for name, info in record.model_fields.items():
        assert LABEL.fullmatch(info.title or ""), name
        told = info.description or ""
        assert HAN.search(told) and LATIN.search(told), name


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_unknown_fields_are_refused(record: type[Record]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        record.model_validate({"nonsense": 1})


@pytest.mark.parametrize("record", [r for r in RECORDS if issubclass(r, Fact)], ids=lambda r: r.__name__)
def test_no_fact_without_evidence(record: type[Fact]) -> None:
    assert record.model_fields["evidence"].is_required()
    with pytest.raises(ValidationError, match="at least 1 item"):
        record.model_validate({"evidence": []})


def test_pages_are_counted_from_one() -> None:
    with pytest.raises(ValidationError):
        Evidence(page=0, bbox=(0, 0, 1, 1), text="字", how="rule")
