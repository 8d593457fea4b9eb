"""`kb evaluate`: the extractor held against gold files."""

import json
from pathlib import Path
from typing import Any

import click

__all__ = ["evaluate"]


@click.command(short_help="用标准答案给提取打分。Score extraction against gold files.")
@click.argument(
    "golds", nargs=-1, required=True, metavar="GOLD...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--pdf",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="PDF；默认与 GOLD 同名。By default GOLD's name.",
)
@click.option("--missed", is_flag=True, help="列出漏掉的 (-) 与多出的 (+)。List what was missed and added.")
@click.option("--json", "as_json", is_flag=True, help="打印 JSON。Print JSON.")
@click.option("--least", type=float, metavar="F1", help="有一项低于它就以 1 退出。Exit 1 where a figure is below.")
def evaluate(golds: tuple[Path, ...], pdf: Path | None, missed: bool, as_json: bool, least: float | None) -> None:
    """读 GOLD 旁边同名的 PDF，按类别给出准确率、召回率与 F1。

    Reads the PDF of the same name beside each GOLD (paper.gold.json: paper.pdf) and prints precision, recall and F1 of
    each kind of fact.
    """
    from extract.paper import extract_paper
    from kb.evaluate import evaluate as held_against

    if pdf and len(golds) > 1:
        raise click.UsageError("--pdf 只能配一个 GOLD (--pdf goes with one GOLD)")
    told: dict[str, dict[str, Any]] = {}
    lowest = 1.0
    for gold in golds:
        paper = extract_paper((pdf or _pdf_of(gold)).read_bytes())
        figures = held_against(json.loads(gold.read_text(encoding="utf-8")), paper.model_dump(mode="json"))
        told[gold.name] = {name: _figures(value) for name, value in figures.items()}
        lowest = min([lowest, *(f["f1"] for f in told[gold.name].values())])
        if not as_json:
            _show(gold.name, figures, missed)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    if least is not None and lowest < least:
        raise click.exceptions.Exit(1)


def _pdf_of(gold: Path) -> Path:
    pdf = gold.with_name(f"{gold.name.removesuffix('.json').removesuffix('.gold')}.pdf")
    if not pdf.is_file():
        raise click.UsageError(f"{pdf}：没有这个文件；请用 --pdf 给出 (no such file; give it with --pdf)")
    return pdf


def _figures(value: Any) -> dict[str, float]:
    if isinstance(value, float | int):
        return {"f1": float(value)}
    return {"precision": value.precision, "recall": value.recall, "f1": value.f1}


def _show(name: str, figures: Any, missed: bool) -> None:
    click.echo(name)
    for kind, value in figures.items():
        f = _figures(value)
        text = f"P {f['precision']:.3f}  R {f['recall']:.3f}  F1 {f['f1']:.3f}" if len(f) > 1 else f"{f['f1']:.3f}"
        click.echo(f"  {kind:24}{text}")
        if missed and len(f) > 1:
            for mark, keys in (("-", value.missed), ("+", value.added)):
                for key in keys:
                    click.echo(f"     {mark} {' '.join(map(str, key))}")
    mean = sum(_figures(v)["f1"] for v in figures.values()) / len(figures)
    click.echo(f"  {'mean':24}{mean:.3f}")
