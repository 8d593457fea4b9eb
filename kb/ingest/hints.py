"""What may be wrong with a `source.yml` or a reading, and hurts only later: said when the paper comes in."""

from collections.abc import Iterator

from extract.fold import fold
from schema import Paper, Source

__all__ = ["hints"]


def hints(paper: Paper, source: Source) -> Iterator[str]:
    """A sentence each: lookups that nothing is printed like, or that mean no place; lists that no year can be given to."""
    yield from _lookups(paper, source)
    lists = [r for r in paper.rankings if r.told == "table" and r.criterion is None]
    if paper.document.year is None and any(r.year is None for r in lists):
        yield (
            "没读出版次年份，榜单进不了历年比较；请在 source.yml 写明 year "
            "(no edition year was found, so its lists can't be compared over the years; give `year` in source.yml)"
        )


def _lookups(paper: Paper, source: Source) -> Iterator[str]:
    entries = [(fold(e.as_printed), e) for r in paper.rankings for e in r.entries]
    told = [fold(p.text) for p in paper.passages]
    for key, meant in source.lookups.items():
        form = fold(key).strip()
        found = [e for printed, e in entries if printed == form]
        if not found and not any(form in text for text in told):
            yield (
                f"source.yml：lookups 里的 {key} 没有用上；须与文中所印一字不差 "
                f"(this lookup was not used: it must be just as the paper prints it)"
            )
        elif any(e.city is None and e.province is None for e in found):
            yield (
                f"source.yml：lookups 里 {key} 所指的 {meant} 不是已知的地名；请写正式全称 "
                f"(what this lookup means is no known place; give its full official name)"
            )
