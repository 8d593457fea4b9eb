"""A sanitised graph to a file or folder; the format follows the ending."""

from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from kb.errors import KbError
from kb.graph.plain import Plain
from kb.graph.write import cypher, dot, gexf, graphml, json_formats, notes, rdf, tables
from kb.graph.write.tables import TIES

__all__ = ["ENDINGS", "TIES", "write"]

Writer = Callable[[Plain, TextIO], None]
FolderWriter = Callable[[Plain, Path], None]

FILES: dict[str, Writer] = {
    ".gexf": gexf.write,
    ".graphml": graphml.write,
    ".json": json_formats.write_node_link,
    ".cyjs": json_formats.write_cytoscape,
    ".cypher": cypher.write,
    ".ttl": rdf.write_turtle,
    ".jsonld": rdf.write_json_ld,
    ".dot": dot.write,
}
FOLDERS: dict[str, FolderWriter] = {".csv": tables.write_csv, ".md": notes.write_notes}
STREAMS: dict[str, Writer] = {**FILES, ".csv": tables.write_ties}
"""What can go down a pipe: of the tables the one for people, which tells all; notes are files."""
ENDINGS = (*FILES, *FOLDERS)


def write(graph: Plain, path: Path, standard_output: TextIO | None = None, ending: str | None = None) -> None:
    """Write `graph` to `path`, or to `standard_output` in the format of `ending`.

    Raises KbError for an unknown ending and a place that can't be written to.
    """
    ending = (ending or path.suffix).lower()
    known = STREAMS if standard_output is not None else ENDINGS
    if ending not in known:
        raise KbError(_unknown(path, ending, " ".join(known)))
    if standard_output is not None:
        STREAMS[ending](graph, standard_output)
        return
    try:
        _write(graph, path, ending)
    except OSError as error:
        raise KbError(f"{path}：写不了 (can't be written): {error.strerror}") from error


def _write(graph: Plain, path: Path, ending: str) -> None:
    if ending in FOLDERS:
        path.mkdir(parents=True, exist_ok=True)
        FOLDERS[ending](graph, path)
        return
    with path.open("w", encoding="utf-8", newline="") as out:
        FILES[ending](graph, out)


def _unknown(path: Path, ending: str, known: str) -> str:
    if ending in FOLDERS:
        return f"“{ending}”是文件夹，不能写到标准输出；可用：{known} (a folder can't go to standard output; use one of these)"
    said = f"不认识的格式“{ending}”" if ending else "文件名没有说明格式的结尾"
    return f"{path}：{said}；可用：{known} (no known format; use one of these endings)"
