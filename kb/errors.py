"""What a person can act on: one sentence, Chinese first with English beside, that says what to do."""

__all__ = ["KbError"]


class KbError(Exception):
    """Something went wrong that a person can mend. The message is the sentence to show them."""
