"""Where a case opens: what is known of it before its end is looked for."""

from dataclasses import dataclass

from extract.places import Place

__all__ = ["LONGEST_TITLE", "SHORTEST_TOLD", "STOPS", "Opening"]

LONGEST_TITLE = 45
SHORTEST_TOLD = 30
"""Characters of a paragraph that tells at least a sentence."""
STOPS = "。！？；!?;"


@dataclass(frozen=True, slots=True)
class Opening:
    """A case's first passage (`index` in `Reading.texts`), its place, and its title if the passage has one.

    `bare` where the passage holds nothing but the place: its title may follow on the next line. `inline` where the
    case's text stands in the passage itself, after the place. `head` is the last passage of its title (index too);
    `aside` a passage within that holds only the place, set beside the text.
    """

    index: int
    place: Place
    title: str | None
    bare: bool = False
    inline: bool = False
    head: int | None = None
    aside: int | None = None
