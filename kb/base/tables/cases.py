"""Tables of what places did and what is said of them: cases, frameworks, platforms, measurements, dimensions."""

from kb.base.tables.common import DOCUMENT, EVIDENCE, PLACES, POSITION, SHARED, key_column, table
from kb.base.tables.model import Table, text_column
from schema.case_study import CaseStudy
from schema.dimension import Dimension
from schema.framework import Component, Framework
from schema.measurement import Measurement
from schema.platform import Platform

__all__ = ["TABLES"]

CASE_STUDIES = table(
    "case_studies", CaseStudy,
    before=(
        key_column("ccid-2021/济南市/能力解码之一"), DOCUMENT, POSITION,
        text_column("name", "名称 Name", "地方与题名。Place and title.", required=True, incidental=True),
    ),
    links=PLACES, label="name", left_out={"evidence": EVIDENCE}, searched=("name", "text"), sort="position",
)  # fmt: skip

FRAMEWORKS = table(
    "frameworks", Framework,
    before=(key_column("济南市/343"),), after=SHARED, links=PLACES, label="name",
    left_out={"components": "framework_components", "evidence": EVIDENCE},
    shared=True, searched=("name", "city", "place"), sort="name",
)  # fmt: skip

COMPONENTS = table(
    "framework_components", Component,
    title="框架组成 Framework components",
    description="一份白皮书拆出的框架组成。A framework's parts, as a paper tells them.",
    before=(
        key_column("ccid-2021/株洲市/五个一/一网通办"), DOCUMENT,
        text_column("framework", "框架 Framework", "所属框架。The framework.", references="frameworks", required=True),
        POSITION,
    ),
    rename={"group": "part_of"}, label="name", left_out={"evidence": EVIDENCE}, searched=("name", "description"), sort="position",
)  # fmt: skip

PLATFORMS = table(
    "platforms", Platform,
    before=(key_column("济南市/城市大脑"),), after=SHARED, links=PLACES, label="name",
    left_out={"evidence": EVIDENCE}, shared=True, searched=("name", "kind", "city", "place"), sort="name",
)  # fmt: skip

MEASUREMENTS = table(
    "measurements", Measurement,
    before=(key_column("ccid-2021/p31/18万多家"), DOCUMENT, POSITION),
    links=PLACES, label="as_printed", left_out={"evidence": EVIDENCE},
    searched=("subject", "as_printed", "city", "place"), sort="position",
)  # fmt: skip

DIMENSION = text_column(
    "dimension", "维度 Dimension", "所说维度。The dimension.", references="dimensions", required=True
)

DIMENSIONS = table(
    "dimensions", Dimension,
    before=(
        key_column("中国城市数字化转型白皮书/信息基础"),
        text_column("series", "系列 Series", "所属系列，没有则为文献。The series it belongs to, else the document.", required=True),
    ),
    after=SHARED, label="name",
    left_out={"statement": "dimension_statements", "leaders": "dimension_leaders", "evidence": EVIDENCE},
    shared=True, searched=("name",), sort="name",
)  # fmt: skip

STATEMENTS = table(
    "dimension_statements", Dimension,
    title="维度论断 Dimension statements",
    description="一份白皮书对一个维度的论断。What a paper says of a dimension.",
    before=(key_column("ccid-2021/信息基础"), DOCUMENT, DIMENSION, POSITION), label="statement",
    left_out={
        "name": "dimensions", "level": "dimensions", "leaders": "dimension_leaders", "evidence": EVIDENCE,
    },
    searched=("statement",), sort="position",
)  # fmt: skip

LEADERS = Table(
    "dimension_leaders", "维度领先 Dimension leaders", "文中说在某维度领先的城市。Cities said to lead in a dimension.",
    (
        key_column("ccid-2021/信息基础/深圳市"), DOCUMENT, DIMENSION, POSITION,
        text_column("city", "城市 City", "领先的城市。The city.", references="places", required=True),
    ),
    label="city", sort="position",
)  # fmt: skip

TABLES = (CASE_STUDIES, FRAMEWORKS, COMPONENTS, PLATFORMS, MEASUREMENTS, DIMENSIONS, STATEMENTS, LEADERS)
