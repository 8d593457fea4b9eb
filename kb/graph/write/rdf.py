"""RDF as Turtle and JSON-LD: schema.org for things, PROV-O for where a tie is told, GB/T 2260 codes for places.

Each tie is a statement about two things and, reified, an entity that was derived from the paper and its evidence. Both
formats are written a subject at a time; rdflib gives the terms and their spelling.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from typing import Any, TextIO
from urllib.parse import quote

from rdflib import RDF, RDFS, Literal, Namespace, URIRef
from rdflib.namespace import PROV, XSD

from kb.graph.model import Edge, Node
from kb.graph.plain import Plain, text
from kb.graph.write.words import kind_name, type_name

__all__ = ["write_json_ld", "write_turtle"]

SCHEMA = Namespace("https://schema.org/")
OWN = Namespace("urn:whitepapers:")
TERMS = Namespace("urn:whitepapers:term:")
PREFIXES = {"schema": SCHEMA, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "xsd": XSD, "term": TERMS}
CLASSES = {
    "place": SCHEMA.AdministrativeArea,
    "policy": SCHEMA.Legislation,
    "issuer": SCHEMA.GovernmentOrganization,
    "platform": SCHEMA.SoftwareApplication,
    "document": SCHEMA.Report,
    "ranking": SCHEMA.ItemList,
    "dimension": SCHEMA.DefinedTerm,
}
Term = URIRef | Literal
Told = tuple[URIRef, Term]


def write_turtle(graph: Plain, out: TextIO) -> None:
    """Turtle."""
    for prefix, space in PREFIXES.items():
        out.write(f"@prefix {prefix}: <{space}> .\n")
    for subject, told in _subjects(graph):
        each = " ;\n    ".join(f"{_turtle(p)} {_turtle(o)}" for p, o in told)
        out.write(f"\n{subject.n3()} {each} .\n")


def write_json_ld(graph: Plain, out: TextIO) -> None:
    """JSON-LD."""
    context = {prefix: str(space) for prefix, space in PREFIXES.items()}
    out.write(f'{{"@context": {json.dumps(context)},\n"@graph": [\n')
    for i, (subject, told) in enumerate(_subjects(graph)):
        item: dict[str, Any] = {"@id": str(subject)}
        for predicate, term in told:
            item.setdefault(_short(predicate) or str(predicate), []).append(_json(term))
        out.write(",\n" if i else "")
        json.dump(item, out, ensure_ascii=False)
    out.write("\n]}\n")


def _subjects(graph: Plain) -> Iterator[tuple[URIRef, list[Told]]]:
    """Every subject with what is told of it. Edges of one type and source follow each other."""
    for kind in sorted({n.kind for n in graph.nodes} - CLASSES.keys()):
        yield TERMS[kind], [(RDF.type, RDFS.Class), *_names(kind_name(kind))]
    for node in graph.nodes:
        yield _iri(node.id), list(_node(node))
    for (source, kind), same in groupby(graph.edges, lambda e: (e.source, e.type)):
        edges = list(same)
        targets = dict.fromkeys(_iri(e.target) for e in edges)
        yield _iri(source), [(TERMS[kind], target) for target in targets]
        for edge in edges:
            yield _tie(edge), list(_edge(edge))


def _node(node: Node) -> Iterator[Told]:
    yield RDF.type, CLASSES.get(node.kind, TERMS[node.kind])
    yield SCHEMA.name, Literal(node.label, lang="zh")
    code = node.attrs.get("code")
    if node.kind == "place" and code:
        yield SCHEMA.identifier, Literal(f"GB/T 2260-{code}")
    for name, value in node.attrs.items():
        yield TERMS[quote(name, safe="")], _literal(value)


def _edge(edge: Edge) -> Iterator[Told]:
    yield RDF.type, RDF.Statement
    yield RDF.type, PROV.Entity
    yield RDF.subject, _iri(edge.source)
    yield RDF.predicate, TERMS[edge.type]
    yield RDF.object, _iri(edge.target)
    yield from _names(type_name(edge.type))
    if edge.document:
        yield PROV.hadPrimarySource, _iri(f"document:{edge.document}")
    for year in edge.years or ((edge.year,) if edge.year else ()):
        yield SCHEMA.temporalCoverage, Literal(str(year), datatype=XSD.gYear)
    for evidence in edge.evidence:
        yield PROV.wasDerivedFrom, _iri(f"evidence:{evidence}")
    for name, value in edge.attrs.items():
        yield TERMS[quote(name, safe="")], _literal(value)


def _names(both: str) -> Iterator[Told]:
    chinese, _, english = both.partition(" ")
    yield RDFS.label, Literal(chinese, lang="zh" if english else None)
    if english:
        yield RDFS.label, Literal(english, lang="en")


def _tie(edge: Edge) -> URIRef:
    """The same tie has the same name in every export, so that files can be put together."""
    first = edge.evidence[0] if edge.evidence else ""
    key = "\n".join((edge.source, edge.type, edge.target, edge.document or "", first))
    return OWN[f"tie:{sha256(key.encode()).hexdigest()[:24]}"]


def _iri(key: str) -> URIRef:
    return OWN[quote(key, safe=":/-._~")]


def _short(term: URIRef) -> str | None:
    """A term of a vocabulary by its prefix; None for one of an odd name, and for what is no such term."""
    for prefix, space in PREFIXES.items():
        if term.startswith(str(space)) and (name := term[len(str(space)) :]).isidentifier() and name.isascii():
            return f"{prefix}:{name}"
    return None


def _turtle(term: Term) -> str:
    return (None if isinstance(term, Literal) else _short(term)) or term.n3()


def _json(term: Term) -> Any:
    if not isinstance(term, Literal):
        return {"@id": str(term)}
    if term.language:
        return {"@value": str(term), "@language": term.language}
    return {"@value": str(term), "@type": str(term.datatype)} if term.datatype else str(term)


def _literal(value: object) -> Literal:
    return Literal(text(value)) if isinstance(value, list) else Literal(value)
