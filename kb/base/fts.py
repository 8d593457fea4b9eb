"""Full-text search that finds in Chinese what LIKE finds.

SQLite's tokenizers see a Chinese sentence as one word, or miss words of two characters. So every character is indexed
as a token of its own, on both sides folded (NFKC, lower case), and a query is searched as a phrase of such tokens:
济南 finds each 济 followed by 南, and 5G finds 5G also inside F5G. Letters, digits and Han characters stand for
themselves; every other character (punctuation, white space, rare scripts) becomes a word of its own, so that
1+5+N is not 15N. White space between words of a query means that all of them must occur.

The tables `<name>_fts` keep the text in this form; their rowids are those of the table they index, as Datasette wants.
"""

import re
import unicodedata
from functools import lru_cache

from extract.fold import plain

__all__ = ["ANY", "escape_fts", "fts_name", "normal", "spaced", "terms"]

ANY = "anyrow"
"""A token that every indexed row has: what an empty query searches."""
TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
MOST_TERMS = 50


def fts_name(table: str) -> str:
    """The name of the search table of `table`."""
    return f"{table}_fts"


def normal(text: str) -> str:
    """Text as it is compared: plain characters, NFKC, lower case, white space as single blanks."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", plain(text)).lower())


@lru_cache(maxsize=65536)
def _token(char: str) -> str:
    # Only what SQLite's own tables (Unicode 6.1) know as a letter may stand for itself.
    if (char.isascii() and char.isalnum()) or "\u4e00" <= char <= "\u9fcc" or "\u3400" <= char <= "\u4db5":
        return char
    return f"u{ord(char):x}u"


def spaced(text: str | None) -> str:
    """Text as it is indexed: its tokens, with blanks between."""
    return " ".join(map(_token, normal(text))) if text else ""


def terms(query: str) -> list[str]:
    """What must occur, each as it is compared: words apart by white space, or in straight double quotes."""
    found = []
    for quoted, word in TERM.findall(query.replace("\0", "")):
        term = normal(quoted or word).strip() if quoted else normal(word)
        if term and term not in found:
            found.append(term)
    return found[:MOST_TERMS]


def escape_fts(query: str | None) -> str:
    """A person's query as FTS5 takes it. Nothing in it can be an operator; an empty one finds every row."""
    found = terms(str(query)) if query is not None else []
    return " ".join(f'"{spaced(term)}"' for term in found) or f'"{ANY}"'
