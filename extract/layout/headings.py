"""Which blocks are headings, and which are list items."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from extract.layout.blocks import Block, marker_of
from extract.layout.bullets import DRAWN
from extract.layout.glyphs import is_han
from extract.layout.levels import numbering_of, set_levels
from extract.layout.patterns import match
from extract.layout.slides import told_pages
from extract.model import Char, Line

__all__ = ["headings_of"]

LONGEST = 60
LARGER = 1.12
SLIGHTLY = 1.05
LARGEST = 1.3
"""Times the size of what stands with it that a number on a card is set in."""
PULLED = 10
"""Characters of a sentence that a page shows twice, at least."""
TITLED = ("chapter", "appendix", "section")
OUTLINED = ("han_number", "han_in_brackets", "decimal", "arabic", "arabic_in_brackets")
Plain = tuple[bool, object, str]
"""Bold, colour and font."""


def headings_of(
    blocks: Sequence[Block], body: float, cover: Mapping[int, str], tabled: Collection[int] = ()
) -> list[Block]:
    """The blocks with headings and list items told; a heading's number standing apart is put before it.

    `cover` has the ids of blocks that are the paper's title (a heading of no section), publisher or date. A cover
    without running text has no other heading. `tabled` are the pages that have a table.
    """
    usual = _usual_style(blocks)
    for block in blocks:
        if cover.get(id(block)) == "title":
            block.kind = "heading"
    blocks = _with_numbers(blocks, body)
    texts = [b for b in blocks if b.kind == "paragraph"]
    outline = _outline(texts, body, usual)
    untitled = _counted(blocks) | _pulled(texts)
    bare = {b.page for b in blocks if cover.get(id(b)) == "title"} - {
        b.page for b in texts if len(b.text) > 30 and b.text[-1] in "。；"
    }
    for block in texts:
        if id(block) in cover or id(block) in untitled:
            continue
        if block.page not in bare and _is_heading(block, body, usual, id(block) in outline):
            block.kind = "heading"
            name = numbering_of(block.text)
            m = match(name, block.text) if name else None
            block.marker = block.marker or (m.group().strip() if m else None)
        elif (found := marker_of(block.text)) and not match("amount", block.text):
            block.kind, block.marker = "list_item", found[1]
        elif block.lines[0].bulleted:
            block.kind, block.marker = "list_item", DRAWN
    _caption_figures(blocks, body)
    set_levels([b for b in blocks if b.kind == "heading" and id(b) not in cover], told_pages(blocks) | set(tabled))
    return list(blocks)


def _counted(blocks: Sequence[Block]) -> set[int]:
    """Ids of what stands in a box with one number that is set larger than anything else there: it says what is counted."""
    boxes: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.box_id is not None:
            boxes[block.box_id].append(block)
    found: set[int] = set()
    for its in boxes.values():
        number = max(its, key=lambda b: b.size)
        others = [b for b in its if b is not number]
        if others and match("amount", number.text) and number.size >= LARGEST * max(b.size for b in others):
            found |= {id(b) for b in others}
    return found


def _pulled(texts: Sequence[Block]) -> set[int]:
    """Ids of sentences set large beside the text that they are pulled from, or said by somebody: no titles."""
    found: set[int] = set()
    for block in texts:
        words = block.text.strip("“”。 ")
        if len(words) < PULLED or numbering_of(words):
            continue
        said = block.text[0] == "“" and block.text[-1] == "”" and block.text.count("“") == 1
        whole = [b for b in texts if b.page == block.page and len(b.text) > len(block.text)]
        if said or ("，" in words and any(words in b.text for b in whole)):
            found.add(id(block))
    return found


def _caption_figures(blocks: Sequence[Block], body: float) -> None:
    """Makes captions of titles that stand over nothing but a figure: 2018—2022年市场规模, and its chart."""
    for i, block in enumerate(blocks):
        if block.kind != "heading" or block.marker or block.size > 1.3 * body or match("front_matter", block.text):
            continue
        under = []
        for after in blocks[i + 1 :]:
            if after.page != block.page or after.kind == "heading":
                break
            under.append(after.kind)
        if "chart" in under and not {"paragraph", "list_item"} & set(under):
            block.kind = "caption"


def _usual_style(blocks: Sequence[Block]) -> Plain:
    known: Counter[Plain] = Counter()
    for b in blocks:
        if b.kind == "paragraph":
            for line in b.lines:
                known[_style(line)] += len(line.text)
    return known.most_common(1)[0][0] if known else (False, None, "")


def _style(line: Line) -> Plain:
    known = Counter((c.bold, c.color, _font(c.font)) for c in _letters([line]))
    return known.most_common(1)[0][0] if known else (False, None, "")


def _font(name: str) -> str:
    """A font's name without the tag of its subset."""
    return name.partition("+")[2] or name


def _letters(lines: Sequence[Line]) -> list[Char]:
    """The ideographs of some lines, or their letters where there are none."""
    chars = [c for line in lines for c in line.chars if c]
    return [c for c in chars if is_han(c.text)] or [c for c in chars if c.text.isalpha()]


