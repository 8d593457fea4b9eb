"""What the years make possible: editions of a list side by side, and what a paper says of the last one."""

from kb.editions.refresh import RULE, refreshed, series_of

__all__ = ["RULE", "refreshed", "series_of"]
