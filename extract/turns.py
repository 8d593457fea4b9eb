"""Pages whose text stands on its side: read as if turned upright, their evidence given as the page is shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.model import Affine, Box, Page
from schema.base import Evidence, Record

__all__ = ["as_shown", "upright"]


def upright(m: Affine, angle: int, width: float, height: float) -> Affine:
    """The map `m` to points of a page as shown, followed by the turn that has text at `angle` upright."""
    a, b, c, d, e, f = m
    if angle == 90:
        return -b, a, -d, c, height - f, e
    if angle == 270:
        return b, -a, d, -c, f, width - e
    return -a, -b, -c, -d, width - e, height - f


def as_shown(record: Record, pages: Sequence[Page]) -> None:
    """Turns the evidence of turned pages back, in `record` and all it holds."""
    turned = {p.number: p for p in pages if p.turned}
    if turned:
        # Facts may share their evidence: each is turned once.
        for evidence in {id(e): e for e in _evidence(record)}.values():
            page = turned.get(evidence.page)
            if page:
                x0, top, x1, bottom = (round(v, 2) for v in _back(evidence.bbox, page))
                evidence.bbox = (x0, top, x1, bottom)


def _back(box: Box, page: Page) -> Box:
    x0, top, x1, bottom = box
    if page.turned == 90:
        return top, page.width - x1, bottom, page.width - x0
    if page.turned == 270:
        return page.height - bottom, x0, page.height - top, x1
    return page.width - x1, page.height - bottom, page.width - x0, page.height - top


def _evidence(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _evidence(getattr(value, name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _evidence(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _evidence(inner)
