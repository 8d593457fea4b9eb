"""Processor time and memory of exporting the whole graph: `python benchmarks/graph.py BASE [ENDING ...]`.

Each format is written by a process of its own, whose peak memory is reported beside what an export of an empty selection
takes: the difference is what the graph costs.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ENDINGS = ("csv", "cypher", "dot", "gexf", "graphml", "json", "cyjs", "jsonld", "ttl", "md")
CODE = """
import resource, sys
from kb.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print("used", used.ru_maxrss // 1024, used.ru_utime + used.ru_stime, file=sys.stderr)
"""


def measure(base: Path, ending: str, *narrowed: str) -> tuple[float, int, int, int]:
    """Seconds of processor time, peak memory in MB, nodes and edges of one export."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"graph.{ending}"
        command = [sys.executable, "-c", CODE, "export", "graph", str(file), "--db", str(base), *narrowed]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
        shutil.rmtree(file, ignore_errors=True)
    counts = re.search(r"：(\d+) .*?(\d+) 条边", told)
    used = re.search(r"used (\d+) ([\d.]+)", told)
    assert counts and used, told
    return float(used[2]), int(used[1]), int(counts[1]), int(counts[2])


def main(base: Path, endings: list[str]) -> None:
    """Print a line a format."""
    _, floor, _, _ = measure(base, "json", "--year", "1")
    print(f"{base} ({base.stat().st_size / 1e6:.0f} MB); peak of an empty selection {floor} MB")
    print(f"{'format':>8} {'nodes':>8} {'edges':>8} {'CPU s':>8} {'us/edge':>8} {'peak MB':>8}")
    for ending in endings or list(ENDINGS):
        taken, peak, nodes, edges = measure(base, ending)
        print(f"{ending:>8} {nodes:8} {edges:8} {taken:8.1f} {taken / max(edges, 1) * 1e6:8.0f} {peak:8}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
