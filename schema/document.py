"""The paper itself, its pages, sections and passages."""

from typing import Literal

from schema.base import Evidence, Fact, Record, field

__all__ = ["Document", "Page", "Passage", "PassageKind", "Section", "TextLayer"]

TextLayer = Literal["sound", "missing", "garbled", "mixed"]
PassageKind = Literal["heading", "paragraph", "list_item", "caption", "source", "note", "contents", "chart"]


class Document(Record):
    """One white paper, one edition."""

    id: str = field("文献 Document", "语料夹名或文件名。The corpus folder's or the file's name.")
    title: str | None = field("标题 Title", "封面标题。As on the cover.", None)
    publisher: str | None = field("发布机构 Publisher", "封面或版权页所署机构。As on the cover or imprint.", None)
    year: int | None = field(
        "版次年份 Edition year", "标题里的年份，否则为发布年份。The year in the title, else of publication.", None
    )
    published: str | None = field(
        "发布日期 Published", "封面日期，可只到年或月。The date on the cover; may be partial: 2021, 2021-10.", None
    )
    series: str | None = field("系列 Series", "逐年发布的同一系列。The series whose editions follow each other.", None)
    previous: str | None = field(
        "上一版 Previous", "说明里所写的上一版文献编号。The last edition's id, where source.yml tells it.", None
    )
    language: str | None = field("语言 Language", "正文语言。The language of the text.", None)
    origin: str | None = field("来源 Origin", "文件从何而来。Where the file comes from.", None)
    licence: str | None = field("许可 Licence", "许可与说明。Licence and notes.", None)
    page_count: int = field("页数 Pages", "文件页数。Pages in the file.", ge=0)
    sha256: str = field("散列 SHA-256", "文件内容的 SHA-256。Of the file's bytes.")
    text_layer: TextLayer = field("文字层 Text layer", "完好、缺失、乱码或部分可读。sound, missing, garbled or mixed.")
    restricted: bool = field("限制复制 Restricted", "文件标志禁止复制。Its flags forbid copying.", False)
    evidence: list[Evidence] = field("出处 Evidence", "封面与版权页上的位置。Where cover and imprint say so.", [])


class Page(Record):
    """One page as read."""

    number: int = field("页码 Page", "从 1 数起。Counted from 1.", ge=1)
    width: float = field("宽 Width", "页宽。Page width.", unit="pt")
    height: float = field("高 Height", "页高。Page height.", unit="pt")
    text_layer: TextLayer = field("文字层 Text layer", "本页文字层。The page's own text layer.")
    text: str = field("正文 Text", "去掉页眉页脚与水印后的文字。Without running heads, page numbers and watermarks.")


class Section(Fact):
    """A heading and what stands under it."""

    id: str = field("编号 Id", "文内编号，如 s3。Within the paper, such as s3.")
    parent: str | None = field("上级 Parent", "上级章节编号。The section it stands in.", None)
    level: int = field("层级 Level", "1 为最高。1 is the highest.", ge=1)
    title: str = field("标题 Title", "章节标题。The heading.")
    page_from: int = field("起页 From page", "首页。First page.", ge=1)
    page_to: int = field("止页 To page", "末页。Last page.", ge=1)


class Passage(Fact):
    """A paragraph, heading, list item, caption or note, joined over line and page breaks."""

    id: str = field("编号 Id", "文内编号，如 p12。Within the paper, such as p12.")
    kind: PassageKind = field("类别 Kind", "段落、标题、列表项、图表题、数据来源、注。What it is.")
    section: str | None = field("章节 Section", "所在章节编号。The section it stands in.", None)
    label: str | None = field("图表号 Label", "所属图表，如 图1。The figure or table it belongs to.", None)
    page_from: int = field("起页 From page", "首页。First page.", ge=1)
    page_to: int = field("止页 To page", "末页。Last page.", ge=1)
    text: str = field("文字 Text", "接好的文字。The joined text.")
