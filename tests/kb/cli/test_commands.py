"""The commands, as a person types them."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from papers import full_paper
from pdfs import NO_COPY, corrupt, pdf, truncated

import kb.ingest.run
from kb.cli import COMMANDS, main
from kb.errors import KbError
from kb.ingest import workers
from kb.ingest.run import Options, ingest
from kb.ingest.sources import find
from schema import Paper, Source

KB = Path(sys.executable).with_name("kb")
BILINGUAL = re.compile(r"[一-鿿].*[A-Za-z]", re.DOTALL)
Ran = subprocess.CompletedProcess[str]


def kb_(*args: object, **more: object) -> Ran:
    return subprocess.run([KB, *map(str, args)], capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here, not in processes of their own: the same answers, sooner."""

    def read_all(tasks: Iterable[workers.Task], limits: workers.Limits) -> Iterator[workers.Outcome]:
        for task in tasks:
            read, error = workers._read(task)
            yield workers.Outcome(task, Paper.model_validate_json(read) if read else None, error, 0.0)

    monkeypatch.setattr(workers, "read_all", read_all)
    monkeypatch.setattr(kb.ingest.run, "read_all", read_all)


def run(*args: object) -> Result:
    """A command, in this process."""
    return CliRunner().invoke(main, list(map(str, args)))


def said(result: Ran) -> str:
    return result.stdout + result.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_in_both_languages(name):
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.short_help == COMMANDS[name][1]
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert BILINGUAL.search(result.output)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name != "help":
            assert BILINGUAL.search(parameter.help or ""), parameter.name


def test_help_loads_nothing_heavy():
    code = "import sys; from kb.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(name in found.stdout for name in COMMANDS)
    loaded = set(found.stderr.split())
    assert not loaded & {"spacy", "pydantic", "datasette", "sqlite_utils", "rich", "pypdfium2", "extract", "schema"}


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["nope"], 2),
        (["ingest"], 2),
        (["ingest", "x", "--jobs", "0"], 2),
        (["extract"], 2),
        (["remove"], 2),
        (["diff", "2022", "many"], 2),
        (["audit", "--nope"], 2),
        (["--version"], 0),
    ],
)
def test_wrong_usage_is_exit_2_and_said_in_both_languages(args, code):
    result = CliRunner().invoke(main, args)
    assert result.exit_code == code
    assert code == 0 or BILINGUAL.search(result.stderr.splitlines()[-1])


def test_schema_prints_records_and_json_schema():
    text = CliRunner().invoke(main, ["schema"]).output
    assert "RankingEntry" in text
    assert "名次 Rank" in text
    told = json.loads(CliRunner().invoke(main, ["schema", "--json"]).output)
    assert told == Paper.model_json_schema()


