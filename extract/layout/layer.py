"""Whether the text layer of a page can be trusted, and that of the whole paper."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from extract.layout.glyphs import is_han
from extract.model import Char, Laid, Page
from extract.words import lexicon
from schema.document import TextLayer

__all__ = ["has_picture", "is_garbled", "layer_of", "layer_warnings"]

BROKEN = 0.2
"""Share of characters without a meaning from which on a page is garbled."""
COMMON = ((100, 0.42), (40, 0.3), (15, 0.1))
"""Of so many Han characters at least this share must be among the 500 commonest; sound pages have 0.6 and more."""
PICTURE = 0.3
"""Share of a page that pictures cover at least where they may hold its text."""
OUTLINES = 150
"""So many curves may be text turned into outlines."""
STRAY = 0.15
"""Share of pages that may be pictures (covers, dividers) in a paper that is sound."""


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset("".join(lexicon("common_han")["common"].split()))


def is_garbled(chars: Sequence[Char]) -> bool:
    """Whether the characters are not those that are seen on the page."""
    text = [c.text[0] for c in chars if not c.text.isspace()]
    if len(text) < 15:
        return False
    if sum(_is_broken(c) for c in text) > BROKEN * len(text):
        return True
    han = [c for c in text if is_han(c)]
    least = next((share for count, share in COMMON if len(han) >= count), 0.0)
    if sum(c in _common() for c in han) < least * len(han):
        return True
    return _is_noise(text, len(han))


def _is_broken(char: str) -> bool:
    """Replacement and control characters, private use (but for the signs that office fonts use as bullets)."""
    return char == "\ufffd" or char < " " or "\x7f" <= char < "\xa0" or "\ue000" <= char <= "\uefff"


def _is_noise(text: Sequence[str], han: int) -> bool:
    """Whether text with hardly any Han characters is no language: bytes read as Latin letters, signs, no vowels."""
    if han > 0.1 * len(text) or len(text) < 80:
        return False
    if sum("\xa0" <= c <= "\u024f" for c in text) > 0.3 * len(text):
        return True
    signs = [c for c in text if c not in "..…·-—_"]
    if sum(c.isalnum() for c in signs) < 0.3 * len(signs) and len(signs) > 80:
        return True
    letters = [c.lower() for c in text if c.isascii() and c.isalpha()]
    return len(letters) > 200 and sum(c in "aeiou" for c in letters) < 0.2 * len(letters)


def has_picture(page: Page) -> bool:
    """Whether pictures or outlines on the page may hold text."""
    whole = page.width * page.height
    images = sum(max(s.x1 - s.x0, 0) * max(s.bottom - s.top, 0) for s in page.shapes if s.kind == "image")
    return images >= PICTURE * whole > 0 or sum(s.kind == "curve" for s in page.shapes) >= OUTLINES


def layer_of(pages: Sequence[Laid]) -> TextLayer:
    """The paper's text layer. A cover or a divider that is a picture does not make a sound paper mixed."""
    layers = [p.page.text_layer for p in pages]
    if len(set(layers)) == 1:
        return layers[0]
    if not any(p.lines for p in pages):
        return "garbled" if "garbled" in layers else "missing"
    if "garbled" in layers or layers.count("missing") > max(2, STRAY * len(layers)):
        return "mixed"
    inner = layers[1:-1]
    longest = max((len(list(run)) for layer, run in groupby(inner) if layer == "missing"), default=0)
    return "mixed" if longest > 1 else "sound"


def _state(laid: Laid) -> str:
    chars = laid.page.chars
    unseen = sum(c.color is not None and c.color[3] == 0 for c in chars)
    if len(laid.turned) > len(laid.lines):
        return "turned"
    recognised = laid.page.text_layer == "sound" and unseen > 0.5 * len(chars) and has_picture(laid.page)
    return "recognised" if recognised else laid.page.text_layer


def layer_warnings(pages: Iterable[Laid]) -> Iterator[str]:
    """A sentence for each run of pages that could not be read, or whose text a machine recognised."""
    for layer, run in groupby(pages, key=_state):
        numbers = [p.page.number for p in run]
        if layer == "sound":
            continue
        several = len(numbers) > 1
        zh = f"第{numbers[0]}—{numbers[-1]}页" if several else f"第{numbers[0]}页"
        en = f"pages {numbers[0]}-{numbers[-1]}" if several else f"page {numbers[0]}"
        if layer == "missing":
            yield f"{zh}没有文字层，只有图像，未读出内容 ({en}: a picture without a text layer, not read)"
        elif layer == "turned":
            yield f"{zh}文字侧排，按行读出 ({en}: text on its side, read line by line)"
        elif layer == "recognised":
            yield f"{zh}是扫描图，文字由机器识别，可能有错 ({en}: a scan with recognised text, which may have errors)"
        else:
            yield f"{zh}文字层是乱码，未读出内容 ({en}: the text layer is garbled, not read)"
