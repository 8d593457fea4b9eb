"""A sanitised graph to a file; the format follows the ending."""

from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from kb.errors import KbError
from kb.graph.plain import Plain
from kb.graph.write import cypher, dot, folders, gexf, graphml, json_formats, rdf

__all__ = ["ENDINGS", "write"]

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
FOLDERS: dict[str, FolderWriter] = {".csv": folders.write_csv, ".md": folders.write_notes}
ENDINGS = (*FILES, *FOLDERS)


def write(graph: Plain, path: Path, standard_output: TextIO | None = None, ending: str | None = None) -> None:
    """Write `graph` to `path`, or to `standard_output` in the format of `ending`. Raises KbError for an unknown ending."""
    ending = (ending or path.suffix).lower()
    if ending in FOLDERS and standard_output is None:
        path.mkdir(parents=True, exist_ok=True)
        FOLDERS[ending](graph, path)
        return
    if ending not in FILES:
        known = " ".join(ENDINGS)
        raise KbError(f"{path}：不认识的格式“{ending}”；可用：{known} (unknown format; use one of these endings)")
    if standard_output is not None:
        FILES[ending](graph, standard_output)
        return
    with path.open("w", encoding="utf-8", newline="") as out:
        FILES[ending](graph, out)
