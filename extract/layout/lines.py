"""Characters to printed lines."""

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.model import Char, Laid, Line, Page, union

__all__ = ["lay_out", "lines_of"]


def lay_out(pages: Iterable[Page]) -> list[Laid]:
    """Each page with its body lines."""
    return [Laid(page, lines_of(page.chars)) for page in pages]


def lines_of(chars: Sequence[Char]) -> list[Line]:
    """Upright characters clustered into lines by their baselines, then cut at wide gaps."""
    upright = sorted((c for c in chars if c.angle == 0 and not c.text.isspace()), key=lambda c: (c.baseline, c.x0))
    rows: list[list[Char]] = []
    for c in upright:
        if rows and abs(rows[-1][-1].baseline - c.baseline) <= 0.3 * c.size:
            rows[-1].append(c)
        else:
            rows.append([c])
    lines = []
    for row in rows:
        row.sort(key=lambda c: c.x0)
        start = 0
        for i in range(1, len(row) + 1):
            if i == len(row) or row[i].x0 - row[i - 1].x1 > 1.5 * row[i].size:
                lines.append(line_of(row[start:i]))
                start = i
    return lines


def line_of(chars: Sequence[Char]) -> Line:
    """One line from its characters in order; a space goes in where Latin words stand apart."""
    text, kept = "", list[Char | None]()
    for i, c in enumerate(chars):
        if i and c.text.isascii() and chars[i - 1].text.isascii() and c.x0 - chars[i - 1].x1 > 0.15 * c.size:
            text += " "
            kept.append(None)
        text += c.text
        kept += [c] * len(c.text)
    size = Counter(round(c.size, 1) for c in chars).most_common(1)[0][0]
    bold = 2 * sum(c.bold for c in chars) > len(chars)
    return Line(text, kept, union([c.box for c in chars]), chars[0].page, size, bold)
