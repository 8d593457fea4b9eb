"""Which platforms and frameworks serve a dimension: by the sentence they stand in, else by the nearest heading."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_papers import line, paragraph, section, small

from kb.base.file import for_reading
from kb.graph import selected
from kb.store import Changes
from schema import Paper
from schema.dimension import Dimension
from schema.framework import Framework
from schema.platform import Platform

Put = Callable[[Path, Paper], Changes]
NAME = "城市大脑"
DIMENSIONS = ("城市治理", "社会服务", "信息基础")


def paper(id: str = "甲", dimensions: tuple[str, ...] = DIMENSIONS, at: int = 5, **records: Any) -> Paper:
    """A paper whose platform stands in line `at`, and whose dimensions are named below everything."""
    return small(
        id,
        platforms=[Platform(city="济南市", name=NAME, kind="大脑", evidence=line(at, NAME, (100.0, 150.0)))],
        dimensions=[Dimension(name=name, level=1, evidence=line(35 + n, name)) for n, name in enumerate(dimensions)],
        **records,
    )


def serves(base: Path) -> list[tuple[str, str, object]]:
    """Ends and rule of each such edge, the things by the names at the ends of their keys."""
    with for_reading(base) as db:
        edges = [e for e in selected(db).edges() if e.type == "serves"]
        nodes = {n.id: n.label for n in selected(db).nodes()}
        rows = db.execute("SELECT id FROM evidence WHERE fact_table IN ('platforms', 'frameworks')")
        known = {key for (key,) in rows}
    assert all(e.document and e.year and e.evidence and set(e.evidence) <= known for e in edges)
    return [(nodes[e.source], nodes[e.target], e.attrs["rule"]) for e in edges]


@pytest.mark.parametrize(
    ("text", "headings", "expected"),
    [
        ("城市大脑提升城市治理能力。", [], ("城市治理", "sentence")),
        ("围绕社会服务，建成城市大脑。信息基础也有进展。", [], ("社会服务", "sentence")),
        # The sentence counts before the heading.
        ("城市大脑提升城市治理能力。", ["社会服务"], ("城市治理", "sentence")),
        # Another sentence of the paragraph tells of another matter.
        ("建成城市大脑。城市治理能力提升。", [], None),
        # Two are no one.
        ("城市大脑服务城市治理和社会服务。", [], None),
        ("城市大脑服务城市治理和社会服务。", ["信息基础"], None),
        # A longer word is another word.
        ("城市大脑依托新型信息基础设施。", [], None),
        ("建成城市大脑。", ["城市治理：一网统管"], ("城市治理", "section")),
        ("建成城市大脑。", ["社会服务", "主要做法"], ("社会服务", "section")),
        ("建成城市大脑。", ["社会服务", "城市治理"], ("城市治理", "section")),
        ("建成城市大脑。", ["社会服务业发展"], None),
        ("建成城市大脑。", ["城市治理与社会服务"], None),
        ("建成城市大脑。", [], None),
    ],
)
def test_sentence_then_nearest_heading(
    base: Path, put: Put, text: str, headings: list[str], expected: tuple[str, str] | None
) -> None:
    sections = [section(f"s{n}", title, f"s{n - 1}" if n else None) for n, title in enumerate(headings)]
    nearest = sections[-1].id if sections else None
    put(base, paper(sections=sections, passages=[paragraph(5, text, nearest)]))
    assert serves(base) == ([(NAME, *expected)] if expected else [])


def test_where_a_thing_stands_is_told_by_its_box(base: Path, put: Put) -> None:
    passages = [paragraph(5, "建成城市大脑。"), paragraph(9, "某市城市大脑提升城市治理能力。")]
    put(base, paper(passages=passages))
    assert serves(base) == []
    put(base, paper(passages=passages, at=9))
    assert serves(base) == [(NAME, "城市治理", "sentence")]


def test_a_paper_without_dimensions_ties_nothing_to_those_of_another(base: Path, put: Put) -> None:
    put(base, paper(passages=[paragraph(5, "建成城市大脑。")]))
    put(base, paper("乙", (), passages=[paragraph(5, "城市大脑提升城市治理能力。")]))
    assert serves(base) == []


def test_a_framework_serves_too(base: Path, put: Put) -> None:
    framework = Framework(city="济南市", name="“343”", complete=True, evidence=line(7, "“343”", (100.0, 150.0)))
    put(base, paper(passages=[paragraph(7, "以“343”架构推进社会服务。")], frameworks=[framework]))
    assert serves(base) == [("“343”", "社会服务", "sentence")]
