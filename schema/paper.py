"""What one paper yields: the record that `kb extract` prints."""

from schema.base import Record, field
from schema.case_study import CaseStudy
from schema.dimension import Dimension
from schema.document import Document, Page, Passage, Section
from schema.finding import Finding
from schema.framework import Framework
from schema.measurement import Measurement
from schema.platform import Platform
from schema.policy import Policy, Publication
from schema.ranking import Ranking
from schema.table import Figure, Table
from schema.tier import RankChange, Tier

__all__ = ["Paper"]


class Paper(Record):
    """All that was read from one white paper, each kind of fact in the order of the pages."""

    extractor: str = field("提取器版本 Extractor", "读它的提取器版本。The version that read it.")
    document: Document = field("文献 Document", "白皮书本身。The paper itself.")
    pages: list[Page] = field("页 Pages", "各页。Its pages.", [])
    sections: list[Section] = field("章节 Sections", "各章节。Its sections.", [])
    passages: list[Passage] = field("段落 Passages", "各段。Its passages.", [])
    rankings: list[Ranking] = field("榜单 Rankings", "排地方的表与句。Tables and sentences that rank places.", [])
    policies: list[Policy] = field("政策 Policies", "所引政策。Policies cited.", [])
    publications: list[Publication] = field("出版物 Publications", "书名号中非政策者。What else stands in 《》.", [])
    case_studies: list[CaseStudy] = field("案例 Case studies", "各地做法。What single places did.", [])
    frameworks: list[Framework] = field("框架 Frameworks", "点数成名的框架。Named structures.", [])
    platforms: list[Platform] = field("平台 Platforms", "平台与系统。Platforms and systems.", [])
    measurements: list[Measurement] = field("数据 Measurements", "文句中的数。Numbers told in sentences.", [])
    tiers: list[Tier] = field("梯队 Tiers", "梯队与成员。Tiers and members.", [])
    rank_changes: list[RankChange] = field("位次变化 Rank changes", "文句中的升降。Moves told in words.", [])
    dimensions: list[Dimension] = field("维度 Dimensions", "评价维度。Dimensions of the index.", [])
    figures: list[Figure] = field("图 Figures", "各图。Its figures.", [])
    tables: list[Table] = field("表 Tables", "各表。Its tables.", [])
    findings: list[Finding] = field("核对 Findings", "自相核对的结果。What the audit found.", [])
    warnings: list[str] = field("提醒 Warnings", "未读或存疑之处。What was skipped or doubtful.", [])
