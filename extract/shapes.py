"""What is drawn on a page: rectangles, straight lines, curves, images, as far as a reader can see them."""

import ctypes
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.model import Affine, Box, Shape

__all__ = ["shapes_of"]

Color = tuple[int, int, int, int]
Point = tuple[float, float]

FLAT = 0.7
"""Points: what deviates less than this from a straight axis-parallel line is one."""
DEEPEST_FORM = 12
SHADOW = 12.0
"""Points that a shadow reaches beyond what throws it, at most."""
FAINT = 64
"""An alpha up to which a shape may be a shadow."""
OPAQUE = 250
"""An alpha from which nothing shows through."""


def shapes_of(page: pdfium.PdfPage, to_top_left: Affine, size: tuple[float, float]) -> list[Shape]:
    """The visible shapes of an open page of that size, forms opened, in points from its top left."""
    width, height = size
    found = []
    for i in range(raw.FPDFPage_CountObjects(page.raw)):
        for shape in _of_object(raw.FPDFPage_GetObject(page.raw, i), to_top_left, 0):
            if shape.x1 >= 0 and shape.bottom >= 0 and shape.x0 <= width and shape.top <= height:
                found.append(shape)
    return [s for s, after in zip_longest(found, found[1:]) if not (after and _is_shadow(s, after))]


def _is_shadow(image: Shape, shape: Shape) -> bool:
    """Whether all that shows of an image, or of a hardly opaque shape, is a blur around the filled shape drawn over it."""
    faint = image.kind == "image" or (image.fill is not None and image.stroke is None and image.fill[3] < FAINT)
    if not faint or shape.kind == "image" or not shape.fill or shape.fill[3] < OPAQUE:
        return False
    around = [shape.x0 - image.x0, shape.top - image.top, image.x1 - shape.x1, image.bottom - shape.bottom]
    return max(around) > 0 and all(-1 < gap < SHADOW for gap in around)


def _times(inner: Affine, outer: Affine) -> Affine:
    """`inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of
    )  # fmt: skip


def _matrix(obj: raw.FPDF_PAGEOBJECT) -> Affine:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(obj, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _at(m: Affine, p: Point) -> Point:
    return m[0] * p[0] + m[2] * p[1] + m[4], m[1] * p[0] + m[3] * p[1] + m[5]


def _of_object(obj: raw.FPDF_PAGEOBJECT, outer: Affine, depth: int) -> Iterator[Shape]:
    kind = raw.FPDFPageObj_GetType(obj)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
        inside = _times(_matrix(obj), outer)
        for i in range(raw.FPDFFormObj_CountObjects(obj)):
            yield from _of_object(raw.FPDFFormObj_GetObject(obj, i), inside, depth + 1)
    elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if raw.FPDFPageObj_GetBounds(obj, left, bottom, right, top):
            points = [_at(outer, (left.value, bottom.value)), _at(outer, (right.value, top.value))]
            yield from _clipped(_shape("image", points, None, None, 0.0), _clip(obj, outer))
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        clip = _clip(obj, outer)
        for shape in _of_path(obj, _times(_matrix(obj), outer)):
            yield from _clipped(shape, clip)


def _clip(obj: raw.FPDF_PAGEOBJECT, outer: Affine) -> Box | None:
    """The box that an object's clip paths leave visible; None where it has none. Clip paths are in the form's space."""
    path = raw.FPDFPageObj_GetClipPath(obj)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    found: Box | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(max(count, 0)):
        points = []
        for k in range(raw.FPDFClipPath_CountPathSegments(path, i)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, i, k), x, y)
            points.append(_at(outer, (x.value, y.value)))
        if points:
            box = _bounds(points)
            found = _common(found, box) if found else box
    return found


def _common(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _clipped(shape: Shape, clip: Box | None) -> Iterator[Shape]:
    """The visible part: engines draw a border as a whole box, clipped to the one side that shows."""
    if clip is None:
        yield shape
        return
    x0, top, x1, bottom = _common(shape.box, clip)
    if x0 > x1 or top > bottom:
        return
    flat = shape.kind == "rect" and (x1 - x0 <= FLAT or bottom - top <= FLAT)
    yield replace(shape, kind="line" if flat else shape.kind, x0=x0, top=top, x1=x1, bottom=bottom)


def _of_path(obj: raw.FPDF_PAGEOBJECT, m: Affine) -> Iterator[Shape]:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(obj, mode, stroked)
    fill = _color(raw.FPDFPageObj_GetFillColor, obj) if mode.value else None
    stroke = _color(raw.FPDFPageObj_GetStrokeColor, obj) if stroked.value else None
    if fill is None and stroke is None:
        return
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(obj, width)
    # A line's width scales with the matrix; the mean of both axes is near enough to tell a hairline from a bar.
    scaled = width.value * (abs(m[0] * m[3] - m[1] * m[2]) ** 0.5)
    for points, curved in _subpaths(obj, m):
        yield from _of_subpath(points, curved, fill, stroke, scaled)


def _color(get: object, obj: raw.FPDF_PAGEOBJECT) -> Color | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not get(obj, *parts) or not parts[3].value:  # type: ignore[operator]
        return None
    return parts[0].value, parts[1].value, parts[2].value, parts[3].value


def _subpaths(obj: raw.FPDF_PAGEOBJECT, m: Affine) -> Iterator[tuple[list[Point], bool]]:
    points: list[Point] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(raw.FPDFPath_CountSegments(obj)):
        segment = raw.FPDFPath_GetPathSegment(obj, i)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curved
            points, curved = [], False
        points.append(_at(m, (x.value, y.value)))
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        if raw.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points, curved


def _of_subpath(
    points: list[Point], curved: bool, fill: Color | None, stroke: Color | None, width: float
) -> Iterator[Shape]:
    x0, top, x1, bottom = _bounds(points)
    if curved:
        yield _shape("curve", points, fill, stroke, width)
    elif x1 - x0 <= FLAT or bottom - top <= FLAT:
        yield _shape("line", points, fill, stroke, width)
    elif _is_rectangle(points):
        yield _shape("rect", points, fill, stroke, width)
    elif stroke and not fill:
        for a, b in pairwise(points):
            flat = abs(a[0] - b[0]) <= FLAT or abs(a[1] - b[1]) <= FLAT
            yield _shape("line" if flat else "curve", [a, b], None, stroke, width)
    else:
        yield _shape("curve", points, fill, stroke, width)


def _is_rectangle(points: list[Point]) -> bool:
    """Whether a path goes once around a box. Office programs start in the middle of an edge and end there."""
    x0, top, x1, bottom = _bounds(points)
    points = _without_halfway(points) if len(points) > 5 else points
    corners = {
        (abs(x - x0) <= FLAT, abs(x - x1) <= FLAT, abs(y - top) <= FLAT, abs(y - bottom) <= FLAT) for x, y in points
    }
    return len(points) in (4, 5) and len(corners) == 4 and all(a != b and c != d for a, b, c, d in corners)


def _without_halfway(points: list[Point]) -> list[Point]:
    """The corners of a closed path: no point that lies on a level or upright line between its neighbours."""
    ring = points[:-1] if points[0] == points[-1] else points
    around = zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)
    return [b for a, b, c in around if not any(max(a[k], b[k], c[k]) - min(a[k], b[k], c[k]) <= FLAT for k in (0, 1))]


def _bounds(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _shape(kind: str, points: list[Point], fill: Color | None, stroke: Color | None, width: float) -> Shape:
    return Shape(kind, *_bounds(points), fill, stroke, width)  # type: ignore[arg-type]
