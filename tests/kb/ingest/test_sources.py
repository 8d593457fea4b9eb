"""Which files are taken, under which key, and what is said of those that can't be."""

import os
from pathlib import Path

import pytest
from pdfs import pdf

from kb.errors import KbError
from kb.ingest.sources import Candidate, find


def tree(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def ids(*paths: Path | str) -> list[str]:
    return [one.id if isinstance(one, Candidate) else "!" for one in find(map(str, paths))]


def the_error(*paths: Path | str) -> str:
    (error,) = [one for one in find(map(str, paths)) if isinstance(one, KbError)]
    return str(error)


def test_files_folders_and_patterns(tmp_path):
    tree(tmp_path, {"a.pdf": b"", "in/b.PDF": b"", "in/deep/c.pdf": b"", "in/.hidden.pdf": b"", "in/notes.txt": b""})
    assert ids(tmp_path / "a.pdf") == ["a"]
    assert ids(tmp_path) == ["a", "b", "c"]
    assert ids(tmp_path / "*.pdf") == ["a"]
    assert ids(str(tmp_path / "**" / "*.pdf")) == ["a", "c"]


def test_a_file_named_twice_is_taken_once(tmp_path):
    tree(tmp_path, {"a.pdf": b""})
    assert ids(tmp_path / "a.pdf", tmp_path, tmp_path / "*.pdf") == ["a"]


def test_source_yml_gives_key_and_facts(tmp_path):
    tree(
        tmp_path,
        {
            "ccid/报告.pdf": b"",
            "ccid/source.yml": "title: 白皮书\nyear: 2021\n",
            "x/r.pdf": b"",
            "x/source.yml": "id: y",
        },
    )
    one, two = find([str(tmp_path)])
    assert isinstance(one, Candidate)
    assert isinstance(two, Candidate)
    assert (one.id, one.source.title, one.source.year) == ("ccid", "白皮书", 2021)
    assert two.id == "y"
    assert one.source_digest != two.source_digest


def test_values_are_text_as_written_until_a_number_is_wanted(tmp_path):
    text = (
        "\ufeffid: 2021\ntitle: 2021\npublished: 2021-10-15\nyear: '2021'\norigin: no\nlookups: {1: 北京市}\nseries:\n"
    )
    tree(tmp_path, {"a.pdf": b"", "source.yml": text})
    (one,) = find([str(tmp_path)])
    assert isinstance(one, Candidate)
    told = one.source.model_dump(exclude_defaults=True)
    assert told == {
        "id": "2021", "title": "2021", "published": "2021-10-15", "year": 2021, "origin": "no", "lookups": {"1": "北京市"},
    }  # fmt: skip


def test_the_file_comes_before_its_copies(tmp_path):
    tree(tmp_path, {"报告 (1).pdf": b"", "报告.pdf": b"", "报告-副本.pdf": b""})
    assert ids(tmp_path)[0] == ids(tmp_path / "*.pdf")[0] == "报告"


def test_source_yml_is_of_the_file_it_names(tmp_path):
    tree(tmp_path, {"p/a.pdf": b"", "p/b.pdf": b"", "p/source.yml": "file: b.pdf\nid: bee"})
    assert ids(tmp_path) == ["a", "bee"]


@pytest.mark.parametrize(
    ("name", "id"), [("2021 白皮书 (终稿).pdf", "2021-白皮书-(终稿)"), ("a~b@c.pdf", "a-b-c"), ("济南市.pdf", "济南市")]
)
def test_file_names_become_keys(tmp_path, name, id):
    tree(tmp_path, {name: b""})
    assert ids(tmp_path) == [id]


@pytest.mark.parametrize(
    ("files", "path", "says"),
    [
        ({}, ".", "文件夹里没有 PDF"),
        ({"a.txt": "", "sub/b.doc": ""}, ".", "文件夹里没有 PDF"),
        ({}, "gone.pdf", "没有这个文件或文件夹"),
        ({}, "*.pdf", "没有文件与之相符"),
        ({"a.pdf": "", "source.yml": "title: [x"}, ".", "不是合法的 YAML"),
        ({"a.pdf": "", "source.yml": "titel: x"}, ".", "titel 不对"),
        ({"a.pdf": "", "source.yml": "year: many"}, ".", "year 不对"),
        ({"a.pdf": "", "source.yml": "- x"}, ".", "不对"),
        ({"a.pdf": "", "source.yml": "id: a/b"}, ".", "id 不能含"),
        ({"a.pdf": "", "source.yml": b"title: \xff\xfe"}, ".", "读不了"),
        ({"a.pdf": "", "source.yml": "file: b.pdf"}, ".", "b.pdf 不在文件夹里"),
        ({"a.pdf": "", "source.yml": "titel: x"}, ".", "是不是 title"),
        ({"a.pdf": "", "source.yml": "title：白皮书"}, ".", "半角冒号"),
        ({"a.pdf": "", "source.yml": "year: 2022年"}, ".", "应是整数"),
        ({"a.pdf": "", "source.yml": "year: 20222"}, ".", "四位年份"),
        ({"a.pdf": "", "source.yml": "year: 2021\nyear: 2022"}, ".", "第 2 行 year 写了两次"),
        ({"a.pdf": "", "source.yml": "published: 2022年10月"}, ".", "published 不对：应写成"),
        ({"a.pdf": "", "source.yml": "lookups: [苏洲]"}, ".", "lookups 不对：应写成“名: 值”"),
        ({"a.pdf": "", "source.yml": "id: a\nprevious: a"}, ".", "previous 是它自己"),
        (
            {"a.pdf": "", "source.yml": "expect: {minimum: {polices: 3}}"},
            ".",
            "expect.minimum.polices 不对：没有这一类",
        ),
        ({"a.pdf": "", "source.yml": "expect: {counts: {document: 1}}"}, ".", "expect.counts.document 不对"),
        (
            {"a.pdf": "", "source.yml": "expect: {rankings: [{label: 表1}]}"},
            ".",
            "expect.rankings.0.rows 不对：缺这一项",
        ),
        ({"a.pdf": "", "source.yml": "标题".encode("gbk")}, ".", "另存为 UTF-8"),
        ({"a.pdf": "", "source.yaml": "year: 2021"}, ".", "文件名应是 source.yml"),
    ],
)
def test_what_can_not_be_taken_is_said_in_one_line_with_its_name(tmp_path, files, path, says):
    tree(tmp_path, files)
    error = the_error(tmp_path / path)
    assert says in error
    assert str(tmp_path) in error
    assert "\n" not in error
    assert error.isascii() is False
    assert any(c.isascii() and c.isalpha() for c in error.split("：", 1)[1])


def test_one_bad_folder_does_not_hide_the_others(tmp_path):
    tree(tmp_path, {"bad/a.pdf": pdf("x"), "bad/source.yml": "x: [", "good/b.pdf": pdf("y")})
    assert ids(tmp_path) == ["!", "b"]


def test_two_pdfs_and_a_source_yml_that_names_neither(tmp_path):
    tree(tmp_path, {"a.pdf": b"", "b.pdf": b"", "source.yml": "title: x"})
    assert ids(tmp_path) == ["!", "!"]


def test_a_name_that_is_no_utf_8_can_be_shown(tmp_path):
    try:
        (tmp_path / os.fsdecode("报告".encode("gbk") + b".pdf")).touch()
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    (id,) = ids(tmp_path)
    assert id.encode()
