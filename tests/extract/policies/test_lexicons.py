"""Every example in the lexicons of policies, both ways: what must be read so, and what must not."""

import re

import pytest

from extract.find.policies.genres import genre_of, is_bare
from extract.find.policies.parsing import parse
from extract.find.policies.records import legislature_of
from extract.find.policies.references import anaphors
from extract.find.policies.rows import columns, is_list_of_policies
from extract.find.policies.sentence import aliases
from extract.find.policies.sorting import publication_ending, reads_as_filing, reads_as_web
from extract.issuers import agency_of, issuer
from extract.words import lexicon

GENRES, ISSUERS = lexicon("genres"), lexicon("issuers")
PUBLICATIONS, CITATIONS = lexicon("publications"), lexicon("citations")
KINDS = [(g.get("kind", g["genre"]), g) for g in GENRES["genres"]]


@pytest.mark.parametrize(("kind", "title"), [(k, t) for k, g in KINDS for t in g.get("examples", ())])
def test_title_is_of_its_genre(kind, title):
    found = genre_of(title)
    assert found and found.kind == kind


@pytest.mark.parametrize(("kind", "title"), [(k, t) for k, g in KINDS for t in g.get("not_examples", ())])
def test_title_is_not_of_that_genre(kind, title):
    found = genre_of(title)
    assert found is None or found.kind != kind


@pytest.mark.parametrize("kind", [g["genre"] for g in GENRES["genres"]])
def test_genre_has_an_example(kind):
    row = next(g for g in GENRES["genres"] if g["genre"] == kind)
    assert row.get("examples") or row.get("not_examples")


def test_bare_titles():
    assert [t for t in GENRES["bare"]["examples"] if not is_bare(t)] == []
    assert [t for t in GENRES["bare"]["not_examples"] if is_bare(t)] == []


@pytest.mark.parametrize(("title", "name"), GENRES["openings"]["examples"].items())
def test_place_of_a_title(title, name):
    place = parse(title).place
    assert (place.name if place else None) == name


@pytest.mark.parametrize(("printed", "stored"), ISSUERS["examples"]["issuer"].items())
def test_issuer_by_its_printed_name(printed, stored):
    found = issuer(printed)
    assert (found.name if found else None) == stored


@pytest.mark.parametrize(("code", "stored"), ISSUERS["examples"]["code"].items())
def test_issuer_by_its_code(code, stored):
    found = agency_of(code)
    assert (found.issuer.name if found and found.issuer else None) == stored


def test_no_two_organs_share_a_name_or_code():
    organs = ISSUERS["organs"]
    names = [n for o in organs for n in {o["name"], *(o.get("short") or ()), *(o.get("told") or ())}]
    codes = [c for o in organs for c in o.get("codes") or ()]
    assert [n for n in names if names.count(n) > 1] == []
    assert [c for c in codes if codes.count(c) > 1] == []


@pytest.mark.parametrize("row", PUBLICATIONS["endings"], ids=lambda r: r["kind"])
def test_endings_of_publications(row):
    for title in row["examples"]:
        genre = genre_of(title)
        assert len(publication_ending(title)) > len(genre.ending if genre else ""), title
    for title in row.get("not_examples", ()):
        genre = genre_of(title)
        assert genre and len(publication_ending(title)) <= len(genre.ending), title


@pytest.mark.parametrize("row", PUBLICATIONS["patterns"], ids=lambda r: r["pattern"])
def test_patterns_of_publications(row):
    assert [t for t in row["examples"] if not re.search(row["pattern"], t)] == []
    assert [t for t in row["not_examples"] if re.search(row["pattern"], t)] == []


@pytest.mark.parametrize("row", PUBLICATIONS["filing"]["examples"], ids=lambda r: r["text"])
def test_filing(row):
    assert reads_as_filing(*_around(row["text"])) == row["filing"]


@pytest.mark.parametrize("row", PUBLICATIONS["web"]["examples"], ids=lambda r: r["text"])
def test_web(row):
    assert reads_as_web(*_around(row["text"])) == row["web"]


def _around(text: str) -> tuple[str, str]:
    return text[: text.index("《")], text[text.rindex("》") + 1 :]


@pytest.mark.parametrize("row", CITATIONS["alias"]["examples"], ids=lambda r: r["text"])
def test_alias(row):
    assert aliases(row["text"]) == ((row["name"],) if row["name"] else ())


@pytest.mark.parametrize("row", CITATIONS["anaphors"]["examples"], ids=lambda r: r["text"])
def test_anaphor(row):
    assert [word for _, _, word in anaphors(row["text"])] == ([row["word"]] if row["word"] else [])


@pytest.mark.parametrize("row", CITATIONS["columns"]["examples"], ids=lambda r: "/".join(r["heads"]))
def test_columns(row):
    assert is_list_of_policies(columns(row["heads"])) == row["policies"]


@pytest.mark.parametrize(("title", "name"), ISSUERS["laws"]["examples"].items())
def test_who_adopted_a_law(title, name):
    assert [i.name for i in legislature_of(title)] == ([name] if name else [])
