"""What every record shares: strict fields, bilingual labels, evidence.

A field's label is Chinese first with English beside it ("名次 Rank"). Tables, JSON Schema, Datasette's column
descriptions and the table reference in the docs are derived from these fields, so a label is written once, here.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Evidence", "Fact", "Record", "field"]


def field(title: str, description: str, default: Any = ..., *, unit: str | None = None, **rules: Any) -> Any:
    """A record's field: `title` as "中文 English", `description` as "中文。English.", `unit` where the value has one."""
    extra: dict[str, Any] | None = {"unit": unit} if unit else None
    if default == [] or default == {}:
        return Field(
            default_factory=type(default), title=title, description=description, json_schema_extra=extra, **rules
        )
    return Field(default, title=title, description=description, json_schema_extra=extra, **rules)


class Record(BaseModel):
    """A record that knows its fields and refuses others."""

    model_config = ConfigDict(extra="forbid")


class Evidence(Record):
    """Where a fact stands: page, box, the words there, and the rule that read them."""

    page: int = field("页码 Page", "从 1 数起的页序。Page, counted from 1.", ge=1)
    bbox: tuple[float, float, float, float] = field(
        "位置 Box", "自页面左上角起的 [x0, top, x1, bottom]。From the page's top left.", unit="pt"
    )
    text: str = field("原文 Words", "该处页面上的原字。The words as they stand there.")
    how: str = field("依据 Rule", "读出它的规则名。The rule that read it.")


class Fact(Record):
    """A record taken from the page. Without evidence it does not exist."""

    evidence: list[Evidence] = Field(
        min_length=1, title="出处 Evidence", description="它在页面上的位置。Where it stands on the page."
    )
