"""Facts said in the characters that a reader sees, where a file codes them oddly: ⼤脑 is 大脑."""

from typing import Any

from extract.fold import plain
from schema.base import Evidence, Record
from schema.document import Page, Passage

__all__ = ["in_plain_characters"]

# Cuts of the page's own characters: whoever looks them up in the file must find them there.
OWN = (Evidence, Page, Passage)


def in_plain_characters(record: Record) -> None:
    """Every text in `record` and all it holds as `plain`, but for the words of evidence, pages and passages."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if (new := _read(value)) != value:
            setattr(record, name, new)


def _read(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, OWN):
        return value
    if isinstance(value, Record):
        in_plain_characters(value)
        return value
    if isinstance(value, list):
        return [_read(inner) for inner in value]
    return value
