"""Which blocks are headings, which are list items, and how deep each heading is."""

from collections import Counter
from collections.abc import Sequence

from extract.layout.blocks import Block, marker_of
from extract.layout.glyphs import is_han
from extract.layout.patterns import match
from extract.model import Laid, Line

__all__ = ["headings_of"]

LONGEST = 60
LARGER = 1.12
NUMBERED = (
    "chapter",
    "appendix",
    "section",
    "han_number",
    "han_in_brackets",
    "decimal",
    "arabic",
    "arabic_in_brackets",
)
LISTED = ("bullet", "arabic_in_brackets", "ordinal", "arabic", "decimal", "han_in_brackets", "han_number")
Style = tuple[float, bool, object]


def headings_of(blocks: Sequence[Block], body: float, laid: Sequence[Laid]) -> list[Block]:
    """The blocks with headings and list items told; a heading's number standing apart is put before it."""
    usual = _usual_style(blocks)
    blocks = _with_numbers(blocks, body)
    for i, block in enumerate(blocks):
        if block.kind != "paragraph":
            continue
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if _is_heading(block, after, body, usual):
            block.kind = "heading"
            block.marker = block.marker or _number(block.text)
        else:
            found = marker_of(block.text)
            if found and found[0] in LISTED:
                block.kind, block.marker = "list_item", found[1]
    _set_levels([b for b in blocks if b.kind == "heading"], body)
    return list(blocks)


def _usual_style(blocks: Sequence[Block]) -> tuple[bool, object]:
    known: Counter[tuple[bool, object]] = Counter()
    for b in blocks:
        if b.kind == "paragraph":
            for line in b.lines:
                known[_style(line)[1:]] += len(line.text)
    return known.most_common(1)[0][0] if known else (False, None)


def _style(line: Line) -> Style:
    bold = sum(c.bold for c in line.chars if c) * 2 > len(line.chars)
    colors = Counter(c.color for c in line.chars if c)
    return round(line.size, 1), bold, colors.most_common(1)[0][0] if colors else None


def _number(text: str) -> str | None:
    for name in NUMBERED:
        m = match(name, text)
        if m:
            return m.group().strip()
    return None


def _numbering(text: str) -> str | None:
    return next((name for name in NUMBERED if match(name, text)), None)


def _is_heading(block: Block, after: Block | None, body: float, usual: tuple[bool, object]) -> bool:
    text = block.text.strip()
    if (
        not text
        or len(text) > LONGEST
        or len(block.lines) > 3
        or (text[-1] in "。；，、,;：:…”" and not text.endswith("》”"))
    ):
        return False
    if not any(is_han(c) or c.isalpha() for c in text) or match("bullet", text):
        return False
    size, bold, color = _style(block.lines[0])
    ratio = size / body
    numbering = _numbering(text)
    distinct = _is_all(block) and ((bold and not usual[0]) or (color != usual[1] and _is_dark(color)))
    if ratio >= LARGER:
        return sum(is_han(c) or c.isalpha() for c in text) >= 2
    if ratio < 0.94:
        return False
    if numbering in ("chapter", "appendix", "section") and len(text) <= 40:
        return True
    if match("front_matter", text):
        return True
    if numbering in ("han_number", "han_in_brackets", "decimal"):
        return distinct or (len(block.lines) == 1 and len(text) <= 32 and _leads(block, after))
    if numbering:
        return distinct and len(text) <= 40
    return distinct and len(text) <= 36 and len(block.lines) <= 2


def _is_all(block: Block) -> bool:
    styles = {
        (c.bold, c.color) for line in block.lines for c in line.chars if c and (is_han(c.text) or c.text.isalpha())
    }
    return len(styles) == 1


def _is_dark(color: object) -> bool:
    return isinstance(color, tuple) and min(color[:3]) < 235 and sum(color[:3]) < 600


def _leads(block: Block, after: Block | None) -> bool:
    """Whether text of another kind follows: an item of a list is followed by the next item."""
    if after is None:
        return False
    return _numbering(after.text) != _numbering(block.text)


def _with_numbers(blocks: Sequence[Block], body: float) -> list[Block]:
    """The blocks, each number that stands apart (01, PART ONE) put before the title under it."""
    found: list[Block] = []
    waiting: list[Block] = []
    for block in blocks:
        if block.kind == "paragraph" and len(block.lines) == 1 and match("parted", block.text) and block.size >= body:
            if waiting and waiting[0].page != block.page:
                found += waiting
                waiting = []
            waiting.append(block)
            continue
        if waiting:
            fits = block.kind == "paragraph" and block.page == waiting[0].page and len(block.text) <= 40
            if fits and block.text[-1] not in "。；，" and waiting[0].size >= 0.9 * block.size:
                block.marker = " ".join(w.text for w in waiting)
                block.lines = [line for w in waiting for line in w.lines] + block.lines
            else:
                found += waiting
            waiting = []
        found.append(block)
    return found + waiting


def _rank(block: Block) -> int:
    """How high its numbering stands, 0 the highest; 99 for none."""
    parts = [block.text, *(block.marker or "").split(" ", 1)]
    if any(match("chapter", part) for part in parts):
        return 0
    name = _numbering(block.text)
    if name is None:
        return 99
    if name == "decimal":
        return 5 + block.marker.count(".") if block.marker else 5
    order = {
        "chapter": 0,
        "appendix": 0,
        "section": 1,
        "han_number": 2,
        "han_in_brackets": 3,
        "arabic": 5,
        "arabic_in_brackets": 9,
    }
    return order[name]


def _set_levels(headings: Sequence[Block], body: float) -> None:
    """Levels by a stack: a heading stands under the last one that is larger or numbered higher."""
    stack: list[Block] = []
    for h in headings:
        while stack and not _over(stack[-1], h):
            stack.pop()
        stack.append(h)
        h.level = len(stack)


def _over(upper: Block, lower: Block) -> bool:
    """Whether `lower` stands under `upper`."""
    a, b = _rank(upper), _rank(lower)
    if a != 99 and b != 99 and a != b:
        return a < b
    if a == b != 99:
        return False
    size = upper.size / lower.size
    if size > 1.04:
        return True
    if size < 0.96:
        return False
    if a != b:
        # Of one size: a numbered heading stands over an unnumbered one.
        return a < b
    return upper.bold and not lower.bold
