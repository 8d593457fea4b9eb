"""A published folder runs by itself and shows no page it should not; a picture of a page goes into a file."""

import asyncio
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from papers import full_paper
from PIL import Image

from kb.base.file import for_writing
from kb.cli import main
from kb.errors import KbError
from kb.publish import publish
from kb.publish.code import needed
from kb.site.serve import datasette_for
from kb.store import store
from kb.store.rows import rows_of

VISIT = """
import asyncio, json, re, sys
from importlib.metadata import packages_distributions
from pathlib import Path

folder = Path(sys.argv[1])
pinned = {re.split("==", line)[0] for line in (folder / "requirements.txt").read_text().split()}
absent = {
    top
    for top, owners in packages_distributions().items()
    if not any(re.sub("[-_.]+", "-", owner).lower() in pinned for owner in owners) and top != "_pytest"
} - {"kb", "schema", "extract"}
# An editable install offers the whole project, whatever the path says.
sys.meta_path[:] = [finder for finder in sys.meta_path if "editable" not in repr(finder).lower()]

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(f"{name} is not among the requirements", name=name)

sys.meta_path.insert(0, Absent())
from datasette.app import Datasette
site = Datasette([], config_dir=folder)
async def visit():
    await site.invoke_startup()
    found = {}
    for path in json.loads(sys.argv[2]):
        response = await site.client.get(path)
        found[path] = [response.status_code, len(response.content), response.text[:60000]]
    return found
found = asyncio.run(visit())
ours = [m.__file__ for name, m in list(sys.modules.items()) if name.partition(".")[0] in ("kb", "schema", "extract")]
assert ours and all(Path(file).is_relative_to(folder) for file in ours if file), ours
print(json.dumps(found))
"""


def visit(folder: Path, *paths: str) -> dict[str, Any]:
    """What a process with nothing but the folder's code answers."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "code")}
    command = [sys.executable, "-c", VISIT, str(folder), json.dumps(paths)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def open_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers' folder, of papers that may be copied."""
    copy = tmp_path_factory.mktemp("open")
    shutil.copytree(folder / "corpus", copy / "corpus")
    with sqlite3.connect(folder / "whitepapers.db") as source, sqlite3.connect(copy / "whitepapers.db") as target:
        source.backup(target)
        target.execute("update documents set restricted = 0")
    return copy


def test_what_a_package_needs_in_turn_is_pinned_too() -> None:
    found = needed(["Datasette"])
    assert found[0] == "datasette"
    assert {"httpx", "jinja2", "h11"} <= set(found)
    assert {"pip", "pytest", "playwright"}.isdisjoint(found)


def test_a_published_folder_runs_by_itself(open_folder: Path, tmp_path: Path) -> None:
    done = publish(open_folder / "whitepapers.db", tmp_path / "out", [open_folder / "corpus"])
    assert (done.shown, done.withheld) == (["paper-2021"], [])
    assert {"start.sh", "Dockerfile", "README.txt", "requirements.txt"} <= {
        p.name for p in (tmp_path / "out").iterdir()
    }
    assert os.access(tmp_path / "out" / "start.sh", os.X_OK)
    paths = (
        "/", "/-/place/370100", "/-/ranking/paper-2022/表1", "/-/graph/data.json?view=all", "/-/graph/export.ttl", "/-/map",
        "/-/search?q=济南", "/whitepapers/passages.json?_search=城市大脑", "/whitepapers/ranking_of_a_year", "/whitepapers/places.csv",
        "/-/evidence/platforms:济南市/城市大脑:paper-2021:1.png", "/-/static-plugins/whitepaper-kb/site.css", "/-/policy/国发〔2021〕29号",
    )  # fmt: skip
    found = visit(tmp_path / "out", *paths)
    assert {path: answer[0] for path, answer in found.items()} == dict.fromkeys(paths, 200)
    assert json.loads(found[paths[7]][2])["filtered_table_rows_count"] > 0
    assert found[paths[10]][1] > 10_000


