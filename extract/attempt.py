"""One step of reading that may fail without taking the rest of the paper with it."""

import traceback
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from extract.reading import Reading

__all__ = ["StepFailed", "attempt"]

T = TypeVar("T")


class StepFailed(UserWarning):
    """A fault of the program in one step. The tests make an error of it, so that none is passed over there."""


warnings.filterwarnings("ignore", category=StepFailed, append=True)
"""It is said in `Paper.warnings`; Python need not say it again."""


def attempt(reading: Reading, kind: str, step: Callable[[], Iterable[T]]) -> list[T]:
    """What a step finds; nothing, with a warning in `reading.warnings`, where the program fails in it.

    A reader who waits for a hundred rankings must not lose them since one framework is written as none was before.
    """
    try:
        return list(step())
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        at = f"{type(error).__name__}, {Path(where.filename).name}:{where.lineno}"
        said = f"{kind} 一类没有读出：程序在此出错（{at}），其余照读；请报告这份文件 ({kind} not read: the program failed here)"
        reading.warnings.append(said)
        warnings.warn(said, StepFailed, stacklevel=2)
        return []
