"""The reference is made from the code, and nothing in it is left undocumented."""

import re
from pathlib import Path

import pytest

from kb.base.tables import TABLES, VIEWS
from kb.cli import COMMANDS
from kb.cli.reference import commands_page, tables_page

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs" / "reference"


def test_the_tables_page_is_up_to_date() -> None:
    assert (DOCS / "tables.md").read_text("utf-8") == tables_page(), "run: make docs"


def test_the_commands_page_is_up_to_date() -> None:
    assert (DOCS / "cli.md").read_text("utf-8") == commands_page(), "run: make docs"


def test_every_table_view_and_column_is_documented() -> None:
    text = (DOCS / "tables.md").read_text("utf-8")
    names = [name for holder in (*TABLES, *VIEWS) for name in (holder.name, *(c.name for c in holder.columns))]
    assert [name for name in names if f"`{name}`" not in text] == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_readmes_name_every_command(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert [name for name in COMMANDS if f"kb {name}" not in text] == []


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs/dependencies.md"])
def test_links_and_pictures_of_the_docs_are_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if not link.startswith("http")]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []
