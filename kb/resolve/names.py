"""Names of series and lists: what editions have in common."""

import re

from kb.base.keys import bare

__all__ = ["series_name", "without_year"]

YEAR = re.compile(r"[（(]?(19|20)\d\d\s*(年度|年)?[)）]?")


def without_year(title: str) -> str:
    """A title without its year: what editions of one series, or lists of one kind, have in common."""
    return bare(YEAR.sub("", title)) or bare(title)


def series_name(series: str | None, title: str | None, publisher: str | None, document: str) -> str:
    """The series, as told; else the title without its year, with the publisher; else the document itself."""
    if series:
        return series
    if not title:
        return document
    return f"{without_year(title)}（{publisher}）" if publisher else without_year(title)
