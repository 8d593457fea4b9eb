"""Graphs that break careless writers: one with odd text everywhere, one with ten thousand nodes."""

from kb.graph.model import Edge, Node
from kb.graph.plain import Plain, plain

ODD = "城市\"大脑\" 'A' <b>&\n第二行\\ \x07]]> ${x} `y` [[z]]|—2020— C:\\users; -- /* 100%\t{}\u2028𠮷"
CLEAN = ODD.replace("\x07", "")
ONE_LINE = " ".join(CLEAN.splitlines())
POLICY = 'policy:国发〔2021〕29号"\\\\'
NODES = [
    Node(
        "place:370100", "place", "济南市", {"code": "370100", "longitude": 117.1, "value": 1, "pid": "p", "parent": "x"}
    ),
    Node(
        POLICY,
        "policy",
        ODD,
        {"year": 2021, "papers": 2.5, "cited": True, "issuers": ["国务院", "甲;乙"], "得 分`": ODD},
    ),
    Node("policy:乙", "policy", "=cmd()", {"year": 2020, "papers": 3, "note": ODD}),
]
EDGES = [
    Edge(POLICY, "place:370100", "cites", "ccid-2021", 2021, ("e:1", "e:2;3"), {"count": 1, "start": "x"}),
    Edge(POLICY, "place:370100", "cites", "ccid-2022", 2022, ("e:3",), {"count": 1.5}),
    Edge("policy:乙", "place:370100", "applies_to", None, None, (), {"why": ODD}),
]
MANY = 10_000


def odd() -> Plain:
    """Three nodes and three edges, each with something that must be escaped."""
    return plain(NODES, EDGES)


def many() -> Plain:
    """Ten thousand cities in a tree, each with a name that must be escaped."""
    return plain(
        [Node(f"place:{i}", "place", f'“城市”{i}"a"\n第二行\x07', {"code": str(i), "rank": i}) for i in range(MANY)],
        [Edge(f"place:{i}", f"place:{i // 2}", "located_in", "甲", 2021, (f"e:{i}",)) for i in range(1, MANY)],
    )
