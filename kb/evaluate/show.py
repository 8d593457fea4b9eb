"""What was read on one page, as an HTML page: its picture, the words with what was recognised in them, the facts.

So a person sees at once why a fact was found or missed: whether the words were read, whether they were recognised,
and whether a fact was made of them.
"""

import base64
import html
import io
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2 as pdfium
from spacy import displacy
from spacy.tokens import Doc
from spacy.util import filter_spans

from extract.find import find_all
from extract.model import Passage
from extract.paper import read_paper
from kb.errors import KbError
from schema import Evidence, Fact, Paper, Source

__all__ = ["show_page"]

SCALE = 1.6
COLORS = ("#f6c453", "#8fd3a8", "#9cc7f2", "#f2a9c4", "#c9b6f2", "#f2b58a", "#a6e0e0", "#d9d98c")
HEAD = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body{{font:16px/1.8 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;margin:0;color:#1c2430;background:#f5f6f8}}
header{{padding:12px 24px;background:#fff;border-bottom:1px solid #dde}}h1{{font-size:19px;margin:0}}
main{{display:grid;grid-template-columns:minmax(320px,5fr) 7fr;gap:24px;padding:20px 24px}}
@media(max-width:900px){{main{{grid-template-columns:1fr}}}}
.page{{position:relative;align-self:start;border:1px solid #ccd;background:#fff}}.page img{{width:100%;display:block}}
.box{{position:absolute;border:1.5px solid;opacity:.75;border-radius:2px}}
.text{{background:#fff;border:1px solid #dde;border-radius:6px;padding:10px 14px;margin:0 0 12px}}
.kind{{font-size:12px;color:#5b6675}}.entities{{line-height:2.1!important}}
table{{border-collapse:collapse;width:100%;background:#fff;font-size:14px}}
td,th{{border:1px solid #dde;padding:4px 8px;text-align:left;vertical-align:top}}
</style>"""


def show_page(data: bytes, source: Source, number: int, password: str | None = None) -> str:
    """The HTML page for page `number` (from 1) of the PDF in `data`. Raises KbError where there is no such page."""
    reading = read_paper(data, source, password)
    if not 1 <= number <= len(reading.pages):
        raise KbError(f"没有第{number}页，共{len(reading.pages)}页 (no such page; the paper has {len(reading.pages)})")
    page = reading.pages[number - 1].page
    found = [(kind, fact, e) for kind, fact in _facts(find_all(reading)) for e in fact.evidence if e.page == number]
    colors = {kind: COLORS[i % len(COLORS)] for i, kind in enumerate(dict.fromkeys(k for k, _, _ in found))}
    title = html.escape(f"{reading.document.title or source.id or ''} 第{number}页 p.{number}")
    boxes = "".join(_box(kind, e, colors[kind], page.width, page.height) for kind, _, e in found)
    picture = _picture(data, number, password)
    texts = [(t, d) for t, d in zip(reading.texts, reading.docs, strict=True) if _on(t, number)]
    return (
        f"{HEAD.format(title=title)}<header><h1>{title}</h1><span class=kind>文字层 Text layer: {page.text_layer}</span>"
        f'</header><main><div class=page><img alt="" src="data:image/png;base64,{picture}">{boxes}</div>'
        f"<div>{''.join(_text(t, d) for t, d in texts)}{_table(found)}</div></main></html>"
    )


def _facts(facts: dict[str, list[Any]]) -> Iterator[tuple[str, Fact]]:
    """Every fact with its kind, also those inside others (rows, mentions, components)."""
    for kind, records in facts.items():
        for record in records:
            yield kind, record
            for name in type(record).model_fields:
                inner = getattr(record, name)
                for part in inner if isinstance(inner, list) else []:
                    if isinstance(part, Fact):
                        yield f"{kind}.{name}", part


def _on(text: Passage, number: int) -> bool:
    return any(c is not None and c.page == number for c in text.chars)


def _picture(data: bytes, number: int, password: str | None) -> str:
    pdf = pdfium.PdfDocument(data, password=password)
    try:
        image = pdf[number - 1].render(scale=SCALE).to_pil()
        out = io.BytesIO()
        image.save(out, "PNG", optimize=True)
    finally:
        pdf.close()
    return base64.b64encode(out.getvalue()).decode("ascii")


def _box(kind: str, e: Evidence, color: str, width: float, height: float) -> str:
    x0, top, x1, bottom = e.bbox
    place = f"left:{x0 / width:.2%};top:{top / height:.2%};width:{(x1 - x0) / width:.2%};height:{(bottom - top) / height:.2%}"
    return f'<i class=box style="{place};border-color:{color}" title="{html.escape(f"{_title(kind)}：{e.text}")}"></i>'


def _title(kind: str) -> str:
    info = Paper.model_fields.get(kind.split(".")[0])
    return info.title if info and info.title else kind


def _text(text: Passage, doc: Doc) -> str:
    layers = {name: group for name, group in doc.spans.items() if group}
    spans = [(span, name) for name, group in layers.items() for span in group]
    chosen = {id(s) for s in filter_spans([s for s, _ in spans])}
    ents = [
        {"start": s.start_char, "end": s.end_char, "label": " ".join(t for t in (name, s.label_, s.kb_id_) if t)}
        for s, name in sorted(spans, key=lambda x: x[0].start_char)
        if id(s) in chosen
    ]
    # The words as printed; spaCy saw them folded, one character for one.
    colors = {str(e["label"]): COLORS[sorted(layers).index(str(e["label"]).split()[0]) % len(COLORS)] for e in ents}
    marked = displacy.render(
        [{"text": text.text, "ents": ents, "title": None}], style="ent", manual=True, page=False,
        jupyter=False, options={"colors": colors},
    )  # fmt: skip
    where = " · ".join(t for t in (text.kind, text.label, text.section, text.marker) if t)
    return f"<div class=text><span class=kind>{html.escape(where)}</span>{marked}</div>"


def _table(found: Iterable[tuple[str, Fact, Evidence]]) -> str:
    """One row a fact, with all its words on this page."""
    facts: dict[int, tuple[str, Fact, list[Evidence]]] = {}
    for kind, fact, e in found:
        facts.setdefault(id(fact), (kind, fact, []))[2].append(e)
    rows = "".join(
        f"<tr><td>{html.escape(_title(kind))}<br><span class=kind>{html.escape(kind)}</span><td>{html.escape(_brief(fact))}"
        f"<td>{html.escape(''.join(e.text for e in boxes)[:200])}<td>{html.escape(boxes[0].how)}"
        for kind, fact, boxes in facts.values()
    )
    return (
        "<h2>本页所得 Facts found on this page</h2><table><tr><th>类别 Kind<th>所得 Fact<th>原文 Words"
        f"<th>依据 Rule{rows}</table>"
    )


def _brief(fact: Fact) -> str:
    told = {n: getattr(fact, n) for n in type(fact).model_fields if n not in ("evidence", "text")}
    plain = {n: v for n, v in told.items() if v not in (None, [], "") and not _holds_facts(v)}
    return "；".join(f"{n}={v}" for n, v in plain.items())[:300]


def _holds_facts(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(v, Fact) for v in value)