def _is_heading(block: Block, body: float, usual: Plain, outlined: bool) -> bool:
    text = block.text.strip()
    if not _may_be_title(block, text):
        return False
    if block.banner:
        return True
    ratio = block.size / body
    if ratio >= LARGER:
        return True
    if ratio < 0.94:
        return False
    distinct = _is_distinct(block, usual)
    full = block.right - block.lines[-1].box[2] < 0.5 * block.size and len(block.lines) == 1
    numbering = numbering_of(text)
    if ratio >= SLIGHTLY and (not usual[2] or _is_other_font(block, usual)):
        # 黑体 over 宋体 has no other weight. Type 3 fonts, as Chromium makes of OpenType ones, have no name either.
        return not full and len(text) <= 36 and len(block.lines) <= 2
    if numbering in TITLED:
        return len(text) <= 40 and (distinct or (not full and len(text) <= 25))
    if match("front_matter", text):
        return True
    if numbering in OUTLINED:
        return distinct or outlined or (not full and _is_other_font(block, usual))
    return distinct and len(text) <= 36 and len(block.lines) <= 2


def _may_be_title(block: Block, text: str) -> bool:
    if not text or len(text) > LONGEST or len(block.lines) > 3 or match("bullet", text):
        return False
    if block.lines[0].box[3] - block.lines[0].box[1] > 2.5 * block.size:
        # Set downwards: a label.
        return False
    if (
        text[-1] in ("。；，、,;…" if numbering_of(text) else "。；，、,;：:…")
        or text.endswith(("。”", "；”"))
        or text.count("，") > 3
        or "。" in text
    ):
        return False
    return sum(is_han(c) or c.isalpha() for c in text) >= 2 and not match("amount", text)


def _is_distinct(block: Block, usual: Plain) -> bool:
    """Whether all of it is bold, or in a colour, unlike running text."""
    looks = {(c.bold, c.color) for c in _letters(block.lines)}
    if len(looks) != 1:
        return False
    bold, color = looks.pop()
    return (bold and not usual[0]) or (color != usual[1] and color is not None and sum(color[:3]) < 600)


def _is_other_font(block: Block, usual: Plain) -> bool:
    """Whether all of it is in a font of its own, as 黑体 and 楷体 over 仿宋."""
    fonts = {_font(c.font) for c in _letters(block.lines)}
    return len(fonts) == 1 and usual[2] not in fonts


def _outline(texts: Sequence[Block], body: float, usual: Plain) -> set[int]:
    """Numbered lines in plain type that head what follows: 1. 概述, a paragraph, 2. 目标, a paragraph.

    An item of a list is followed by the next item, or is itself a sentence.
    """
    found: set[int] = set()
    headed: dict[str, bool] = {}
    for i, block in enumerate(texts):
        name = numbering_of(block.text)
        if name not in OUTLINED:
            continue
        after = texts[i + 1] if i + 1 < len(texts) else None
        short = len(block.lines) == 1 and len(block.text) <= 34 and _may_be_title(block, block.text)
        leads = (
            after is not None
            and numbering_of(after.text) != name
            and (len(after.text) > len(block.text) or _is_deeper(after))
        )
        first = _is_first(block.text, name)
        right = (
            short
            and leads
            and (first or headed.get(name, False) or name in ("han_number", "han_in_brackets", "decimal"))
        )
        if right and block.right - block.lines[0].box[2] > block.size:
            found.add(id(block))
        headed[name] = right
    return found


def _is_deeper(block: Block) -> bool:
    return numbering_of(block.text) is not None


def _is_first(text: str, name: str) -> bool:
    m = match(name, text)
    number = "".join(c for c in m.group() if c.isalnum()) if m else ""
    return number.lstrip("0") in ("1", "一", "①", "❶", "11") if name != "decimal" else number.endswith("1")


def _with_numbers(blocks: Sequence[Block], body: float) -> list[Block]:
    """The blocks, each number that stands apart (01, PART ONE) put before the title under it."""
    found: list[Block] = []
    waiting: list[Block] = []
    for block in blocks:
        alone = block.kind == "paragraph" and len(block.lines) == 1 and block.size >= 0.98 * body
        if alone and match("parted", block.text):
            if waiting and waiting[0].page != block.page:
                found += waiting
                waiting = []
            waiting.append(block)
            continue
        if waiting and _fits(waiting, block):
            block.marker = waiting[0].marker or " ".join(w.text for w in waiting)
            before = [line for w in waiting for line in w.lines]
            block.lines, block.parts = before + block.lines, len(before)
            waiting = []
            if block.text[-1] in "：:":
                waiting = [block]
                continue
        found += waiting
        waiting = []
        found.append(block)
    return found + waiting


def _fits(waiting: Sequence[Block], block: Block) -> bool:
    """Whether a block can be the title of the numbers before it."""
    if block.kind != "paragraph" or block.page != waiting[0].page or len(block.text) > 40 or len(block.lines) > 3:
        return False
    return block.text[-1] not in "。；，" and max(w.size for w in waiting) >= 0.9 * block.size
