"""Tables as a browser prints them: borders as thin bars, stripes as fills, one HTML of all of them."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from sample_tables import CHANGES, ENGLISH, INDICATORS, LISTS, POLICIES, REGIONS, TOTALS, ranking, two_levels
from set_tables import PROSE, Cell, Table, texts

from extract.layout import lay_out
from extract.model import Grid
from extract.read import opened
from extract.tables import find_grids

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")]

STYLES = {
    "full": "T{border-collapse:collapse} T td,T th{border:1px solid #333}",
    "apart": "T{border-collapse:separate;border-spacing:2px} T td,T th{border:1px solid #333}",
    "horizontal": "T{border-collapse:collapse} T td,T th{border-top:1px solid #999;border-bottom:1px solid #999}",
    "stripes": "T{border-collapse:collapse} T tbody tr:nth-child(even) td{background:#e6eef7} "
    "T th{background:#1f4e9e;color:white}",
    "stripes and rules": "T{border-collapse:collapse} T tbody tr:nth-child(even) td{background:#e6eef7} "
    "T td,T th{border:1px solid #ccc}",
    "three-line": "T{border-collapse:collapse;border-top:2px solid #000;border-bottom:2px solid #000} "
    "T thead tr:last-child th{border-bottom:1px solid #000}",
    "none": "T{border-collapse:collapse}",
    "dotted": "T{border-collapse:collapse} T td,T th{border:1px dotted #333}",
    "dashed": "T{border-collapse:collapse} T td,T th{border:1px dashed #333}",
    "below": "T{border-collapse:collapse} T td,T th{border-bottom:1px solid #ddd} T th{background:#f5f5f5}",
}
SAMPLES = {
    "ranking": ranking(12, 2, 3),
    "policies": POLICIES,
    "regions": REGIONS,
    "indicators": INDICATORS,
    "two levels": two_levels(10),
    "changes": CHANGES,
    "totals": TOTALS,
    "lists": LISTS,
    "English": ENGLISH,
}
UNLIKELY = {("stripes", "regions"), ("stripes", "indicators")}
CASES = [(style, name) for style in STYLES for name in SAMPLES if (style, name) not in UNLIKELY]
PAGE = (
    "@page{size:A4;margin:45mm 20mm} body{font:12px 'Noto Sans CJK SC'} table{margin:auto} "
    "td,th{padding:4px 10px;text-align:center;vertical-align:middle} caption{font-weight:bold} "
    "section{break-after:page}"
)


def markup(t: Table, style: int, number: int) -> str:
    head = "".join(_row(r, "th") for r in t.header)
    body = "".join(_row(r, "td") for r in t.body)
    caption = f"<caption>表 {number} 示例</caption>"
    text = f'<table class="s{style}">{caption}<thead>{head}</thead><tbody>{body}</tbody></table>'
    return f"<section><p>{PROSE}</p>{text}<p>数据来源：测试</p><p>{PROSE}</p></section>"


def _row(row: Sequence[Cell], tag: str) -> str:
    cells = (c if isinstance(c, tuple) else (c, 1, 1) for c in row)
    return "<tr>" + "".join(f"<{tag} rowspan={d} colspan={a}>{t}</{tag}>" for t, d, a in cells) + "</tr>"


@pytest.fixture(scope="module")
def grids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Grid]:
    folder: Path = tmp_path_factory.mktemp("print")
    css = PAGE + "".join(rule.replace("T", f".s{i}") for i, rule in enumerate(STYLES.values()))
    number = {style: i for i, style in enumerate(STYLES)}
    body = "".join(markup(SAMPLES[name], number[style], i + 1) for i, (style, name) in enumerate(CASES))
    (folder / "a.html").write_text(f"<meta charset=utf-8><style>{css}</style>{body}", encoding="utf-8")
    assert CHROMIUM
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'a.pdf'}", (folder / "a.html").as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with opened((folder / "a.pdf").read_bytes()) as file:
        found = find_grids(lay_out(file.pages()))
    return {grid.label or str(i): grid for i, grid in enumerate(found)}


@pytest.mark.parametrize(("style", "name"), CASES)
def test_grid(grids: dict[str, Grid], style: str, name: str) -> None:
    grid = grids[f"表{CASES.index((style, name)) + 1}"]
    assert texts(grid) == SAMPLES[name].grid()
    assert grid.source is not None and grid.source.text == "数据来源：测试"


def test_nothing_else(grids: dict[str, Grid]) -> None:
    assert len(grids) == len(CASES)
