"""The site's code as a folder that runs without the project: the plugin with all modules of ours that it imports."""

import ast
import importlib.metadata
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

__all__ = ["REQUIRED", "copy_code", "modules", "needed"]

ROOT = Path(str(files("kb"))).parent
OURS = ("kb", "extract", "schema")
REQUIRED = ("datasette", "uvicorn", "pydantic", "pypdfium2", "pillow", "openpyxl", "pyyaml", "rdflib")
"""Packages that a published site can't do without. A test visits it with nothing else at hand."""
DATA = ("kb/graph/sql", "kb/site/sql", "kb/site/static", "kb/site/templates", "kb/base/tables/sql", "extract/lexicon")
"""Folders that the code reads from."""
NAME_OF = re.compile(r"[\w.-]+")


def copy_code(folder: Path) -> None:
    """The code below `code`, the file that loads it, and what starts it all."""
    for source in (*modules("kb.site").values(), *(f for d in DATA for f in (ROOT / d).rglob("*") if f.is_file())):
        if "__pycache__" not in source.parts:
            path = folder / "code" / source.relative_to(ROOT)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.read_bytes())
    for source in (ROOT / "kb" / "publish" / "files").iterdir():
        target = folder / ("plugins/whitepapers.py" if source.name == "plugin.py.txt" else source.name)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(source.read_bytes())
        if source.suffix == ".sh":
            target.chmod(0o755)


def modules(package: str) -> dict[str, Path]:
    """The modules of a package, and those of ours that they import in turn, also inside functions: name -> file."""
    found: dict[str, Path] = {}
    waiting = [_name_of(path) for path in sorted((ROOT / Path(*package.split("."))).rglob("*.py"))]
    while waiting:
        name = waiting.pop()
        path = _file_of(name)
        if name not in found and path is not None:
            found[name] = path
            waiting += [name.rpartition(".")[0], *_imported(path)]
    return found


def _name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _file_of(name: str) -> Path | None:
    """The file of a module of ours; None for what is none, as a class imported from one."""
    path = ROOT / Path(*name.split("."))
    choices = (path / "__init__.py", path.with_suffix(".py")) if name.partition(".")[0] in OURS else ()
    return next((choice for choice in choices if choice.is_file()), None)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def needed(names: Iterable[str]) -> list[str]:
    """The packages and those they need in turn, as they are installed here: the same will be installed elsewhere."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop(0)).lower()
        if name not in (*found, "pip", "setuptools") and installed(name):
            found[name] = None
            asked = [text for text in importlib.metadata.requires(name) or [] if "extra ==" not in text]
            waiting += [found_name[0] for found_name in map(NAME_OF.match, asked) if found_name]
    return list(found)


def installed(name: str) -> bool:
    """Whether a package is here: what is asked for on other systems only is not."""
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
