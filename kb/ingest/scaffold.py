"""A new paper's folder in the corpus: the PDF and a `source.yml` made from what was read of it."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from kb.errors import KbError
from kb.ingest.sources import SOURCE, Candidate, as_id
from kb.resolve.model import Paper as Told
from kb.resolve.names import without_year
from schema import Paper, Source
from schema.ranking import Ranking, RankingEntry

__all__ = ["ASKED", "COUNTED", "as_paper", "found_of", "is_chinese", "make_folder", "place_of", "source_text"]

HEAD = "# 由 kb new 生成，请核对；所写胜过封面 Made by kb new, please check: what stands here wins over the cover\n"
HAN = re.compile("[\u4e00-\u9fff]")
PLAIN = re.compile(r"[\w（）《》“”·—.-]+")
COUNTED = ("policies", "case_studies", "frameworks", "platforms", "measurements", "tiers", "figures")
LOOKUPS = """
# 地名印错了，或认不准：左边照抄文中所印，右边写正式全称；去掉行首的“# ”再读入就生效
# A place that is misprinted or not recognised: as it is printed, then its full official name; take off the "# "
# lookups:
"""
MOST_LOOKUPS = 8
ASKED = {
    "title": "标题 Title", "publisher": "发布机构全称 Publisher", "year": "版次年份 Edition year",
    "published": "发布日期，可只到年或月 Published, may be partial", "series": "逐年发布的系列 The series of editions",
    "language": "语言 Language", "origin": "文件从何而来 Where the file comes from", "licence": "许可与说明 Licence and notes",
}  # fmt: skip


def source_text(paper: Paper, file: str) -> str:
    """The text of source.yml: what was found, and what to fill in, with counts it must yield from now on."""
    found = found_of(paper)
    lines = [HEAD, f"file: {_value(file)}\n"]
    for name, label in ASKED.items():
        lines.append(
            f"{name}: {_value(found[name])}\n" if name in found else f"# {name}:  # 没读出 not found: {label}\n"
        )
    text = "".join([*lines, *_lookups(paper), *_expected(paper)])
    _ = Source.model_validate(yaml.safe_load(text))
    return text


def found_of(paper: Paper) -> dict[str, object]:
    """What is known of the paper itself; the series is its title without the year."""
    document = paper.document
    found = document.model_dump(include=set(ASKED), exclude_none=True)
    if document.title and not document.series and HAN.search(document.title):
        found["series"] = without_year(document.title)
    if not document.language and is_chinese(paper):
        found["language"] = "zh-CN"
    return found


def as_paper(paper: Paper) -> Told:
    """The paper as far as it says of what series it is, with the series that is written for it."""
    document, found = paper.document, found_of(paper)
    series = found.get("series")
    return Told(document.id, str(series) if series else None, document.title, document.publisher, document.year, None)


def _value(value: object) -> str:
    """A value as YAML in one line. JSON is YAML, and quotes whatever is not plainly a word."""
    text = str(value)
    plain = isinstance(value, int) or (PLAIN.fullmatch(text) and isinstance(yaml.safe_load(text), str))
    return text if plain else json.dumps(value, ensure_ascii=False)


def is_chinese(paper: Paper) -> bool:
    """Whether a third of what is on its pages are Han characters."""
    text = "".join(p.text for p in paper.pages)
    return sum("\u4e00" <= c <= "\u9fff" for c in text) > len(text) / 3


def place_of(ranking: Ranking, entry: RankingEntry) -> str | None:
    """The place ranked, None where it is none that is known: a city's province is not what a list of cities ranks."""
    return entry.city or (None if ranking.scope == "city" else entry.province)


def _lookups(paper: Paper) -> Iterator[str]:
    """How to put a misprinted place right, with those of the paper that are none; else an example."""
    unknown = dict.fromkeys(e.as_printed for r in paper.rankings for e in r.entries if place_of(r, e) is None)
    yield LOOKUPS
    for name in list(unknown)[:MOST_LOOKUPS]:
        yield f"#   {_value(name)}: 正式全称\n"
    if not unknown:
        yield "#   济男市: 济南市\n"


def _expected(paper: Paper) -> Iterator[str]:
    yield "\n# 读入时核对；读出的若有错，请改成应有之数 Checked on each ingest; put right what was read wrong\nexpect:\n"
    labelled = [r for r in paper.rankings if r.label and r.told == "table"]
    if labelled:
        yield "  rankings:\n"
        for ranking in labelled:
            yield f"    - {{label: {_value(ranking.label)}, rows: {len(ranking.entries)}}}\n"
    yield f"  counts: {{tables: {len(paper.tables)}}}\n"
    counts = [f"{kind}: {count}" for kind in COUNTED if (count := len(getattr(paper, kind)))]
    if counts:
        yield f"  minimum: {{{', '.join(counts)}}}\n"


def make_folder(corpus: Path, id: str | None, pdf: Candidate, paper: Paper) -> Path:
    """Make the paper's folder with a copy of the PDF. Raises KbError where there is one of that name."""
    folder = corpus / as_id(id or pdf.path.stem)
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise KbError(
            f"{folder}：已经有了；请用 --id 另给名字 (is there already; give another name with --id)"
        ) from error
    except OSError as error:
        raise KbError(
            f"{folder}：建不了：{error.strerror}；请检查位置与权限 (can't be made; check the place)"
        ) from error
    try:
        shutil.copyfile(pdf.path, folder / pdf.path.name)
        (folder / SOURCE).write_text(source_text(paper, pdf.path.name), encoding="utf-8")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder
