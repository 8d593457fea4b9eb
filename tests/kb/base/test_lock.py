"""One writer at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from kb.base.lock import lock_path, locked
from kb.errors import KbError

HOLD = """
import sys
from pathlib import Path
from kb.base.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(base: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(base)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_who_holds_the_lock_is_named(tmp_path):
    base = tmp_path / "x.db"
    with holder(base) as process:
        with pytest.raises(KbError, match=f"进程 {process.pid}.*正在写入"), locked(base, wait=0.2):
            pass
        process.communicate()
    with locked(base, wait=5):
        pass
    assert not lock_path(base).exists()


def test_a_lock_dies_with_its_holder(tmp_path):
    base = tmp_path / "x.db"
    with holder(base) as process:
        process.kill()
    assert lock_path(base).exists()
    with locked(base, wait=0.2):
        pass


def test_one_waits_for_the_other(tmp_path):
    base = tmp_path / "x.db"
    with holder(base) as process:
        assert process.stdin is not None
        process.stdin.close()
        with locked(base, wait=20):
            pass


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(KbError, match="文件夹不存在或不可写"), locked(tmp_path / "none" / "x.db"):
        pass
