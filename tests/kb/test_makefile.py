"""`make demo` as a newcomer runs it: the site opens whenever there is anything to show."""

import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[2] / "Makefile"

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make")


def demo(folder: Path, ingest_ends: int) -> tuple[int, list[str]]:
    """How `make demo` ends, and the commands that it ran; `kb ingest` ends with this exit code."""
    shutil.copy(MAKEFILE, folder)
    for name in ("pyproject.toml", "constraints.txt", ".venv/bin/python", ".venv/installed"):  # the last is the newest
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    kb = folder / ".venv" / "bin" / "kb"
    kb.write_text(f'#!/bin/sh\necho "$1" >> ran\n[ "$1" != ingest ] || exit {ingest_ends}\n')
    kb.chmod(0o755)
    ran = subprocess.run(["make", "demo"], cwd=folder, capture_output=True, text=True, check=False)
    return ran.returncode, (folder / "ran").read_text().split()


@pytest.mark.parametrize(
    ("ingest_ends", "commands"), [(0, ["ingest", "serve"]), (1, ["ingest", "serve"]), (130, ["ingest"])]
)
def test_a_file_that_cannot_be_read_does_not_keep_the_site_closed(
    tmp_path: Path, ingest_ends: int, commands: list[str]
) -> None:
    code, ran = demo(tmp_path, ingest_ends)
    assert ran == commands
    assert (code == 0) == (commands[-1] == "serve")
