"""RDF as Turtle and JSON-LD: schema.org for things, PROV-O for where a tie is told, GB/T 2260 codes for places.

Each tie is a statement about two things and, reified, an entity that was derived from the paper and its evidence.
"""

from typing import TextIO
from urllib.parse import quote

from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, XSD

from kb.graph.model import Edge, Node
from kb.graph.plain import Plain, text

__all__ = ["write_json_ld", "write_turtle"]

SCHEMA = Namespace("https://schema.org/")
OWN = Namespace("urn:whitepapers:")
TERMS = Namespace("urn:whitepapers:term:")
CLASSES = {
    "place": SCHEMA.AdministrativeArea,
    "policy": SCHEMA.Legislation,
    "issuer": SCHEMA.GovernmentOrganization,
    "platform": SCHEMA.SoftwareApplication,
    "document": SCHEMA.Report,
    "ranking": SCHEMA.ItemList,
    "dimension": SCHEMA.DefinedTerm,
}


def write_turtle(graph: Plain, out: TextIO) -> None:
    """Turtle."""
    out.write(_graph(graph).serialize(format="turtle"))


def write_json_ld(graph: Plain, out: TextIO) -> None:
    """JSON-LD."""
    out.write(_graph(graph).serialize(format="json-ld", auto_compact=True, ensure_ascii=False))


def _graph(graph: Plain) -> Graph:
    found = Graph()
    for prefix, space in (("schema", SCHEMA), ("prov", PROV), ("wp", OWN), ("term", TERMS)):
        found.bind(prefix, space)
    for node in graph.nodes:
        _add_node(found, node)
    for i, edge in enumerate(graph.edges):
        _add_edge(found, edge, i)
    return found


def _iri(key: str) -> URIRef:
    return OWN[quote(key, safe=":/-._~")]


def _add_node(found: Graph, node: Node) -> None:
    subject = _iri(node.id)
    found.add((subject, RDF.type, CLASSES.get(node.kind, TERMS[node.kind])))
    found.add((subject, SCHEMA.name, Literal(node.label, lang="zh")))
    code = node.attrs.get("code")
    if node.kind == "place" and code:
        found.add((subject, SCHEMA.identifier, Literal(f"GB/T 2260-{code}")))
    for name, value in node.attrs.items():
        found.add((subject, TERMS[quote(name, safe="")], _literal(value)))


def _add_edge(found: Graph, edge: Edge, number: int) -> None:
    source, target, relation = _iri(edge.source), _iri(edge.target), TERMS[edge.type]
    found.add((source, relation, target))
    tie = OWN[f"tie:{number}"]
    found.add((tie, RDF.type, RDF.Statement))
    found.add((tie, RDF.type, PROV.Entity))
    found.add((tie, RDF.subject, source))
    found.add((tie, RDF.predicate, relation))
    found.add((tie, RDF.object, target))
    found.add((tie, RDFS.label, Literal(edge.type)))
    if edge.document:
        found.add((tie, PROV.hadPrimarySource, _iri(f"document:{edge.document}")))
    if edge.year:
        found.add((tie, SCHEMA.temporalCoverage, Literal(str(edge.year), datatype=XSD.gYear)))
    for evidence in edge.evidence:
        found.add((tie, PROV.wasDerivedFrom, _iri(f"evidence:{evidence}")))
    for name, value in edge.attrs.items():
        found.add((tie, TERMS[quote(name, safe="")], _literal(value)))


def _literal(value: object) -> Literal:
    return Literal(text(value)) if isinstance(value, list) else Literal(value)
