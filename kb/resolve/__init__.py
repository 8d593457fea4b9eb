"""Which thing of one paper is the same as one of another.

Each paper knows its things by keys of its own (`titles`). From what all papers tell, and from what people have decided,
it follows which of these are one thing, and which key that bears (`identify`): never from the order of reading. A
doubtful pair is never merged; it becomes a candidate for `kb review` (`candidates`).
"""

from kb.resolve.decisions import Decision
from kb.resolve.identify import identified
from kb.resolve.model import Told
from kb.resolve.titles import normal, number_key, owned_name, policy_key, publication_key

__all__ = [
    "Decision",
    "Told",
    "identified",
    "normal",
    "number_key",
    "owned_name",
    "policy_key",
    "publication_key",
]
