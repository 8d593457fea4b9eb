"""What the words say: spaCy components, one a file, each writing `doc.spans[<name>]`. Order matters."""

from extract.spans import places, quantities

__all__ = ["COMPONENTS"]

COMPONENTS: tuple[str, ...] = (places.NAME, quantities.NAME)
