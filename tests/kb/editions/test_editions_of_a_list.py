"""The chips above a list: its editions in other papers, and itself."""

import sqlite3
from importlib.resources import files

from papers import where
from ranked_lists import edition

from schema.ranking import Ranking, RankingEntry

SQL = files("kb.site").joinpath("sql", "pages", "ranking_editions.sql").read_text("utf-8")


def told(page: int, year: int, city: str) -> Ranking:
    """One list told in a sentence of a page."""
    entry = RankingEntry(city=city, as_printed=city, evidence=where(page))
    return Ranking(
        metric="算力规模",
        criterion="前3名",
        year=year,
        ordered=True,
        told="prose",
        entries=[entry],
        evidence=where(page),
    )


def test_two_sentences_of_one_paper_are_no_editions(base, put) -> None:
    for year in (2021, 2022):
        paper = edition(year)
        again = [told(1, year, "济南市"), told(2, year - 1, "青岛市")] if year == 2022 else [told(1, year, "济南市")]
        put(base, paper.model_copy(update={"rankings": paper.rankings + again}))
    db = sqlite3.connect(base)
    ids = [i for (i,) in db.execute("SELECT id FROM rankings WHERE told = 'prose'")]
    assert len(ids) == 3
    for ranking in ids:
        papers = [i.split("/")[0] for i, *_ in db.execute(SQL, {"ranking": ranking})]
        assert len(papers) == len(set(papers))
        assert ranking.split("/")[0] in papers
