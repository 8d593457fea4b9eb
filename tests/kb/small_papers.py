"""Invented papers of one page that tell of little, for tests of single ties."""

from typing import Any

from papers import mention, where

from schema import Evidence, Paper
from schema.case_study import CaseStudy
from schema.document import Document, Page, Passage, Section
from schema.policy import Policy


def small(id: str, year: int = 2021, **records: Any) -> Paper:
    """A paper with one page and nothing but the records given."""
    return Paper(
        extractor="test",
        document=Document(
            id=id, title=f"{year}{id}报告", publisher=f"{id}研究院", year=year, page_count=1, sha256=f"{id:0<64}"[:64], text_layer="sound",
            evidence=where(text=f"{year}{id}报告"),
        ),
        pages=[Page(number=1, width=595.0, height=842.0, text_layer="sound", text="")],
        **records,
    )  # fmt: skip


def line(n: int, text: str, x: tuple[float, float] = (72.0, 500.0)) -> list[Evidence]:
    """Line `n` of the page, or the part of it between two places."""
    return [Evidence(page=1, bbox=(x[0], 20.0 * n, x[1], 20.0 * n + 12), text=text, how="test")]


def paragraph(n: int, text: str, section: str | None = None, **more: Any) -> Passage:
    """A paragraph that fills line `n`."""
    return Passage(
        id=f"p{n}", kind="paragraph", section=section, page_from=1, page_to=1, text=text, evidence=line(n, text, **more)
    )


def section(id: str, title: str, parent: str | None = None) -> Section:
    """A section, its heading on a line of its own above all paragraphs."""
    return Section(
        id=id, parent=parent, level=2 if parent else 1, title=title, page_from=1, page_to=1, evidence=line(0, title)
    )


def policy(title: str, level: Any, *cities: str, of: str | None = None, y: float = 200.0, **more: Any) -> Policy:
    """A policy that the cases of some cities cite; `of` is whose it is."""
    cited = [mention(1, f"《{title}》", y=y + 14 * n, city=city) for n, city in enumerate(cities)]
    return Policy(
        title=title, level=level, jurisdiction=of, issuers=[f"{of}人民政府" if of else "国务院"], cities=list(cities),
        evidence=where(1, y=y), mentions=cited or [mention(1, f"《{title}》", y=y)], **more,
    )  # fmt: skip


def case(city: str, n: int = 1, *titles: str) -> CaseStudy:
    """A case of a city that says nothing but what policies it cites."""
    cited = "".join(f"依据《{title}》。" for title in titles)
    return CaseStudy(
        city=city, section="案例", page_from=1, page_to=1, text=f"{city}做法。{cited}", evidence=line(30 + n, city)
    )
