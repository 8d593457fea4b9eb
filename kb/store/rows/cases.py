"""Rows of what places did and what is said of them, and of what the audit found."""

from kb.base.keys import at, bare, clipped, path
from kb.resolve.names import series_name
from kb.store.rows.builder import Builder
from schema import Paper
from schema.finding import Finding

__all__ = ["add_cases", "add_dimensions", "add_findings", "add_measurements"]


def add_cases(b: Builder, paper: Paper) -> None:
    """Case studies, frameworks with their components, platforms."""
    for case in paper.case_studies:
        place = case.city or case.place
        key = b.key("case_studies", bare(place or ""), clipped(case.title or case.section or case.text))
        name = "：".join(t for t in (place, case.title or case.section) if t) or clipped(case.text)
        b.add("case_studies", case, id=key, name=name)
        b.evidence("case_studies", key, case.evidence)
    for framework in paper.frameworks:
        city, place = b.place(framework.city, scope="city"), b.place(framework.place)
        key = b.thing(framework.name, framework.city or framework.place, city or place)
        b.attested("frameworks", framework, key, city=city, place=place)
        b.evidence("frameworks", key, framework.evidence)
        for part in framework.components:
            told = path(key.removeprefix(f"{b.document}/"), part.group and clipped(part.group), clipped(part.name))
            own = b.key("framework_components", told)
            b.add("framework_components", part, id=own, framework=key)
            b.evidence("framework_components", own, part.evidence)
    for platform in paper.platforms:
        city, place = b.place(platform.city, scope="city"), b.place(platform.place)
        key = b.thing(platform.name, platform.city or platform.place, city or place)
        b.attested("platforms", platform, key, city=city, place=place)
        b.evidence("platforms", key, platform.evidence)


def add_measurements(b: Builder, paper: Paper) -> None:
    """Numbers told in sentences."""
    for m in paper.measurements:
        key = b.key("measurements", f"p{m.evidence[0].page}", clipped(m.as_printed) + at(m.evidence))
        b.add("measurements", m, id=key)
        b.evidence("measurements", key, m.evidence)


def add_dimensions(b: Builder, paper: Paper) -> None:
    """Dimensions, what is said of them, and who leads in them."""
    document = paper.document
    series = series_name(document.series, document.title, document.publisher, document.id)
    for d in paper.dimensions:
        thing = path(series, bare(d.name))
        b.attested("dimensions", d, thing, series=series)
        b.evidence("dimensions", thing, d.evidence)
        if d.statement:
            key = b.key("dimension_statements", bare(d.name), clipped(d.statement))
            b.add("dimension_statements", d, id=key, dimension=thing)
            b.evidence("dimension_statements", key, d.evidence)
        for leader in d.leaders:
            key = b.key("dimension_leaders", bare(d.name), bare(leader))
            b.add("dimension_leaders", None, id=key, dimension=thing, city=b.place(leader, scope="city"))


def add_findings(b: Builder, findings: list[Finding]) -> None:
    """What the audit found, and which expectations failed."""
    for finding in findings:
        key = b.key("findings", finding.rule, clipped(finding.about), clipped(finding.statement, 12))
        b.add("findings", finding, id=key)
        b.evidence("findings", key, finding.evidence)
