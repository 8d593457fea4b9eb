"""Headings to nested sections."""

from collections.abc import Sequence

from extract.model import Passage, Section

__all__ = ["sections_of"]


def sections_of(passages: Sequence[Passage]) -> list[Section]:
    """The sections; sets each passage's `section` to the innermost one it stands in."""
    sections: list[Section] = []
    stack: list[Section] = []
    for i, p in enumerate(passages):
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
