"""What one file does harms no other, nor the process that reads them."""

from pathlib import Path

from lost_workers import dying, hungry
from pdfs import NO_COPY, corrupt, pdf, truncated

from kb.ingest import workers
from kb.ingest.workers import Limits, Task, read_all
from schema import Source


def task(path: Path, content: bytes | None, password: str | None = None) -> Task:
    if content is not None:
        path.write_bytes(content)
    return Task(path, Source(id=path.stem), password)


def test_each_file_gets_its_own_answer(tmp_path):
    tasks = [
        task(tmp_path / "sound.pdf", pdf("Hello", "World")),
        task(tmp_path / "locked.pdf", pdf("x", password="abc")),
        task(tmp_path / "opened.pdf", pdf("Hi", password="abc"), "abc"),
        task(tmp_path / "wrong.pdf", pdf("Hi", password="abc"), "xyz"),
        task(tmp_path / "restricted.pdf", pdf("Hi", permissions=NO_COPY)),
        task(tmp_path / "empty.pdf", b""),
        task(tmp_path / "truncated.pdf", truncated()),
        task(tmp_path / "corrupt.pdf", corrupt()),
        task(tmp_path / "text.pdf", "不是 PDF".encode()),
        task(tmp_path / "gone.pdf", None),
    ]
    found = {o.task.path.stem: o for o in read_all(tasks, Limits(jobs=1))}
    assert len(found) == len(tasks)
    papers = {name: o.paper for name, o in found.items() if o.paper}
    assert {name: p.document.page_count for name, p in papers.items()} == {"sound": 2, "opened": 1, "restricted": 1}
    assert papers["restricted"].document.restricted
    says = {
        "locked": "有密码", "wrong": "密码不对", "empty": "空的", "truncated": "被截断", "corrupt": "已损坏", "text": "不是 PDF",
        "gone": "不见了",
    }  # fmt: skip
    for name, words in says.items():
        assert words in (found[name].error or ""), name


def test_a_worker_that_dies_or_hangs_is_the_failure_of_its_file_only(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_serve", dying)
    tasks = [Task(tmp_path / f"{name}.pdf", Source()) for name in ("one", "crash", "two", "slow", "three")]
    found = {o.task.path.stem: o.error or "" for o in read_all(tasks, Limits(jobs=2, seconds=1.5))}
    assert "意外中止" in found["crash"]
    assert "SIGABRT" in found["crash"]
    assert "超过 1.5 秒" in found["slow"]
    assert [found[name] for name in ("one", "two", "three")] == ["done"] * 3


def test_a_file_that_takes_too_much_memory_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_serve", hungry)
    (outcome,) = read_all([Task(tmp_path / "a.pdf", Source())], Limits(megabytes=1024))
    assert "内存不够" in (outcome.error or "")


def test_no_worker_is_left_when_the_reading_is_broken_off(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_serve", dying)
    tasks = [Task(tmp_path / f"{n}.pdf", Source()) for n in range(3)]
    outcomes = read_all(tasks, Limits(jobs=1))
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert not workers.multiprocessing.active_children()
