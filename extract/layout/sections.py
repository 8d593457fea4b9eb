"""Headings to nested sections."""

from collections.abc import Sequence

from extract.model import Passage, Section

__all__ = ["sections_of"]


def sections_of(passages: Sequence[Passage]) -> list[Section]:
    """The sections; sets each passage's `section` to the innermost one it stands in."""
    sections: list[Section] = []
    stack: list[Section] = []
    figure: tuple[str | None, int] | None = None
    for i, p in enumerate(passages):
        if p.kind == "caption":
            headed = i + 1 < len(passages) and passages[i + 1].kind == "heading"
            figure = (p.label, len(stack)) if headed and p.label else None
        elif p.kind == "source" and figure and p.label == figure[0]:
            # The headings between a figure's caption and its source stand in the figure.
            del stack[figure[1] :]
            figure = None
        if p.kind == "heading" and p.level:
            while stack and stack[-1].level >= p.level:
                stack.pop()
            section = Section(
                id=f"s{len(sections) + 1}",
                parent=stack[-1].id if stack else None,
                level=p.level,
                title=p.text,
                heading=p,
                first=i,
                last=i,
                page_to=p.last_page,
            )
            sections.append(section)
            stack.append(section)
        for section in stack:
            section.last = i
            section.page_to = max(section.page_to, p.last_page)
        p.section = stack[-1].id if stack else None
    return sections
