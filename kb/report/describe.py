"""Records as text a person can read."""

import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin

from schema import Record

__all__ = ["described", "record_types"]

NAMES = {str: "文字 text", int: "整数 integer", float: "数 number", bool: "是否 yes/no", Any: "任意 any"}


def record_types(record: type[Record]) -> list[type[Record]]:
    """A record and all records inside it, each once, outermost first."""
    found = [record]
    for one in found:
        for info in one.model_fields.values():
            found += [r for r in _records(info.annotation) if r not in found]
    return found


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for arg in get_args(annotation):
        yield from _records(arg)


def described(record: type[Record]) -> str:
    """A record and those inside it, a paragraph each: name, type, label and description of each field."""
    return "\n\n".join(map(_paragraph, record_types(record)))


def _paragraph(record: type[Record]) -> str:
    doc = (record.__doc__ or "").strip().splitlines()[0]
    lines = [f"{record.__name__}: {doc}"]
    for name, info in record.model_fields.items():
        extra = info.json_schema_extra
        unit = f" [{extra['unit']}]" if isinstance(extra, dict) and extra.get("unit") else ""
        lines.append(f"  {name}: {_type(info.annotation)}{unit}")
        lines.append(f"      {info.title}：{info.description}")
    return "\n".join(lines)


def _type(annotation: Any) -> str:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        told = " | ".join(_type(a) for a in args if a is not type(None))
        return f"{told}，可空 or null" if type(None) in args else told
    if origin is Literal:
        return " | ".join(map(str, args))
    if origin is list:
        return f"列表 list of {_type(args[0])}"
    if origin is tuple:
        return f"({', '.join(_type(a).split()[-1] for a in args)})"
    if origin is dict:
        return f"对照 map of {_type(args[0])} → {_type(args[1])}"
    return NAMES.get(annotation) or str(getattr(annotation, "__name__", annotation))
