"""What the audit found."""

from typing import Any, Literal

from schema.base import Fact, field

__all__ = ["Finding"]


class Finding(Fact):
    """What the text claims, held against what the tables list."""

    kind: Literal["confirmed", "contradiction", "incomplete"] = field(
        "结论 Verdict", "相符、矛盾或不全。confirmed, contradiction or incomplete."
    )
    about: str = field("关于 About", "地方、表或梯队。The place, table or tier.")
    statement: str = field("陈述 Statement", "文中所说。What the paper says.")
    expected: Any = field("所说 Expected", "按文中所说。By the statement.", None)
    actual: Any = field("核得 Actual", "按表中所列。By the table.", None)
    rule: str | None = field("检查 Check", "哪项检查。Which check found it.", None)
    severity: Literal["info", "minor", "major"] = field(
        "轻重 Severity", "提示、次要、重要。How much it matters.", "info"
    )
    look_at: str | None = field("请看 Look at", "该看哪里。What to look at.", None)
