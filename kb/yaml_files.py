"""YAML files that people write: read as they are written, and what is wrong said in a sentence.

A value is text until a field wants a number: 2021-10-15 is no date object and 007 no 7. A name given twice is refused,
for nobody sees which of them would count.
"""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from kb.errors import KbError

__all__ = ["in_words", "load"]

KEPT = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
PAIRS = "应写成“名: 值”，用半角冒号，后空一格", "must be `name: value`, with a plain colon and a blank"
WORDS = {
    "extra_forbidden": ("没有这一项", "no such field"), "missing": ("缺这一项", "missing"),
    "string_type": ("应是文字", "must be text"), "int_parsing": ("应是整数", "must be a whole number"),
    "int_type": ("应是整数", "must be a whole number"), "dict_type": PAIRS, "model_type": PAIRS,
    "list_type": ("应是列表", "must be a list"), "string_too_short": ("不能空着", "must not be empty"),
}  # fmt: skip


class _Loader(yaml.SafeLoader):
    """Plain values stay text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping, each name once."""
        seen: set[str] = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                line = key.start_mark.line + 1
                raise yaml.constructor.ConstructorError(None, None, f"twice:{line}:{name}", key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in those if tag in KEPT]
    for first, those in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:
    """What a file holds. Raises KbError where it can't be read, is no YAML, or gives a name twice."""
    try:
        # SafeLoader, with fewer guesses
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        told = str(getattr(error, "problem", "") or "").split(":", 2)
        if told[0] == "twice":
            raise KbError(
                f"{path}：第 {line} 行 {told[2]} 写了两次；请留一个 (given twice at line {line}; keep one)"
            ) from error
        raise KbError(
            f"{path}：第 {line} 行不是合法的 YAML；请改正 (not valid YAML at line {line}; mend it)"
        ) from error
    except UnicodeDecodeError as error:
        raise KbError(
            f"{path}：读不了：不是 UTF-8；请另存为 UTF-8 (can't be read: not UTF-8; save it as UTF-8)"
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise KbError(
            f"{path}：读不了；请检查权限与内容 (can't be read; check permissions and what it holds)"
        ) from error


def in_words(path: Path, error: ValidationError, model: type[BaseModel], before: str = "") -> KbError:
    """The first mistake as a sentence. `before` says which part of the file it is in."""
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"])) or "内容 content"
    chinese, english = _why(first, model)
    return KbError(f"{path}：{before}{where} 不对：{chinese}；请改正 ({english}; mend it)")


def _why(first: Any, model: type[BaseModel]) -> tuple[str, str]:
    kind, name = first["type"], str(first["loc"][-1]) if first["loc"] else ""
    if kind == "extra_forbidden" and len(first["loc"]) == 1:
        near = get_close_matches(name, list(model.model_fields), 1)
        if near:
            return f"没有这一项，是不是 {near[0]}", f"no such field, is it {near[0]}?"
    if kind == "literal_error":
        allowed = first["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
        return f"只能是 {allowed}", f"must be one of {allowed}"
    chinese, english = WORDS.get(kind, ("写法不对", first["msg"]))
    return chinese, english
