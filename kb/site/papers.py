"""Where the PDFs of the papers lie: found by name below the configured folders, and believed only if the bytes agree."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from kb.site.base import base_of

__all__ = ["PLUGIN", "file_of", "folders"]

PLUGIN = "whitepaper-kb"
"""The name of our part of `plugins:` in metadata.yml."""


def folders(datasette: Any) -> list[Path]:
    """The folders to look in: `papers` in our plugin's configuration, from the database's folder; `corpus` by default."""
    base = base_of(datasette)
    named = (datasette.plugin_config(PLUGIN) or {}).get("papers") or ["corpus"]
    start = Path(base.path).resolve().parent if base is not None else Path.cwd()
    return [start / name for name in ([named] if isinstance(named, str) else named)]


def file_of(datasette: Any, name: str | None, sha256: str) -> Path | None:
    """The file called `name` with this hash; None where it is not at hand."""
    if not name:
        return None
    for folder in folders(datasette):
        for path in sorted(folder.glob("**/*.pdf")):
            if path.name == name and path.is_file() and digest(path) == sha256:
                return path
    return None


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, computed again only when the file changes."""
    stat = path.stat()
    return _digest(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4096)
def _digest(path: Path, mtime: int, size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
