"""Every rule that reads a fact has a name in Chinese, and every name is that of a rule."""

import ast
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from extract.words import lexicon
from kb.editions import refresh
from kb.ingest import expect
from kb.site.rules import RULES, rule_words
from kb.store.rows import derived

EXTRACT = [ast.parse(path.read_text("utf-8")) for path in sorted(Path(str(files("extract"))).rglob("*.py"))]


def takers(trees: list[ast.Module]) -> dict[str, int]:
    """Functions and classes that take a rule's name, and at which place."""
    found = {}
    for node in (n for tree in trees for n in ast.walk(tree)):
        if isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args if a.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            names = [b.target.id for b in node.body if isinstance(b, ast.AnnAssign) and isinstance(b.target, ast.Name)]
        else:
            continue
        if "how" in names:
            found[node.name] = names.index("how")
    return found


def told(node: ast.expr | None) -> Iterator[str]:
    """The names that an expression may be; a name that is passed on comes from elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*told(node.body), *told(node.orelse))


def rules(trees: list[ast.Module]) -> set[str]:
    known = takers(trees)
    found: set[str] = set()
    for node in (n for tree in trees for n in ast.walk(tree)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", None))
            if name in known:
                found.update(n for a in node.args[known[name] : known[name] + 1] for n in told(a))
            found.update(n for k in node.keywords if k.arg == "how" for n in told(k.value))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id in ("HOW", "how") for t in targets):
                found.update(told(node.value))
    return found


def test_every_rule_is_named_in_chinese() -> None:
    found = rules(EXTRACT) | {derived.HOW, refresh.RULE, expect.RULE}
    assert {"title", "rules", "white space", "quantity in a sentence", "framework:types"} <= found
    assert sorted(found - RULES.keys()) == []
    assert sorted(RULES.keys() - found) == []


def test_a_frameworks_shape_is_told_by_an_example() -> None:
    assert rule_words("framework:code") == "框架，如“1+5+N”整体框架"
    shapes = {shape["name"] for shape in lexicon("frameworks")["shapes"]}
    assert [s for s in shapes if rule_words(f"framework:{s}") == f"framework:{s}"] == []


@pytest.mark.parametrize("how", ["simulated", "framework:of old"])
def test_a_rule_of_another_release_keeps_its_name(how: str) -> None:
    assert rule_words(how) == how


def test_the_page_tells_both(get: Callable[..., Any]) -> None:
    page = get("/-/evidence/platforms:济南市/城市大脑").text
    assert "规则：" in page and 'lang="en">test</span>' in page
