"""Papers typeset for tests of the layout."""

import io
from collections.abc import Callable

import pytest
import typst

from extract.layout import Composed, compose, lay_out
from extract.model import Laid
from extract.read import opened
from extract.tables import find_grids

PREAMBLE = """
#set page(width: 420pt, height: 560pt, margin: (x: 50pt, y: 60pt))
#set text(font: "Noto Serif CJK SC", size: 10pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 8pt, spacing: 8pt)
#show heading: set text(font: "Noto Sans CJK SC")
"""


def typeset(source: str) -> list[Laid]:
    pdf = typst.compile((PREAMBLE + source).encode())
    with opened(io.BytesIO(pdf).getvalue()) as file:
        return lay_out(file.pages())


def composed(source: str) -> Composed:
    laid = typeset(source)
    return compose(laid, find_grids(laid))


@pytest.fixture(scope="session")
def lay() -> Callable[[str], list[Laid]]:
    """The laid pages of a typst source."""
    return typeset


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[tuple[str, str]]]:
    """(kind, text) of each passage of a typst source."""
    return lambda source: [(p.kind, p.text) for p in composed(source).passages]


@pytest.fixture(scope="session")
def make() -> Callable[[str], Composed]:
    """Passages and sections of a typst source."""
    return composed
