"""Makes a base of simulated papers: `python benchmarks/simulate.py FILE [PAPERS]`. The same number gives the same base.

A series of fifty publishers, each with an edition a year; places, policies and words come from small lists, so that
papers share things as real ones do.
"""

import random
import sys
import time
from pathlib import Path

from kb.base.file import for_writing
from kb.base.places import divisions
from kb.store import store
from kb.store.rows import rows_of
from schema import Evidence, Paper
from schema.case_study import CaseStudy
from schema.dimension import Dimension
from schema.document import Document, Page, Passage, Section
from schema.finding import Finding
from schema.framework import Component, Framework
from schema.measurement import Measurement
from schema.platform import Platform
from schema.policy import Mention, Policy
from schema.ranking import Ranking, RankingEntry
from schema.tier import Tier

CITIES = [d for d in divisions().values() if d.level == "prefecture"]
PROVINCES = {code: d.name for code, d in divisions().items()}
TOPICS = (
    "数字化转型",
    "营商环境",
    "算力",
    "低碳发展",
    "智慧城市",
    "数字政府",
    "人工智能",
    "数据要素",
    "工业互联网",
    "民生服务",
)
WORDS = ("城市大脑", "一网通办", "数据中台", "5G", "云平台", "产业园区", "绿色算力", "政务服务", "物联网", "数字孪生")
POLICIES = [
    (f"{topic}发展规划（{year}—{year + 4}年）", f"国发〔{year}〕{n}号")
    for n, topic in enumerate(TOPICS, 3)
    for year in range(2005, 2025)
]
KINDS = ("平台", "系统", "中心", "大脑", "应用")


def where(page: int, n: int, text: str) -> list[Evidence]:
    y = 60.0 + 12.0 * (n % 60)
    return [Evidence(page=page, bbox=(72.0, y, 300.0, y + 11), text=text, how="simulated")]


def paper(number: int) -> Paper:
    """The paper with this number."""
    dice = random.Random(number)
    series, year = number % 50, 2005 + number // 50
    topic = TOPICS[series % len(TOPICS)]
    listed = dice.sample(CITIES, 100)
    told = dice.sample(listed, 10)
    name = f"中国城市{topic}白皮书（第{series}辑）"
    return Paper(
        extractor="simulated",
        document=Document(
            id=f"sim-{series}-{year}", title=f"{year}{name}", publisher=f"第{series}研究院", year=year, published=f"{year}-10",
            series=name, page_count=40, sha256=f"{number:064x}", text_layer="sound",
        ),
        pages=[Page(number=n, width=595.0, height=842.0, text_layer="sound", text=sentence(dice)) for n in range(1, 41)],
        sections=[
            Section(id=f"s{n}", parent=None, level=1, title=f"第{n}章 {dice.choice(WORDS)}", page_from=4 * n, page_to=4 * n + 3,
                    evidence=where(4 * n, n, f"第{n}章")) for n in range(1, 9)
        ],
        passages=[
            Passage(id=f"p{n}", kind="paragraph", section=f"s{1 + n % 8}", page_from=1 + n % 40, page_to=1 + n % 40,
                    text=f"{n}、{sentence(dice)}", evidence=where(1 + n % 40, n, f"{n}、")) for n in range(120)
        ],
        rankings=[
            Ranking(label="表1", title=f"{year}城市{topic}百强榜", year=year, ordered=True, metric=topic, evidence=where(10, 1, "表1"),
                    entries=[
                        RankingEntry(rank=n, city=d.name, province=PROVINCES[d.province or ""], as_printed=d.short_name,
                                     score=round(100 - n * 0.4, 1), evidence=where(10 + n // 50, n, d.short_name))
                        for n, d in enumerate(listed, 1)
                    ]),
        ],
        policies=[policy(dice, n, told) for n in range(20)],
        case_studies=[
            CaseStudy(city=d.name, title=f"{d.short_name}做法", section="第3章", page_from=20 + n, page_to=20 + n,
                      text=sentence(dice) * 6, evidence=where(20 + n, 3, f"{d.short_name}做法")) for n, d in enumerate(told)
        ],
        frameworks=[
            Framework(city=d.name, name=f"{dice.randint(1, 5)}+{dice.randint(2, 9)}+N", complete=True, evidence=where(20 + n, 5, "框架"),
                      components=[Component(name=word, group="1", evidence=where(20 + n, 6, word)) for word in dice.sample(WORDS, 3)])
            for n, d in enumerate(told[:4])
        ],
        platforms=[
            Platform(city=d.name, name=f"{d.short_name}{word}", kind=dice.choice(KINDS), evidence=where(20 + n, 8, word))
            for n, d in enumerate(told) for word in dice.sample(WORDS, 2)
        ],
        measurements=[
            Measurement(city=d.name, subject=dice.choice(WORDS), value=float(dice.randint(1, 10**6)), unit="家",
                        as_printed=f"{dice.randint(1, 99)}万家", evidence=where(20 + n, 10 + m, "万家"))
            for n, d in enumerate(told) for m in range(3)
        ],
        findings=[
            Finding(kind=kind, about="表1", statement=sentence(dice), expected=10, actual=9, severity="major", evidence=where(12, n, "表1"))
            for n, kind in enumerate(("confirmed", "confirmed", "contradiction", "incomplete"))
        ],
        dimensions=[
            Dimension(name=word, level=1, leaders=[d.name for d in dice.sample(listed, 2)], evidence=where(8, n, word))
            for n, word in enumerate(dice.sample(WORDS, 4))
        ],
        tiers=[
            Tier(name=name, subject=topic, members=[d.name for d in listed[first : first + 5]], evidence=where(13, first, name))
            for name, first in (("第一梯队", 0), ("第二梯队", 5))
        ],
    )  # fmt: skip


def policy(dice: random.Random, n: int, told: list) -> Policy:
    title, document_number = dice.choice(POLICIES)
    city = dice.choice(told).name if n % 2 else None
    found = where(5 + n, n, f"《{title}》")
    return Policy(
        title=title, document_number=document_number, kind="规划", level="national", issuers=["国务院"], evidence=found,
        cities=[city] if city else [], mentions=[Mention(page=5 + n, as_printed=f"《{title}》", form="full", city=city, evidence=found)],
    )  # fmt: skip


def sentence(dice: random.Random) -> str:
    city = dice.choice(CITIES).short_name
    return f"{city}加快建设{dice.choice(WORDS)}，以{dice.choice(WORDS)}带动{dice.choice(WORDS)}，服务{dice.randint(1, 99)}万家企业。"


def simulate(path: Path, papers: int) -> None:
    """Fill a new base."""
    path.unlink(missing_ok=True)
    with for_writing(path) as db:
        for number in range(papers):
            made = paper(number)
            rows = rows_of(made, file=f"{made.document.id}.pdf", stored_as="simulated")
            with db.atomic():
                store(db, made.document.id, rows)


if __name__ == "__main__":
    started = time.perf_counter()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    simulate(Path(sys.argv[1]), count)
    print(f"{count} papers, {Path(sys.argv[1]).stat().st_size / 1e6:.0f} MB, {time.perf_counter() - started:.0f} s")
