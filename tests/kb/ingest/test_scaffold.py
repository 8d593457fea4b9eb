"""A new paper's folder: what was read is written down for a person to check."""

from pathlib import Path

import pytest
import yaml
from papers import full_paper

from kb.errors import KbError
from kb.ingest.checklist import in_words, to_check
from kb.ingest.corpus import neighbours
from kb.ingest.expect import failed
from kb.ingest.scaffold import as_paper, make_folder, source_text
from kb.ingest.sources import Candidate, find
from schema import Source


def test_what_was_found_is_written_and_what_is_missing_is_marked():
    paper = full_paper("p")
    paper.document.series = paper.document.origin = None
    paper.document.title = '2021"样例": 城市报告'
    text = source_text(paper, "报告 2021.pdf")
    told = Source.model_validate(yaml.safe_load(text))
    assert (told.file, told.title, told.year) == ("报告 2021.pdf", '2021"样例": 城市报告', 2021)
    assert told.series == '"样例":城市报告'
    assert told.origin is None
    assert "# origin:  # 没读出 not found" in text
    assert failed(paper, told.expect) == []
    assert told.expect is not None
    assert [(r.label, r.rows) for r in told.expect.rankings] == [("表1", 3)]


@pytest.mark.parametrize("published", ["2021", "2021-10", "2021-10-21"])
def test_partial_dates_stay_text(published):
    paper = full_paper("p")
    paper.document.published = published
    assert Source.model_validate(yaml.safe_load(source_text(paper, "p.pdf"))).published == published


def test_the_folder_can_be_ingested_as_it_is(tmp_path: Path):
    pdf = tmp_path / "in" / "样例 2021.pdf"
    pdf.parent.mkdir()
    pdf.write_bytes(b"%PDF-")
    candidate = Candidate(pdf, Source(id="x"))
    folder = make_folder(tmp_path / "corpus", None, candidate, full_paper("p"))
    assert sorted(p.name for p in folder.iterdir()) == ["source.yml", "样例 2021.pdf"]
    (found,) = find([str(tmp_path / "corpus")])
    assert isinstance(found, Candidate)
    assert (found.id, found.source.title) == ("样例-2021", "2021样例城市报告")
    with pytest.raises(KbError, match="已经有了"):
        make_folder(tmp_path / "corpus", None, candidate, full_paper("p"))


def test_a_person_sees_what_to_check():
    shown = "\n".join(to_check(full_paper("p")))
    for words in (
        "2021样例城市报告",
        "表1 2021样例百强榜：3 条 entries（1济南市、2青岛市、3深圳市）",
        "国发〔2021〕29号",
        "第4页存疑",
    ):
        assert words in shown


def test_other_editions_in_the_corpus_are_named_and_the_same_file_is_refused(tmp_path: Path):
    pdf = tmp_path / "new.pdf"
    pdf.write_bytes(b"%PDF-2022")
    corpus = tmp_path / "corpus"
    told = {
        "a": "{title: 2021样例城市报告, year: 2021, publisher: 样例研究院, series: 样例城市报告}",
        "b": "{title: 样例城市报告续篇, year: 2020, publisher: 样例研究院}",
        "c": "{title: 营商环境报告, year: 2021, publisher: 样例研究院}",
    }
    for name, source in told.items():
        (corpus / name).mkdir(parents=True)
        (corpus / name / "x.pdf").write_bytes(b"%PDF-" + name.encode())
        (corpus / name / "source.yml").write_text(source)
    new = as_paper(full_paper("new", 2022))
    found = list(neighbours(corpus, new, pdf))
    assert [line.split("《")[0] for line in found] == [
        "同一系列 Same series: a（2021）",
        "或许同一系列 Maybe the same series: b",
    ]
    assert list(neighbours(tmp_path / "none", new, pdf)) == []
    (corpus / "c" / "x.pdf").write_bytes(b"%PDF-2022")
    with pytest.raises(KbError, match="是同一份文件，没有再建"):
        list(neighbours(corpus, new, pdf))


def test_pages_stand_beside_what_was_read_and_those_that_gave_nothing_are_named():
    paper = full_paper("p")
    paper.pages.append(paper.pages[0].model_copy(update={"number": 5}))
    shown = list(to_check(paper))
    assert any(line.startswith("榜单 Ranking: 表1") and line.endswith("（第 2 页）") for line in shown)
    assert any("国发〔2021〕29号（第 3 页）" in line for line in shown)
    assert any(line.startswith("案例") and line.endswith("2（第 2—3 页）") for line in shown)
    assert "没有读出事实的页 pages that gave no facts: 1、5；" in shown[-1]


@pytest.mark.parametrize(("pages", "words"), [([], ""), ([3], "3"), ([1, 2], "1—2"), ([1, 3, 4, 5, 9], "1、3—5、9")])
def test_pages_in_words(pages, words):
    assert in_words(pages) == words


@pytest.mark.parametrize(("layer", "said"), [("missing", "扫描件"), ("garbled", "乱码")])
def test_a_paper_that_cannot_be_read_is_said_to_be_one(layer, said):
    paper = full_paper("p")
    paper.document.text_layer = layer
    assert said in list(to_check(paper))[-1]


def test_a_paper_in_another_language_is_said_to_be_one_and_gets_no_series():
    paper = full_paper("p")
    paper.document.series, paper.document.title = None, "Backup for networks 2021"
    for page in paper.pages:
        page.text = "A manual in English."
    assert "series" not in yaml.safe_load(source_text(paper, "p.pdf"))
    assert any("几乎没有中文" in line for line in to_check(paper))


def test_how_to_put_a_misprinted_place_right_stands_ready_to_be_used():
    paper = full_paper("p")
    paper.rankings[0].entries[1].city = None
    paper.rankings[0].entries[1].as_printed = "青倒"
    text = source_text(paper, "p.pdf")
    assert Source.model_validate(yaml.safe_load(text)).lookups == {}
    example = text[text.index("# lookups:") :].partition("\n\n")[0]
    told = "\n".join(line.removeprefix("# ") for line in example.splitlines())
    assert Source.model_validate(yaml.safe_load(told)).lookups == {"青倒": "正式全称"}
    assert "济男市: 济南市" in source_text(full_paper("q"), "q.pdf")
