"""The papers kept beside the project: what their text must look like. Skipped where they are not."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

import pytest

from extract.layout import Composed, compose, lay_out, layer_of, read_cover
from extract.model import Laid
from extract.read import opened
from extract.tables import find_grids

SHARED = Path(__file__).parents[4] / "shared"
LAYERS = {
    "corpus/ccid-2021": "sound",
    "corpus/ccid-2021-slides": "sound",
    "real/caict-computing-power-index-2021": "sound",
    "real/genai-filing-guide-2026": "sound",
    "real/fisco-bcos-whitepaper-2017": "sound",
    "real/garbled-layer-journal-survey": "garbled",
    "real/scan-zh-book-8p": "missing",
}


@lru_cache(maxsize=4)
def laid(name: str) -> tuple[Laid, ...]:
    path = SHARED / f"{name}.pdf"
    if not path.exists():
        pytest.skip(f"{name}: not here")
    with opened(path.read_bytes()) as file:
        return tuple(lay_out(file.pages()))


@lru_cache(maxsize=4)
def composed(name: str) -> Composed:
    pages = laid(name)
    return compose(pages, find_grids(pages))


def texts(name: str, *kinds: str) -> list[str]:
    return [p.text for p in composed(name).passages if p.kind in kinds]


def whole(name: str) -> str:
    return "\n".join(texts(name, "paragraph", "list_item"))


@pytest.mark.parametrize(("name", "layer"), LAYERS.items())
def test_text_layer(name: str, layer: str) -> None:
    assert layer_of(laid(name)) == layer


JOINED = [
    ("real/genai-filing-guide-2026", "《语料标注规则》"),
    ("real/genai-filing-guide-2026", "最高1亿元、2000万元、500万元支持"),
    ("real/genai-filing-guide-2026", "予以立案处罚。\n2.“漏备案”"),
    ("real/caict-computing-power-index-2021", "广东、江苏、山东、浙江、上海排名前五"),
    ("real/caict-computing-power-index-2021", "全球算力总规模达到429 EFlops，增速达到39%"),
    ("real/caict-computing-power-index-2021", "流量消费达1656亿GB，比上年增长35.7%"),
    ("real/caict-computing-power-index-2021", "（FP32）为313 EFlops，智能算力规模"),
    ("real/caict-computing-power-index-2021", "并综合参考IDC、罗兰贝格、华为"),
    ("real/caict-computing-power-index-2021", "1 EFlops=10^18 Flops"),
    ("real/caict-computing-power-index-2021", "《新型数据中心发展三年行动计划（2021-2023年）》"),
    ("corpus/ccid-2021", "“推动数据共享，释放数据价值”“促进数据开放，鼓励融合创新”"),
    ("corpus/ccid-2021-slides", "“智慧株洲·诸事达”APP，真正让群众和企业办事"),
]


@pytest.mark.parametrize(("name", "text"), JOINED)
def test_joined(name: str, text: str) -> None:
    assert text in whole(name)


def test_furniture_is_off() -> None:
    caict = whole("real/caict-computing-power-index-2021")
    assert "\n中国算力发展指数白皮书\n" not in caict
    assert not [t for t in texts("real/caict-computing-power-index-2021", "paragraph") if t.isdigit()]
    assert not [t for t in texts("corpus/ccid-2021", "paragraph") if t == "2021中国城市数字化转型白皮书"]


def numbered(name: str) -> Iterator[tuple[str, str]]:
    for p in composed(name).passages:
        if p.kind != "chart":
            yield p.kind, "".join(p.text.split())


def test_both_layouts_read_alike() -> None:
    a, b = (list(numbered(f"corpus/ccid-2021{kind}")) for kind in ("", "-slides"))
    same = sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    assert same >= len(a) - 1
    assert same >= len(b) - 3


@pytest.mark.parametrize(
    ("name", "gold"),
    [("corpus/ccid-2021", "corpus/ccid-2021"), ("corpus/ccid-2021-slides", "corpus/ccid-2021")]
    + [(n, n) for n in ("real/caict-computing-power-index-2021", "real/genai-filing-guide-2026")],
)
def test_labels_of_figures(name: str, gold: str) -> None:
    pages = composed(name)
    wanted = [f["label"] for f in json.loads((SHARED / f"{gold}.gold.json").read_text(encoding="utf-8"))["figures"]]
    found = [p.label for p in pages.passages if p.kind == "caption" and (p.label or "").startswith("图")]
    assert found == wanted


COVERS = [
    ("corpus/ccid-2021", "2021中国城市数字化转型白皮书", "赛迪顾问股份有限公司", 2021),
    ("corpus/ccid-2021-slides", "2021中国城市数字化转型白皮书", "赛迪顾问股份有限公司", 2021),
    ("corpus/sample-2022", "2022中国城市数字化发展指数报告", "样例城市数字化研究院", 2022),
    ("real/caict-computing-power-index-2021", "中国算力发展指数白皮书", "中国信息通信研究院", 2021),
    ("real/genai-filing-guide-2026", "生成式人工智能服务合规备案指南", None, None),
]


@pytest.mark.parametrize(("name", "title", "publisher", "year"), COVERS)
def test_cover_of(name: str, title: str, publisher: str | None, year: int | None) -> None:
    cover = read_cover(laid(name))
    assert (cover.title, cover.publisher, cover.year) == (title, publisher, year)


def test_chapters() -> None:
    sections = composed("real/genai-filing-guide-2026").sections
    assert [s.title for s in sections if s.level == 1] == [
        "前言",
        "第一章 总则",
        "第二章 生成式人工智能服务备案的发展现状",
        "第三章 生成式人工智能服务备案难点与流程解析",
        "第四章 生成式人工智能服务备案的合规风险",
        "第五章 附录",
    ]
