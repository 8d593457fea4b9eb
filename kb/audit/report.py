"""The report: for the terminal, as Markdown, as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.text import Text

from kb.audit.findings import Found, PaperAudit

__all__ = ["as_json", "as_markdown", "show"]

KINDS = {"contradiction": "矛盾 contradiction", "incomplete": "不全 incomplete", "confirmed": "相符 confirmed"}
STYLES = {"contradiction": "bold red", "incomplete": "yellow", "confirmed": "green"}
SEVERITIES = {"major": "重要 major", "minor": "次要 minor", "info": "提示 info"}
MOST_WORDS = 80
PLAIN_WIDTH = 120


def as_json(papers: Sequence[PaperAudit]) -> str:
    """A list of papers, each with its counts and findings."""
    told = [{**asdict(p), "counts": {kind: p.count(kind) for kind in KINDS}} for p in papers]
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_markdown(papers: Sequence[PaperAudit]) -> str:
    """A document to send to somebody."""
    return "\n".join(line for paper in papers for line in _markdown(paper)).strip() + "\n"


def _markdown(paper: PaperAudit) -> Iterator[str]:
    yield f"# {_plain(paper.name)}（{paper.document}）\n"
    yield f"{_counts(paper)}\n"
    for kind, title in KINDS.items():
        found = [f for f in paper.findings if f.kind == kind]
        if found:
            yield f"## {title}\n"
        for finding in found:
            yield f"- **{_plain(finding.about)}** {_plain(finding.statement)}"
            for line in _details(finding):
                yield f"  - {_plain(line)}"
        if found:
            yield ""


def _plain(text: str) -> str:
    """Text that Markdown takes as it is, in one line."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~" else c for c in " ".join(text.split()))


def _counts(paper: PaperAudit) -> str:
    return " · ".join(f"{title} {paper.count(kind)}" for kind, title in KINDS.items())


def _details(finding: Found) -> Iterator[str]:
    if finding.kind != "confirmed":
        yield f"所说 expected: {_value(finding.expected)}，核得 actual: {_value(finding.actual)} · {SEVERITIES[finding.severity]}"
    elif finding.actual is not None:
        yield f"{_value(finding.actual)}"
    if finding.look_at and finding.kind != "confirmed":
        yield f"请看 look at: {finding.look_at}"
    for where in finding.where:
        words = where.words if len(where.words) <= MOST_WORDS else f"{where.words[:MOST_WORDS]}……"
        yield f"{where.document} 第{where.page}页 p. {where.page}: {words}"


def _value(value: Any) -> str:
    if value is None:
        return "无 none"
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def show(papers: Sequence[PaperAudit], *, everything: bool) -> None:
    """Print it; what is confirmed in one line each, unless `everything` is asked for."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=PLAIN_WIDTH, no_color=True)
    for paper in papers:
        console.print(Text(f"{paper.name}（{paper.document}）", style="bold"), soft_wrap=True)
        console.print(Text(f"{_counts(paper)}\n"), soft_wrap=True)
        for finding in paper.findings:
            head = Text(f"  {KINDS[finding.kind]} ", style=STYLES[finding.kind])
            head.append(f"{finding.about}：", style="bold").append(" ".join(finding.statement.split()))
            if finding.kind == "confirmed" and finding.expected is not None:
                # One sentence may make several claims on one province: over 10, and 13.
                head.append(f"（{_value(finding.expected)}）")
            console.print(head, soft_wrap=True)
            if everything or finding.kind != "confirmed":
                for line in _details(finding):
                    console.print(Text(f"      {line}"), soft_wrap=True)
        console.print()
