"""What the words say: spaCy components, one a file, each writing `doc.spans[<name>]`. Order matters."""

from extract.spans import document_numbers, frameworks, places, platforms, quantities, titles

__all__ = ["COMPONENTS"]

COMPONENTS: tuple[str, ...] = (
    places.NAME,
    quantities.NAME,
    frameworks.NAME,
    platforms.NAME,
    titles.NAME,
    document_numbers.NAME,
)
