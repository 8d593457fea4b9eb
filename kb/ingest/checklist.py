"""What a person holds against the paper before it goes in: what was read and on which pages, and where nothing was."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from kb.ingest.scaffold import ASKED, COUNTED, found_of, is_chinese, place_of
from schema import Evidence, Paper, Record

__all__ = ["in_words", "pages_of", "to_check"]

FIRST = 3
"""So many places of a ranking are shown."""
FACTS = (
    "rankings", "policies", "publications", "case_studies", "frameworks", "platforms", "measurements", "tiers",
    "rank_changes", "dimensions", "tables",
)  # fmt: skip
"""What a page may tell. The title of a chart alone tells nothing, nor do sections."""
LAYERS = {
    "missing": "没有文字层，是扫描件；请换一份能选中文字的 PDF (a scan without text: get a PDF whose words can be selected)",
    "garbled": "文字层是乱码；请换一份能复制出中文的 PDF (its text is garbled: get a PDF whose words can be copied)",
}


def to_check(paper: Paper) -> Iterator[str]:
    """Lines: what was found of the paper and in it, each with its pages; what was not; pages that gave nothing."""
    yield from _of_itself(paper)
    for ranking in paper.rankings:
        first = "、".join(f"{e.rank or ''}{place_of(ranking, e) or e.as_printed}" for e in ranking.entries[:FIRST])
        more = "……" if len(ranking.entries) > FIRST else ""
        name = " ".join(t for t in (ranking.label, ranking.title or ranking.metric, ranking.criterion) if t)
        yield f"榜单 Ranking: {name}：{len(ranking.entries)} 条 entries（{first}{more}）{_at(ranking)}"
    for policy in paper.policies:
        yield f"政策 Policy: 《{policy.title}》 {policy.document_number or ''}".rstrip() + _at(policy)
    for kind in COUNTED[1:]:
        records = getattr(paper, kind)
        yield f"{Paper.model_fields[kind].title}: {len(records)}{_at(*records)}"
    yield from paper.warnings
    yield from _told_nothing(paper)


def _of_itself(paper: Paper) -> Iterator[str]:
    found = found_of(paper)
    for name, label in ASKED.items():
        if name in found:
            yield f"{label}: {found[name]}"
    missing = [label for name, label in ASKED.items() if name not in found]
    if missing:
        yield f"没读出，可补在 source.yml 里 not found, may be given: {'；'.join(missing)}"


def _at(*records: Record) -> str:
    pages = pages_of(records)
    return f"（第 {in_words(pages)} 页）" if pages else ""


def _told_nothing(paper: Paper) -> Iterator[str]:
    """The whole paper can't be read; or, page by page, where a person should look for what was missed."""
    if why := LAYERS.get(paper.document.text_layer):
        yield f"读不出：{why}"
        return
    if not is_chinese(paper):
        yield "文中几乎没有中文；这里只会读中文的白皮书 (hardly any Chinese in it, and only Chinese papers can be read)"
    told = set(pages_of(chain.from_iterable(getattr(paper, kind) for kind in FACTS)))
    silent = [page.number for page in paper.pages if page.number not in told]
    if silent and told:
        yield (
            f"没有读出事实的页 pages that gave no facts: {in_words(silent)}；若那里有榜单、政策、案例，运行 kb show --page 看缘由 "
            f"(where one of them holds any, see why with kb show)"
        )


def pages_of(records: Iterable[Any]) -> list[int]:
    """The pages on which records stand, with all in them, from the first on."""
    return sorted({page for record in records for page in _pages(record)})


def _pages(value: Any) -> Iterator[int]:
    if isinstance(value, Evidence):
        yield value.page
    elif isinstance(value, Record):
        if first := getattr(value, "page_from", None):
            yield from range(first, (getattr(value, "page_to", None) or first) + 1)
        for name in type(value).model_fields:
            yield from _pages(getattr(value, name))
    elif isinstance(value, list):
        for one in value:
            yield from _pages(one)


def in_words(pages: Iterable[int]) -> str:
    """[1, 3, 4, 5, 9] -> "1、3—5、9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return "、".join(str(first) if first == last else f"{first}—{last}" for first, last in runs)