@pytest.mark.usefixtures("inline")
def test_extract_prints_the_facts_of_one_file(tmp_path):
    (tmp_path / "报告.pdf").write_bytes(pdf("Hello", "World"))
    result = run("extract", tmp_path / "报告.pdf")
    assert result.exit_code == 0, result.stderr
    paper = Paper.model_validate_json(result.stdout)
    assert (paper.document.id, paper.document.page_count) == ("报告", 2)
    assert {"document", "sections", "rankings", "policies", "tables", "findings"} <= set(json.loads(result.stdout))
    written = run("extract", tmp_path / "报告.pdf", "--output", tmp_path / "out.json")
    assert written.exit_code == 0
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == result.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.pdf", None, "没有这个文件"),
        ("locked.pdf", pdf("x", password="abc"), "--password"),
        (".", None, "是文件夹"),
    ],
)
@pytest.mark.usefixtures("inline")
def test_extract_says_in_one_line_why_not(name, content, says, tmp_path):
    if content:
        (tmp_path / name).write_bytes(content)
    result = run("extract", tmp_path / name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert says in result.stderr
    assert str(tmp_path / name) in result.stderr


@pytest.mark.usefixtures("inline")
def test_a_folder_with_good_and_bad_files(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    contents = {
        "sound": pdf("Hello"), "restricted": pdf("Hi", permissions=NO_COPY), "locked": pdf("x", password="abc"), "empty": b"",
        "truncated": truncated(), "corrupt": corrupt(), "text": b"no PDF at all",
    }  # fmt: skip
    for name, content in contents.items():
        (folder / f"{name}.pdf").write_bytes(content)
    base = tmp_path / "x.db"
    result = run("ingest", folder, tmp_path / "gone.pdf", "--db", base)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    for name in ("locked", "empty", "truncated", "corrupt", "text"):
        (line,) = [x for x in lines if x.startswith(f"{folder / name}.pdf：")]
        assert BILINGUAL.search(line)
    assert sum("gone.pdf：没有这个文件" in x for x in lines) == 1
    assert "限制复制 restricted" in result.stdout
    with sqlite3.connect(base) as db:
        assert db.execute("SELECT id FROM documents ORDER BY id").fetchall() == [("restricted",), ("sound",)]
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    again = run("ingest", folder / "sound.pdf", folder / "restricted.pdf", "--db", base)
    assert again.exit_code == 0
    assert again.stdout.count("未变 unchanged") == 2
    status = run("status", "--db", base)
    assert status.exit_code == 0
    assert "sound" in status.stdout
    assert "2 份 papers" in status.stdout
    assert run("remove", "sound", "--db", base).exit_code == 0
    assert "sound" not in run("status", "--db", base).stdout


@pytest.mark.usefixtures("inline")
def test_the_password_opens(tmp_path):
    (tmp_path / "locked.pdf").write_bytes(pdf("x", password="abc"))
    result = run("ingest", tmp_path, "--db", tmp_path / "x.db", "--password", "abc")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("command", [["status"], ["remove", "a"]])
def test_without_a_base_there_is_a_sentence(command, tmp_path):
    result = run(*command, "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "没有这个库" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_of_another_program_is_left_alone(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf("x"))
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (x)")
    before = other.read_bytes()
    result = run("ingest", tmp_path / "a.pdf", "--db", other)
    assert result.exit_code == 1
    assert result.stderr.endswith("give another file with --db)\n")
    assert other.read_bytes() == before


def limited() -> None:
    """No file may grow over so many bytes: what a full disk looks like."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (1_600_000, 1_600_000))


@pytest.mark.skipif(sys.platform != "linux", reason="limits differ elsewhere")
def test_a_full_disk_is_a_sentence_and_leaves_no_half_paper(tmp_path, put):
    (tmp_path / "a.pdf").write_bytes(pdf(*["x" * 1000] * 40))
    result = kb_("ingest", tmp_path, "--db", tmp_path / "x.db", preexec_fn=limited)
    assert result.returncode == 1
    assert "磁盘" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf"]


def as_nobody(run: Callable[[], str]) -> str:
    """What `run` gives, run by a user without rights."""
    if os.getuid() != 0:
        return run()
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.seteuid(65534)
            os.write(write, run().encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as told:
        text = told.read()
    os.waitpid(pid, 0)
    return text


class Deaf:
    """A listener that does not care."""

    def start(self, files: int) -> None: ...
    def done(self, result: object) -> None: ...


def test_files_and_folders_without_permission(tmp_path, reader):
    folder, pdf_file, base = tmp_path / "in", tmp_path / "in" / "open" / "a.pdf", tmp_path / "x.db"
    for name in ("closed", "open"):
        (folder / name).mkdir(parents=True)
    pdf_file.write_bytes(pdf("x"))
    own = [p for p in tmp_path.parents if p.name.startswith(("pytest-", "popen-"))]
    for path in (tmp_path, *own):  # pytest's own folders are closed to others
        path.chmod(0o755)
    for path in (pdf_file, folder / "closed"):
        path.chmod(0)
    workers._read(workers.Task(pdf_file, Source()))  # nobody may load what root has not loaded

    def try_all() -> str:
        told = [workers._read(workers.Task(pdf_file, Source()))[1], *map(str, find([str(folder)]))]
        try:
            ingest([str(folder)], base, Options("1"), Deaf(), read=reader({}))
        except KbError as error:
            told.append(str(error))
        return "\n".join(map(str, told))

    told = as_nobody(try_all)
    assert "没有读取权限" in told
    assert f"{folder / 'closed'}：没有权限" in told
    assert f"{base}：文件夹不存在或不可写" in told


def stopped(how: signal.Signals, folder: Path, base: Path) -> tuple[int, list[str]]:
    """Exit code and lines of an ingest that is stopped when its first paper is in."""
    folder.mkdir()
    for n in range(8):
        (folder / f"{folder.name}{n}.pdf").write_bytes(pdf(*[f"page {n} of {folder.name}"] * 5))
    command = [KB, "ingest", folder, "--db", base, "--jobs", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if "新增 added" in line:
            process.send_signal(how)
            break
    _, errors = process.communicate(timeout=60)
    return process.returncode, errors.splitlines()


def test_interrupted_or_killed_the_base_is_sound_and_the_next_run_goes_on(tmp_path):
    base = tmp_path / "x.db"
    done = 0
    for how in (signal.SIGINT, signal.SIGKILL):
        code, lines = stopped(how, tmp_path / how.name, base)
        assert not any("Traceback" in line for line in lines)
        if how == signal.SIGINT and code:  # it may have been through by then
            assert code == 1
            assert lines[-1].startswith("已中断")
            assert sorted(p.name for p in tmp_path.iterdir()) == ["SIGINT", "x.db"]
        with sqlite3.connect(base) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            before, done = done, db.execute("SELECT count(*) FROM documents").fetchone()[0]
        assert done > before


def test_status_of_a_full_base(base, put):
    put(base, full_paper("paper-2021"))
    result = run("status", "--db", base)
    assert result.exit_code == 0
    assert "paper-2021" in result.output
    assert "旧版读的 old extractor" in result.output


KILLED = """
import os, signal, sys
import kb.base.file
def die(*args):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(kb.base.file, sys.argv[1], die)
from kb.cli import main
main(["ingest", *sys.argv[2:]])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("at", ["create", "create_index", "rebuild"])
@pytest.mark.usefixtures("inline")
def test_killed_before_the_base_is_made_the_next_run_makes_it(at, tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf("Hello"))
    base = tmp_path / "x.db"
    died = subprocess.run([sys.executable, "-c", KILLED, at, tmp_path, "--db", base], check=False)
    assert died.returncode == -signal.SIGKILL
    assert base.exists()
    result = run("ingest", tmp_path, "--db", base)
    assert result.exit_code == 0, result.stderr
    assert "a" in run("status", "--db", base).stdout
