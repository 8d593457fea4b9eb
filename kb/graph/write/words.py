"""What kinds, types and attributes are called where people read them."""

from kb.graph.model import ATTRIBUTES, BETWEEN_EDGES, EDGE_TYPES, NODE_KINDS

__all__ = ["attribute_name", "chinese", "kind_name", "type_name", "value_words"]

RULES = {
    "framework": "文中的框架 framework told of", "platform": "文中的平台 platform told of", "components": "框架的组成 listed parts",
    "jurisdiction": "发文机关所辖 the issuer's jurisdiction", "issuer": "文号或标题 number or title", "title": "标题所附 title",
    "citation": "文献引用 cited by the paper", "context": "其案例或文句引用 cited in its case or a sentence on it", "leader": "文中称领先 said to lead",
    "document": "文献所载 in the paper", "series": "同一系列 same series", "tier": "文中点名 named in the tier",
    "sentence": "同一句 in one sentence", "section": "所在标题 the heading over it", "table": "榜单 table", "prose": "正文 prose", "region": "所属大区 its region",
}  # fmt: skip
"""What an edge's `rule` says."""


def kind_name(kind: str) -> str:
    """`policy` is 政策 Policy."""
    return NODE_KINDS.get(kind, kind)


def type_name(kind: str) -> str:
    """`ranked_in` is 列于 Ranked in."""
    return EDGE_TYPES.get(kind) or BETWEEN_EDGES.get(kind, kind)


def attribute_name(name: str) -> str:
    """`rank` is 名次 Rank."""
    return ATTRIBUTES.get(name, name)


def chinese(name: str) -> str:
    """The Chinese half of a name in both languages."""
    return name.split()[0] if name else name


def value_words(name: str, value: object) -> object:
    """A value of the attribute `name` as people read it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return RULES.get(str(value), value) if name == "rule" else value
