"""Nodes and edges, and what may be asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["ATTRIBUTES", "BETWEEN_EDGES", "EDGE_TYPES", "NODE_KINDS", "Edge", "Node", "Selection", "Value"]

Value = str | int | float | bool | list[str]
"""What an attribute may be; one that is missing is left out, never None."""

NODE_KINDS = {
    "place": "地方 Place",
    "policy": "政策 Policy",
    "issuer": "发文机关 Issuer",
    "platform": "平台 Platform",
    "dimension": "维度 Dimension",
    "framework": "框架 Framework",
    "component": "组成 Component",
    "document": "文献 Document",
    "ranking": "榜单 Ranking",
    "tier": "梯队 Tier",
}

EDGE_TYPES = {
    "located_in": "位于 Located in",
    "ranked_in": "列于 Ranked in",
    "issued_by": "发文 Issued by",
    "applies_to": "适用 Applies to",
    "cites": "引用 Cites",
    "adopts": "采用 Adopts",
    "has_part": "含有 Has part",
    "runs": "运行 Runs",
    "serves": "服务 Serves",
    "excels_in": "领先 Excels in",
    "member_of": "属于 Member of",
    "previous_edition_of": "上一版 Previous edition of",
    "carries": "所附 Carries",
}

BETWEEN_EDGES = {"policy_city": "政策—城市 Policy and city", "shares": "共有 Shares"}
"""Types of the policy-to-city graph and its projections; not in the graph of the base."""


ATTRIBUTES = {
    "why": "缘由 Why",
    "direct": "直接 Direct",
    "count": "次数 Times",
    "documents": "各文献 Papers",
    "years": "各年 Years",
    "pages": "页码 Pages",
    "weight": "权重 Weight",
    "shared": "共有 Shared",
    "rank": "名次 Rank",
    "score": "得分 Score",
    "change": "升降 Change",
    "tier": "梯队 Tier",
    "page": "页 Page",
    "form": "写法 Form",
    "level": "级别 Level",
    "group": "分组 Group",
    "rule": "依据 Rule",
}
"""What an edge's attributes are called in tables for people."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the base. `id` is its kind and its key there: `place:370100`, `policy:国发〔2021〕29号`."""

    id: str
    kind: str
    label: str
    attrs: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie that one paper tells of. `evidence` are ids of rows in the table `evidence`.

    A tie put together from several papers has the year of the latest of them, and all of theirs in `years`.
    """

    source: str
    target: str
    type: str
    document: str | None = None
    year: int | None = None
    evidence: tuple[str, ...] = ()
    attrs: Mapping[str, Value] = field(default_factory=dict)
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """What to leave in. `city` is a place's code; `kinds` are kinds of node; `min_rank` keeps ranks up to it."""

    year: int | None = None
    document: str | None = None
    city: str | None = None
    kinds: frozenset[str] = frozenset()
    min_rank: int | None = None
