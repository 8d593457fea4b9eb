"""`python -m kb.cli.reference` writes docs/reference/ anew: the tables from their definitions, the commands from click."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kb.base.tables import TABLES, VIEWS, Column, Table, View

__all__ = ["commands_page", "tables_page", "write"]

NOTICE = "<!-- Made by `make docs`; a test fails when it is out of date. -->\n"


def tables_page() -> str:
    """docs/reference/tables.md."""
    lines = ["# 数据表 Tables\n", NOTICE]
    named = [(t.title, t.name) for t in TABLES] + [(v.title, v.name) for v in VIEWS]
    lines += [f"- [{title}](#{name}) `{name}`" for title, name in named]
    for table in TABLES:
        lines += ["", *_section(table)]
    lines += ["", "# 视图 Views"]
    for view in VIEWS:
        lines += ["", *_section(view)]
    return "\n".join(lines) + "\n"


def _section(of: Table | View) -> Iterator[str]:
    yield f'<a id="{of.name}"></a>\n'
    yield f"## {of.title} `{of.name}`\n"
    yield of.description + "\n"
    if isinstance(of, Table):
        searched = f" 可检索 searched: {', '.join(f'`{name}`' for name in of.searched)}." if of.searched else ""
        yield f"键 key: {', '.join(f'`{name}`' for name in of.key)}.{searched}\n"
    yield "| 列 Column | 名称 Title | 类型 Type | 说明 Description |"
    yield "| --- | --- | --- | --- |"
    for column in of.columns:
        yield f"| `{column.name}` | {column.title} | {_type(column)} | {_cell(column)} |"


def _type(column: Column) -> str:
    kind = "JSON" if column.json else column.type.lower()
    return f"[→ {column.references}](#{column.references})" if column.references else kind


def _cell(column: Column) -> str:
    unit = f" 单位 unit: {column.unit}." if column.unit else ""
    return (column.description + unit).replace("|", "\\|")


def commands_page() -> str:
    """docs/reference/cli.md."""
    from kb.cli import main

    lines = ["# 命令 Commands\n", NOTICE]
    for path, command in _commands("kb", main):
        options = main.context_settings["help_option_names"]
        context = click.Context(
            command, info_name=path, terminal_width=100, max_content_width=100, help_option_names=options
        )
        lines += [f"## {path}\n", "```", command.get_help(context), "```\n"]
    return "\n".join(lines).rstrip() + "\n"


def _commands(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            if sub is not None:
                yield from _commands(f"{path} {name}", sub)


def write(folder: Path) -> None:
    """Write both pages into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tables.md").write_text(tables_page(), "utf-8")
    (folder / "cli.md").write_text(commands_page(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference"))
