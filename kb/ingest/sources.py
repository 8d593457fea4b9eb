"""What to read in: the PDFs among files, folders and patterns, each with its `source.yml`."""

import glob
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from kb.errors import KbError
from kb.yaml_files import in_words, load
from schema import Paper, Source
from schema.source import Expectation

__all__ = ["SOURCE", "Candidate", "Refused", "as_id", "find", "read_source", "shown"]

SOURCE = "source.yml"
MISNAMED = ("source.yaml", "source.yml.txt", "sources.yml")
YEARS = range(1900, 2101)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MAGIC = frozenset("*?[")
NOT_IN_ID = re.compile(r"[/\\\s~:@]+")


@dataclass(frozen=True)
class Candidate:
    """A PDF that may go in, and what a person says of it."""

    path: Path
    source: Source

    @property
    def id(self) -> str:
        """The key of its document."""
        return self.source.id or self.path.stem

    @property
    def says_nothing(self) -> bool:
        """Whether nobody says anything of it: there is no `source.yml` that means it."""
        return self.source == Source(id=self.source.id)

    @cached_property
    def source_digest(self) -> str:
        """Changes whenever what is said of it does."""
        return hashlib.sha256(self.source.model_dump_json().encode()).hexdigest()[:12]


class Refused(KbError):
    """A PDF that can't be taken, and why."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.path = path


Found = Candidate | KbError


def find(paths: Iterable[str]) -> list[Found]:
    """Every PDF that `paths` name, once, in order; an error in the place of each that can't be taken."""
    seen: set[Path] = set()
    found: list[Found] = []
    for one in (c for path in paths for c in _at(path)):
        if isinstance(one, Candidate):
            real = one.path.resolve()
            if real in seen:
                continue
            seen.add(real)
        found.append(one)
    return found


def _at(given: str) -> Iterator[Found]:
    path = Path(given)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError:  # Such as a folder on the way that may not be entered, or a name that is too long.
        yield KbError(f"{given}：到不了；请检查路径与权限 (can't be reached; check the path and permissions)")
        return
    if is_folder:
        yield from _in_folder(path)
    elif exists:
        yield _guarded(path)
    elif MAGIC & set(given):
        yield from _matching(given)
    else:
        yield KbError(f"{given}：没有这个文件或文件夹；请检查路径 (no such file or folder; check the path)")


def _matching(pattern: str) -> Iterator[Found]:
    matches = sorted(glob.glob(pattern, recursive=True), key=_in_order)  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not matches:
        yield KbError(f"{pattern}：没有文件与之相符；请检查写法 (nothing matches; check the pattern)")
    for match in matches:
        yield from _at(match)


def _in_folder(folder: Path) -> Iterator[Found]:
    found = list(_under(folder))
    if not found:
        found = [
            KbError(
                f"{folder}：文件夹里没有 PDF；请放入 PDF 或另给路径 (no PDF in the folder; put one there or give another)"
            )
        ]
    yield from found


def _under(folder: Path) -> Iterator[Found]:
    try:
        inside = sorted((p for p in folder.iterdir() if not p.name.startswith(".")), key=_in_order)
    except PermissionError:
        yield KbError(f"{folder}：没有权限；请检查文件夹权限 (no permission; check the folder's permissions)")
        return
    for path in inside:
        if path.is_dir():
            if not path.is_symlink():
                yield from _under(path)
        elif path.suffix.lower() == ".pdf":
            yield _guarded(path)


def _in_order(path: Path | str) -> tuple[Path, str, str]:
    """By name, `报告.pdf` before its copy `报告 (1).pdf`."""
    path = Path(path)
    return path.parent, path.stem, path.name


def _guarded(path: Path) -> Found:
    try:
        return Candidate(path, read_source(path))
    except KbError as error:
        return Refused(path, str(error))


def read_source(pdf: Path) -> Source:
    """What the `source.yml` beside a PDF says of it, with its id; an empty one where there is none or it means another.

    A `source.yml` is of the file that it names, else of the only PDF in its folder. Raises KbError where it is wrong.
    """
    path = pdf.parent / SOURCE
    if not path.is_file():
        for name in MISNAMED:
            if (pdf.parent / name).is_file():
                raise KbError(f"{pdf.parent / name}：文件名应是 {SOURCE}；请改名 (must be called {SOURCE}; rename it)")
        return Source(id=as_id(pdf.stem))
    source = _parsed(path)
    if not _is_of(source, pdf, path):
        return Source(id=as_id(pdf.stem))
    source = source if source.id else source.model_copy(update={"id": as_id(pdf.resolve().parent.name)})
    if source.previous == source.id:
        raise KbError(f"{path}：previous 是它自己；请写上一版的编号 (is itself; give the id of the last edition)")
    return source


def as_id(name: str) -> str:
    """A file's or folder's name as the key of a document."""
    return NOT_IN_ID.sub("-", shown(name).strip())


def shown(path: Path | str) -> str:
    """A path as text that can be printed and stored, also where its bytes are no UTF-8."""
    return str(path).encode("utf-8", "replace").decode()


def _is_of(source: Source, pdf: Path, path: Path) -> bool:
    if source.file:
        if not (pdf.parent / source.file).is_file():
            raise KbError(
                f"{path}：所说的 {source.file} 不在文件夹里；请改正 (the file it names is not there; mend it)"
            )
        return source.file == pdf.name
    if sum(p.suffix.lower() == ".pdf" and not p.name.startswith(".") for p in pdf.parent.iterdir()) > 1:
        raise KbError(
            f"{path}：文件夹里不止一份 PDF；请写明 file (more than one PDF in the folder; say which with `file`)"
        )
    return True


def _parsed(path: Path) -> Source:
    told = load(path)
    try:
        source = Source.model_validate(told if told is not None else {})
    except ValidationError as error:
        raise in_words(path, error, Source) from error
    for field, chinese, english in _mistakes(source):
        raise KbError(f"{path}：{field} 不对：{chinese}；请改正 ({english}; mend it)")
    return source


def _mistakes(source: Source) -> Iterator[tuple[str, str, str]]:
    """A field and what is wrong with its value, in Chinese and English."""
    if source.id is not None and (NOT_IN_ID.search(source.id) or not source.id):
        yield "id", "id 不能含空白与 / \\ ~ : @，也不能空着", "must not hold white space or any of these, nor be empty"
    if source.year is not None and source.year not in YEARS:
        yield "year", "应是四位年份，如 2021", "must be a year of four digits"
    if source.published is not None and not DATE.fullmatch(source.published):
        yield "published", "应写成 2021、2021-10 或 2021-10-15", "must be written like one of these"
    if source.expect:
        yield from _unknown_kinds(source.expect)


def _unknown_kinds(expect: Expectation) -> Iterator[tuple[str, str, str]]:
    known = [name for name, info in Paper.model_fields.items() if str(info.annotation).startswith("list")]
    for field, kinds in (("counts", expect.counts), ("minimum", expect.minimum)):
        for kind in kinds:
            if kind not in known:
                yield f"expect.{field}.{kind}", f"没有这一类，有 {'、'.join(known)}", "no such kind of record"
