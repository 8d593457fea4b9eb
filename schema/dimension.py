"""The dimensions of the paper's index."""

from schema.base import Fact, field

__all__ = ["Dimension"]


class Dimension(Fact):
    """A dimension or indicator of the paper's index, and what the paper says of it."""

    name: str = field("维度 Dimension", "维度或指标名。Its name.")
    level: int | None = field("层级 Level", "1 为一级指标。1 for a first-level one.", None)
    statement: str | None = field("论断 Statement", "文中对它的论断。What the paper says of it.", None)
    leaders: list[str] = field("领先 Leaders", "文中说在此领先的城市。Cities said to lead in it.", [])
