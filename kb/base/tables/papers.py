"""Tables of the papers themselves: documents, pages, sections, passages, tables, figures."""

from kb.base.tables.common import DOCUMENT, EVIDENCE, POSITION, key_column, page_key, table
from kb.base.tables.model import text_column
from schema.document import Document, Page, Passage, Section
from schema.table import Figure
from schema.table import Table as TableRecord

__all__ = ["TABLES"]

DOCUMENTS = table(
    "documents", Document,
    title="文献 Documents",
    description="读入的白皮书，一份一行。The white papers, one a row.",
    before=(),
    after=(
        text_column("name", "名称 Name", "标题，没有则用编号。Its title, else its key.", required=True, incidental=True),
        text_column("edition_of", "系列名 Edition of", "系列；没有则为去掉年份的标题与机构。The series, else title without year, and publisher.",
                    required=True, incidental=True),
        text_column("file", "文件 File", "读入的文件名。The name of the file read.", incidental=True),
        text_column("extractor", "提取器版本 Extractor", "读它的提取器版本。The version that read it.", required=True,
                    incidental=True),
        text_column("stored_as", "存储版本 Stored as", "表结构的指纹，变了就重读。Fingerprint of the tables it was stored in.",
                    required=True, incidental=True),
        text_column("source_digest", "说明指纹 Source digest", "source.yml 的指纹，变了就重读。Fingerprint of source.yml.",
                    incidental=True),
    ),
    label="name", left_out={"evidence": EVIDENCE}, searched=("title", "publisher", "series", "id"), sort="-year",
)  # fmt: skip

PAGES = table(
    "pages", Page,
    before=(key_column("ccid-2021/p12"), DOCUMENT),
    label="number", sort="number",
)  # fmt: skip

SECTIONS = table(
    "sections", Section,
    before=(key_column("ccid-2021/§能力解码之一"), DOCUMENT, POSITION),
    links={"parent": "sections"}, label="title",
    left_out={"id": "编号随文变动，键由标题得来 (a running number; the key comes from the title)", "evidence": EVIDENCE},
    sort="position",
)  # fmt: skip

PASSAGES = table(
    "passages", Passage,
    before=(key_column("ccid-2021/p12/济南创新提出"), DOCUMENT, POSITION),
    links={"section": "sections"}, label="text",
    left_out={"id": "编号随文变动，键由页与首字得来 (a running number; the key comes from page and first words)", "evidence": EVIDENCE},
    searched=("text",), sort="position",
)  # fmt: skip

TABLE_GRIDS = table(
    "tables", TableRecord,
    before=(
        key_column("ccid-2021/表1"), DOCUMENT, POSITION,
        text_column("name", "名称 Name", "表号与表题。Label and title.", required=True, incidental=True),
    ),
    label="name", left_out={"evidence": EVIDENCE}, searched=("name", "grid"), sort="position",
)  # fmt: skip

FIGURES = table(
    "figures", Figure,
    before=(key_column("ccid-2021/图1"), DOCUMENT, POSITION), after=(page_key(),),
    label="label", left_out={"evidence": EVIDENCE}, searched=("label", "title"), sort="position",
)  # fmt: skip

TABLES = (DOCUMENTS, PAGES, SECTIONS, PASSAGES, TABLE_GRIDS, FIGURES)