def test_its_base_is_immutable_and_searched_as_before(open_folder: Path, tmp_path: Path) -> None:
    publish(open_folder / "whitepapers.db", tmp_path / "out", [])
    with sqlite3.connect(tmp_path / "out" / "whitepapers.db") as db:
        assert db.execute("pragma journal_mode").fetchone() == ("delete",)
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    told = json.loads((tmp_path / "out" / "inspect-data.json").read_text("utf-8"))["whitepapers"]
    assert told["file"] == "whitepapers.db"
    assert told["tables"]["documents"]["count"] == 3


def test_strangers_learn_nothing_of_the_machine(open_folder: Path, tmp_path: Path) -> None:
    publish(open_folder / "whitepapers.db", tmp_path / "out", [])
    paths = ("/-/databases.json", "/-/threads", "/-/settings.json", "/-/versions.json", "/-/plugins")
    assert [answer[0] for answer in visit(tmp_path / "out", *paths).values()] == [404] * len(paths)
    texts = [p.read_text("utf-8") for p in (tmp_path / "out").iterdir() if p.suffix in (".yml", ".json", ".txt", ".sh")]
    assert not [text for text in texts if str(open_folder) in text]


def test_pages_can_go_as_pictures(open_folder: Path, tmp_path: Path) -> None:
    publish(open_folder / "whitepapers.db", tmp_path / "out", [open_folder / "corpus"], pictures=True)
    assert list((tmp_path / "out").rglob("*.pdf")) == []
    assert len(list((tmp_path / "out" / "corpus").rglob("*.png"))) == 4
    path = "/-/evidence/platforms:济南市/城市大脑:paper-2021:1.png?page=1"
    own = datasette_for(tmp_path / "out" / "whitepapers.db", tmp_path / "out" / "metadata.yml")
    response = asyncio.run(own.client.get(path))
    assert Image.open(io.BytesIO(response.content)).size == (1190, 1684)


def test_papers_that_forbid_copying_keep_their_pages(folder: Path, tmp_path: Path) -> None:
    done = publish(folder / "whitepapers.db", tmp_path / "out", [folder / "corpus"])
    assert done.withheld == ["paper-2021", "paper-2022", "paper-odd"]
    assert not (tmp_path / "out" / "corpus").exists()
    done = publish(folder / "whitepapers.db", tmp_path / "out", [folder / "corpus"], restricted=True)
    assert done.shown == ["paper-2021"]
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 1


def test_a_folder_with_something_else_is_left_alone(base: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(KbError, match="not empty"):
        publish(base, tmp_path / "mine", [])
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def run(*words: str) -> Any:
    return CliRunner().invoke(main, words)


def test_evidence_as_a_file(folder: Path, tmp_path: Path) -> None:
    db, out = str(folder / "whitepapers.db"), tmp_path / "x.png"
    for key in ("platforms:济南市/城市大脑", "platforms:济南市/城市大脑:paper-2021:1"):
        assert run("evidence", key, "--db", db, "--out", str(out)).exit_code == 0
        assert Image.open(out).width == 1190
    assert (
        run(
            "evidence", "platforms:济南市/城市大脑:paper-2021:1", "--whole", "--scale", "1", "--db", db, "-o", str(out)
        ).exit_code
        == 0
    )
    assert Image.open(out).size == (595, 842)


@pytest.mark.parametrize(
    ("key", "said"), [("none", "no such evidence"), ("ranking_entries:paper-2022/表1/1", "not at hand")]
)
def test_evidence_that_can_not_be_drawn_is_named(folder: Path, tmp_path: Path, key: str, said: str) -> None:
    result = run("evidence", key, "--db", str(folder / "whitepapers.db"), "--out", str(tmp_path / "x.png"))
    assert result.exit_code == 1
    assert said in result.output
    assert not (tmp_path / "x.png").exists()


def test_publish_says_what_went_in(folder: Path, tmp_path: Path) -> None:
    result = run("publish", str(tmp_path / "out"), "--db", str(folder / "whitepapers.db"))
    assert result.exit_code == 0
    assert "paper-2022" in result.output
    assert "--restricted" in result.output


def test_a_paper_that_comes_in_later_is_published_next_time(base: Path, tmp_path: Path) -> None:
    publish(base, tmp_path / "out", [])
    with for_writing(base) as db, db.atomic():
        store(db, "one", rows_of(full_paper("one"), file="x.pdf", stored_as="t"))
    assert publish(base, tmp_path / "out", []).withheld == ["one"]
