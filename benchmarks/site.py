"""Server time of the site's pages beside Datasette's own table page: `python benchmarks/site.py BASE`.

Twenty readers at once each ask for every page a few times, over HTTP from one process; printed are the median and the
95th percentile of each page's time, and how it compares with the table page.
"""

import asyncio
import re
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

import httpx

READERS = 20
ROUNDS = 3
TABLE = "/whitepapers/ranking_entries"
PAGES = (
    TABLE, "/", "/-/papers", "/-/cities", "/-/policies", "/-/rankings", "/-/audit", "/-/place/{place}", "/-/policy/{policy}",
    "/-/ranking/{ranking}", "/-/paper/{document}", "/-/search?q=城市大脑", "/-/search?q=脑&kind=passages", "/-/map", "/-/graph",
    "/-/help", "/-/evidence/{fact}",
    "/-/graph/data.json", "/-/graph/data.json?node=place:{place}", "/whitepapers", "/whitepapers/where_a_city_is_ranked?city=济南市",
    "/whitepapers/passages?_search=济南",
)  # fmt: skip


async def measure(address: str, paths: list[str]) -> dict[str, list[float]]:
    """Seconds of each request, by path."""
    times: dict[str, list[float]] = {path: [] for path in paths}

    async def reader(number: int) -> None:
        async with httpx.AsyncClient(base_url=address, timeout=120) as client:
            for path in (paths[number % len(paths) :] + paths[: number % len(paths)]) * ROUNDS:
                started = time.perf_counter()
                response = await client.get(quote(path, safe="/:?=&~"))
                times[path].append(time.perf_counter() - started)
                if response.status_code != 200:
                    print(f"{response.status_code} {path}: {response.text[:200]}")

    await asyncio.gather(*map(reader, range(READERS)))
    return times


async def keys(address: str) -> dict[str, str]:
    """A row of each kind to look at: those with most to show."""
    asked = {
        "place": "select code from city_overview order by rankings + case_studies desc limit 1",
        "policy": "select policy from policy_citations group by policy order by count(*) desc limit 1",
        "ranking": "select id from rankings order by size desc limit 1",
        "fact": "select fact_table || ':' || fact from evidence where fact_table = 'ranking_entries' limit 1",
        "document": "select id from documents order by year desc limit 1",
    }
    async with httpx.AsyncClient(base_url=address, timeout=120) as client:
        found = {}
        for name, sql in asked.items():
            rows = (await client.get("/whitepapers.json", params={"sql": sql, "_shape": "arrays"})).json()
            found[name] = rows["rows"][0][0]
        return found


def main(base: Path) -> None:
    command = [sys.executable, "-c", "from kb.cli import main; main()", "serve", "--db", str(base), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        found = re.search(r"http://\S+(?=/)", server.stdout.readline())
        assert found
        threading.Thread(target=server.stdout.read, daemon=True).start()
        try:
            named = asyncio.run(keys(found[0]))
            paths = [path.format(**named) for path in PAGES]
            times = asyncio.run(measure(found[0], paths))
        finally:
            server.terminate()
    table = statistics.median(times[paths[0]])
    print(f"{READERS} readers, {ROUNDS} rounds, {base} ({base.stat().st_size / 1e6:.0f} MB)\n")
    print(f"{'median s':>9} {'p95 s':>7} {'x table':>8}  page")
    for path in paths:
        taken = sorted(times[path])
        median = statistics.median(taken)
        print(f"{median:9.3f} {taken[int(len(taken) * 0.95) - 1]:7.3f} {median / table:8.2f}  {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
