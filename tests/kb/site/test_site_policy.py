"""A policy's page and the graph say the same of what a notice carries."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from small_papers import policy, small

from kb.base.file import for_reading
from kb.graph import selected
from kb.site.serve import datasette_for
from kb.store import Changes
from schema import Paper
from schema.policy import Policy

Put = Callable[[Path, Paper], Changes]
PLAN = "郑州市加快数字经济发展实施方案（2020—2022年）"
NOTICE = f"郑州市人民政府关于印发{PLAN}的通知"


def notice(carries: str) -> Policy:
    return policy(f"郑州市人民政府关于印发{carries}的通知", "municipal", of="郑州市", kind="通知", carries=carries)


def links(base: Path, key: str) -> set[str]:
    """The other policies that a policy's page leads to."""
    page = asyncio.run(datasette_for(base).client.get(f"/-/policy/{quote(key, safe='')}"))
    assert page.status_code == 200, page.text
    return {unquote(found) for found in re.findall(r'href="/-/policy/([^"]+)"', page.text)} - {key}


@pytest.mark.parametrize(
    ("carries", "other", "tied"),
    [
        # Brackets and dashes are printed one way here and another there.
        (PLAN, policy("郑州市加快数字经济发展实施方案(2020-2022年)", "municipal", of="郑州市"), True),
        (PLAN, policy(PLAN, "municipal", of="郑州市"), True),
        # The very same words, but another's; or words that many bear.
        ("数字政府建设总体规划", policy("数字政府建设总体规划", "municipal", of="洛阳市"), False),
        ("实施方案", policy("实施方案", "municipal", of="郑州市"), False),
    ],
)
def test_the_page_leads_where_the_graph_does(base: Path, put: Put, carries: str, other: Policy, tied: bool) -> None:
    put(base, small("甲", 2021, policies=[notice(carries)]))
    put(base, small("乙", 2022, policies=[other]))
    with for_reading(base) as db:
        keys = [key for (key,) in db.execute("SELECT id FROM policies")]
        edges = {(e.source, e.target) for e in selected(db).edges() if e.type == "carries"}
    found = {frozenset((f"policy:{key}", f"policy:{to}")) for key in keys for to in links(base, key)}
    assert found == set(map(frozenset, edges))
    assert bool(found) is tied
    if tied:
        assert all(links(base, key) for key in keys), "both pages lead to the other"
