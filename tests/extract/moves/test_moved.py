"""Where a place stands that has moved; what a sentence says a move is counted from."""

import re

import pytest

from extract.find.moved import sentence_of, with_ranks
from extract.words import lexicon, pattern
from schema import Evidence
from schema.ranking import Ranking, RankingEntry
from schema.tier import RankChange

EXAMPLES = [
    (key, kind, text) for key, group in lexicon("editions").items() for kind in ("yes", "no") for text in group[kind]
]


@pytest.mark.parametrize(("key", "kind", "text"), EXAMPLES)
def test_each_pattern_finds_its_examples_and_no_others(key, kind, text):
    assert bool(pattern("editions", key).search(re.sub(r"\s", "", text))) is (kind == "yes")


def where(text: str) -> list[Evidence]:
    return [Evidence(page=1, bbox=(0, 0, 1, 1), text=text, how="test")]


def ranking(*cities: str, **more: object) -> Ranking:
    entries = [RankingEntry(rank=n, city=c, as_printed=c, evidence=where(str(n))) for n, c in enumerate(cities, 1)]
    return Ranking(**{"ordered": True, "entries": entries, "evidence": where("表1")} | more)


@pytest.mark.parametrize(
    ("told", "rankings", "text", "rank"),
    [
        (None, [ranking("北京市", "吕梁市")], "其中吕梁上升6位，进步最快。", 2),
        (7, [ranking("北京市", "吕梁市")], "其中吕梁上升6位，居第七。", 7),
        (None, [ranking("北京市")], "其中吕梁上升6位。", None),
        (None, [ranking("吕梁市"), ranking("北京市", "吕梁市")], "其中吕梁上升6位。", None),
        (None, [ranking("北京市", "吕梁市", ordered=False)], "其中吕梁上升6位。", None),
        (None, [ranking("吕梁市", told="prose", criterion="前1名")], "其中吕梁上升6位。", None),
        (None, [ranking("北京市", "吕梁市")], "在信息基础维度，吕梁上升6位。", None),
    ],
)
def test_a_rank_that_is_not_told_is_that_of_the_one_list(told, rankings, text, rank):
    change = RankChange(city="吕梁市", change=6, rank=told, evidence=where("吕梁上升6位"))
    (found,) = with_ranks([change], rankings, [(1, 1, text)])
    assert found.rank == rank
    assert len(found.evidence) == (2 if rank != told else 1)


def test_the_sentence_is_cut_out_of_its_passage():
    texts = [(1, 2, "与去年相比，各市有升有降。与2018年\n相比，北京上升\n2位；上海不变。")]
    assert sentence_of(texts, where("北京上升2位")) == "与2018年相比，北京上升2位"
    assert sentence_of([(3, 3, "北京上升2位")], where("北京上升2位")) == "北京上升2位"
