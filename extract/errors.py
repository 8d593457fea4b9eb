"""Errors a person can act on: what, where, what to do."""

__all__ = ["ReadError"]


class ReadError(Exception):
    """The file can't be read. The message is one sentence, Chinese first, that says what to do."""
