"""The texts of a figure: its labels, and the sentences in its boxes."""

from collections.abc import Sequence

from extract.layout.blocks import Block
from extract.layout.glyphs import is_han
from extract.layout.patterns import match
from extract.layout.regions import Region, near
from extract.layout.rows import baseline
from extract.model import Line
from schema.document import PassageKind

__all__ = ["chart_blocks"]

LABEL = 12
"""Characters that a label standing on its side has at most."""
SENTENCE = 24
"""Characters from which on a text with a comma or a full stop in a figure is one of sentences."""


def chart_blocks(region: Region) -> list[Block]:
    """A block for each label, of kind `chart`; sentences in a figure's boxes are paragraphs."""
    groups: list[list[Line]] = []
    for line in sorted(region.lines, key=lambda x: (round(baseline(x) / 2), x.box[0])):
        group = next((g for g in reversed(groups) if _goes_on(g, line)), None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    return [_block(region, group) for group in groups]


def turned_blocks(lines: Sequence[Line], regions: Sequence[Region]) -> list[Block]:
    """A block for each line that stands on its side: a label of the figure it stands by, or text of its own."""
    found = []
    for line in lines:
        region = next((r for r in regions if near(r.box, line.box, 3 * line.size)), None)
        text = region is None and len(line.text) > LABEL
        kind: PassageKind = "paragraph" if text else "chart"
        found.append(Block([line], line.box[0], line.box[2], kind=kind, region=region))
    return found


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    """Whether a line stands right under a group, set like it and in line with it."""
    last = group[-1]
    step = baseline(line) - baseline(last)
    long = max(last.box[2] - last.box[0], line.box[2] - line.box[0]) > 5 * line.size
    # Names along an axis stand under each other too, but further apart.
    if not 0.8 * line.size < step < (2.05 if long else 1.4) * line.size or abs(line.size - last.size) > 0.3:
        return False
    if not (any(map(is_han, last.text)) and any(map(is_han, line.text))):
        return False
    em = line.size
    inset = line.box[0] - group[0].box[0]
    hanging = 0 < inset < 2.5 * em and bool(match("bullet", group[0].text))
    left = abs(line.box[0] - last.box[0]) < 0.6 * em or -2.5 * em < inset < 0 or hanging
    if match("bullet", line.text):
        return False
    middle = abs(line.box[0] + line.box[2] - last.box[0] - last.box[2]) < em
    return (left and long) or (middle and (long or len(group) < 2))


def _block(region: Region, lines: Sequence[Line]) -> Block:
    text = "".join(x.text for x in lines)
    sentence = len(text) >= SENTENCE and any(c in "，。；" for c in text)
    left, right = min(x.box[0] for x in lines), max(x.box[2] for x in lines)
    return Block(list(lines), left, right, kind="paragraph" if sentence else "chart", region=region)
