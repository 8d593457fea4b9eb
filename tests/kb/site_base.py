"""A base with two editions of an invented paper, one of them with its PDF at hand, and a third whose texts are hostile."""

import asyncio
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from papers import full_paper
from site_pdf import located

from kb.base.file import for_writing
from kb.site.serve import datasette_for
from kb.store import store
from kb.store.rows import rows_of
from schema import Paper

PAGES = """
#set page(width: 595pt, height: 842pt, margin: 72pt)
#set text(font: "Noto Sans CJK SC", size: 12pt)
= 2021样例城市报告
#pagebreak()
济南创新提出“343”架构，建成城市大脑，服务18万多家中小微企业。
#pagebreak()
依据国发〔2021〕29号，郑州市印发实施意见。
#pagebreak()
末页。
"""
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


@pytest.fixture(scope="session")
def pdf() -> bytes:
    return bytes(typst.compile(PAGES.encode()))


def hostile(paper: Paper) -> Paper:
    """The paper with markup in every text that a page shows."""

    def spoil(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {k: spoil(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoil(v, name) for v in value]
        fixed = ("id", "sha256", "kind", "level", "form", "told", "scope", "text_layer", "severity", "published")
        links = ("city", "place", "province", "jurisdiction", "cities", "members", "leaders", "section", "parent")
        return value + HOSTILE if isinstance(value, str) and name not in (*fixed, *links, "extractor") else value

    return Paper.model_validate(spoil(paper.model_dump(mode="json")))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, pdf: bytes) -> Path:
    """`whitepapers.db` with its papers, and `corpus/` with the PDF of one."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "corpus" / "paper-2021").mkdir(parents=True)
    (folder / "corpus" / "paper-2021" / "paper.pdf").write_bytes(pdf)
    first = full_paper()
    first.document.sha256 = hashlib.sha256(pdf).hexdigest()
    first.platforms[0].evidence = [located(pdf, "城市大脑")]
    first.measurements[0].evidence = [located(pdf, "18万多家")]
    second = full_paper("paper-2022", 2022, ("青岛市", "济南市", "成都市"))
    second.rankings[0].entries[2].province = "四川省"
    with for_writing(folder / "whitepapers.db") as db:
        for paper in (first, second, hostile(full_paper("paper-odd", 2020))):
            rows = rows_of(paper, file="paper.pdf", stored_as="test")
            with db.atomic():
                store(db, paper.document.id, rows)
    return folder


@pytest.fixture(scope="session")
def datasette(folder: Path) -> Any:
    return datasette_for(folder / "whitepapers.db")


@pytest.fixture(scope="session")
def get(datasette: Any) -> Callable[[str], Any]:
    """The response to a path."""

    def get(path: str, **more: Any) -> Any:
        return asyncio.run(datasette.client.get(path, **more))

    return get
