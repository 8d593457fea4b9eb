"""Word lists and patterns from `extract/lexicon/*.yml`: words live there, rules in code.

An entry that is a pattern is a mapping with `pattern` (a regular expression over folded text), `yes` (examples it must
find) and `no` (examples it must not); a test runs every example.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["lexicon", "pattern"]

# libyaml reads ten times faster than PyYAML's own parser; a build without it has only the latter.
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon(name: str) -> Any:
    """What `extract/lexicon/<name>.yml` holds."""
    # a safe loader, whichever of the two
    return yaml.load((files("extract") / "lexicon" / f"{name}.yml").read_text(encoding="utf-8"), Loader=LOADER)


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """The pattern `key` of a lexicon, compiled; blanks in it are for the reader only."""
    return re.compile(lexicon(name)[key]["pattern"], re.VERBOSE)
