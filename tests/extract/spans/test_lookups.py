"""A misprint that `source.yml` explains is read as the place it means, in sentences too."""

import pytest

from extract.find import case_studies, policies
from schema.source import Source


def read(make_reading, text, lookups):
    reading = make_reading([text])
    reading.source = Source(lookups=lookups)
    case_studies.find(reading)
    return [(s.text, s.kb_id_) for s in reading.docs[0].spans["places"]], policies.find(reading)


@pytest.mark.parametrize(
    ("lookups", "places"),
    [
        ({}, []),
        ({"黄岗市": "黄冈市"}, [("黄岗市", "421100")]),
        ({"黄岗市": "没有这个市"}, []),
    ],
)
def test_places(make_reading, lookups, places):
    assert read(make_reading, "黄岗市出台《数字经济发展规划》。", lookups)[0] == places


def test_a_policy_goes_to_the_city_meant(make_reading):
    _, found = read(make_reading, "黄岗市出台《数字经济发展规划》。", {"黄岗市": "黄冈市"})
    assert found[0].cities == ["黄冈市"]


def test_what_the_form_covers_is_read_no_other_way(make_reading):
    spans, _ = read(make_reading, "苏州吴江市与杭州合作。", {"苏州吴江市": "吴江区"})
    assert spans == [("苏州吴江市", "320509"), ("杭州", "330100")]
