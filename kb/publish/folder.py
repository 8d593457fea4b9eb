"""`kb publish`: a folder that `datasette serve` runs elsewhere: the base, its pages, metadata, the plugin, a start script."""

import hashlib
import importlib.metadata
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kb.base.file import for_reading
from kb.errors import KbError
from kb.publish.code import REQUIRED, copy_code, needed
from kb.site.base import NAME
from kb.site.papers import PLUGIN, find_pages, pictures_folder
from kb.site.serve import PUBLIC_SETTINGS, read_metadata

__all__ = ["Published", "publish"]

MARK = ".kb-published"
NOT_EMPTY = (
    "{folder}：不是空文件夹，也不是先前发布的；请另给一个 (not empty and not published before; give another folder)"
)


@dataclass(slots=True)
class Published:
    """What went into the folder: papers with their PDF or pictures, those withheld, those not at hand."""

    folder: Path
    shown: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def publish(
    db: Path, folder: Path, papers: list[Path], *, pictures: bool = False, restricted: bool = False
) -> Published:
    """Write the folder. Pages go as PDFs, or with `pictures` as PNG; those of papers whose flags forbid copying only
    with `restricted`. Raises KbError where the folder holds something else."""
    made_empty(folder)
    copy_base(db, folder / f"{NAME}.db")
    done = copy_pages(folder, papers, pictures=pictures, restricted=restricted)
    told = read_metadata(db)
    told["plugins"] = {
        **told.get("plugins", {}),
        PLUGIN: {"papers": "corpus", "public": True, "restricted_pictures": restricted},
    }
    written = {
        "metadata.yml": yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000),
        ".dockerignore": ".venv\n",
        "settings.json": json.dumps(PUBLIC_SETTINGS, indent=2),
        "inspect-data.json": json.dumps({NAME: inspected(folder / f"{NAME}.db")}, ensure_ascii=False, indent=2),
        "requirements.txt": "".join(f"{name}=={importlib.metadata.version(name)}\n" for name in needed(REQUIRED)),
    }
    for name, text in written.items():
        (folder / name).write_text(text, "utf-8")
    copy_code(folder)
    return done


def made_empty(folder: Path) -> None:
    """Make the folder, or clear one that was published before."""
    if folder.exists() and not (folder / MARK).exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KbError(NOT_EMPTY.format(folder=folder))
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).write_text("made by kb publish, which may clear this folder\n", "utf-8")


def copy_base(db: Path, to: Path) -> None:
    """A copy of the base at one moment, page by page (so that row numbers, which search goes by, stay)."""
    with for_reading(db) as base, closing(sqlite3.connect(to)) as copy:
        base.backup(copy)
        copy.execute("pragma journal_mode = delete")


def copy_pages(folder: Path, papers: list[Path], *, pictures: bool, restricted: bool) -> Published:
    """The PDFs, or pictures of their pages, below `corpus`."""
    done = Published(folder)
    with closing(sqlite3.connect(folder / f"{NAME}.db")) as base:
        rows = base.execute("select id, file, sha256, restricted, page_count from documents order by id").fetchall()
    for id, file, sha256, forbidden, count in rows:
        source = find_pages(papers, id, file, sha256)
        if forbidden and not restricted:
            done.withheld.append(id)
        elif source is None:
            done.missing.append(id)
        else:
            done.shown.append(id)
            to = folder / "corpus" / pictures_folder(id, sha256)
            if source.is_dir():
                shutil.copytree(source, to)
            elif pictures:
                draw_pages(source, count, to)
            else:
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, to.parent / source.name)
    return done


def draw_pages(source: Path, count: int, to: Path) -> None:
    """Each page as PNG."""
    from kb.site.picture import PICTURED_AT, Picture, draw

    to.mkdir(parents=True)
    for number in range(1, count + 1):
        (to / f"{number}.png").write_bytes(draw(Picture(source, number, scale=PICTURED_AT)))


def inspected(db: Path) -> dict[str, Any]:
    """What Datasette would find out at each start: hash, size, rows by table. It also makes it open the file immutable."""
    with closing(sqlite3.connect(db)) as base:
        names = [name for (name,) in base.execute("select name from sqlite_master where type = 'table'")]
        counts = {name: {"count": base.execute(f'select count(*) from "{name}"').fetchone()[0]} for name in names}
    with db.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"hash": digest, "size": db.stat().st_size, "file": db.name, "tables": counts}
