"""Keys a person can read, made from what a fact says, so that it keeps its key when others come or go."""

import hashlib
import re
from collections.abc import Sequence

from schema import Evidence

__all__ = ["at", "bare", "clipped", "in_shell", "path"]


def bare(text: str) -> str:
    """Text without white space or control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", "", text)


def clipped(text: str, length: int = 20) -> str:
    """Text short enough for a key. Where it is cut, four signs that follow from the whole stand for the rest."""
    text = bare(text)
    if len(text) <= length:
        return text
    return f"{text[:length]}…{hashlib.sha256(text.encode()).hexdigest()[:4]}"


def path(*parts: str | int | None) -> str:
    """The parts that are there, joined by slashes."""
    return "/".join(str(p) for p in parts if p not in (None, ""))


def at(evidence: Sequence[Evidence]) -> str:
    """Where a fact starts on its page: `@102,455`, in points. Tells apart what is printed twice."""
    if not evidence:
        return ""
    x0, top, *_ = evidence[0].bbox
    return f"@{round(x0)},{round(top)}"


def in_shell(key: str) -> str:
    """A key as it can be typed in a command: in quotation marks where a shell would take it apart."""
    return f'"{key}"' if re.search(r"[^\w./（）—-]", key) else key
