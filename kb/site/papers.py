"""Where the pages of the papers can be drawn from: PDFs below the configured folders, believed only if the bytes agree."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from kb.site.base import base_of

__all__ = ["PLUGIN", "find_pages", "pages_of", "pictures_folder", "settings"]

PLUGIN = "whitepaper-kb"
"""The name of our part of `plugins:` in metadata.yml."""


def settings(datasette: Any) -> dict[str, Any]:
    """Our part of `plugins:`: `papers` (folders, from the database's), `borders`, `public`, `restricted_pictures`."""
    return dict(datasette.plugin_config(PLUGIN) or {})


def pages_of(datasette: Any, paper: Mapping[str, Any]) -> Path | None:
    """The PDF of a row of `documents`, or the folder with pictures of its pages; None where neither may be shown.

    Pages of a paper whose flags forbid copying are not shown to the public unless the configuration says so.
    """
    own = settings(datasette)
    if paper["restricted"] and own.get("public") and not own.get("restricted_pictures"):
        return None
    base = base_of(datasette)
    start = Path(base.path).resolve().parent if base is not None else Path.cwd()
    named = own.get("papers") or ["corpus"]
    folders = [start / name for name in ([named] if isinstance(named, str) else named)]
    return find_pages(folders, paper["id"], paper["file"], paper["sha256"])


def find_pages(folders: Sequence[Path], id: str, file: str | None, sha256: str) -> Path | None:
    """The file with this name and hash below the folders, or the folder with pictures of its pages."""
    for folder in folders:
        pictures = folder / pictures_folder(id, sha256)
        if pictures.is_dir():
            return pictures
        for path in _candidates(folder, id, file):
            if path.is_file() and digest(path) == sha256:
                return path
    return None


def pictures_folder(id: str, sha256: str) -> Path:
    """Where pictures of a paper's pages lie, from `corpus`: `1.png` and on."""
    return Path(id.replace("/", "_")) / f"pages-{sha256[:16]}"


def _candidates(folder: Path, id: str, file: str | None) -> Iterator[Path]:
    if file and Path(file).name == file:
        yield folder / id / file
        yield from (path for path in sorted(folder.glob("**/*.pdf")) if path.name == file)


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, computed again only when the file changes."""
    stat = path.stat()
    return _digest(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4096)
def _digest(path: Path, mtime: int, size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
