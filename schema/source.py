"""What a person says of a paper in `corpus/<paper>/source.yml`."""

from schema.base import Record, field

__all__ = ["Expectation", "GoldenRow", "RankingExpectation", "Source"]


class GoldenRow(Record):
    """A row that the paper must yield."""

    ranking: str = field("榜单 Ranking", "表号。The ranking's label.")
    rank: int | None = field("名次 Rank", "名次。The rank.", None)
    city: str = field("城市 City", "正式全称。Full official name.")
    province: str | None = field("省级 Province", "省级全称。The province-level division.", None)


class RankingExpectation(Record):
    """How many rows a ranking must have."""

    label: str = field("表号 Label", "如 表1。Such as 表1.")
    rows: int = field("行数 Rows", "应有行数。Rows it must have.")


class Expectation(Record):
    """What the paper must yield; checked on each ingest."""

    rankings: list[RankingExpectation] = field("榜单 Rankings", "各榜行数。Rows by ranking.", [])
    counts: dict[str, int] = field("数量 Counts", "各类记录的确切数量。Exact count by kind of record.", {})
    minimum: dict[str, int] = field("下限 Minimum", "各类记录的最少数量。Least count by kind of record.", {})
    golden_rows: list[GoldenRow] = field("样行 Golden rows", "必有的行。Rows it must have.", [])


class Source(Record):
    """`source.yml`: what it says wins over what the cover says."""

    id: str | None = field("文献 Document", "默认用文件夹名。By default the folder's name.", None)
    file: str | None = field("文件 File", "文件夹里的 PDF 名。The PDF's name in the folder.", None)
    title: str | None = field("标题 Title", "标题。Title.", None)
    publisher: str | None = field("发布机构 Publisher", "机构全称。Full name.", None)
    year: int | None = field("版次年份 Edition year", "版次年份。Edition year.", None)
    published: str | None = field("发布日期 Published", "可只到年或月。May be partial.", None)
    series: str | None = field("系列 Series", "系列名。The series.", None)
    previous: str | None = field(
        "上一版 Previous", "上一版的文献编号，系列推不出时写。The id of the last edition.", None
    )
    language: str | None = field("语言 Language", "如 zh-CN。Such as zh-CN.", None)
    origin: str | None = field("来源 Origin", "文件从何而来。Where the file comes from.", None)
    licence: str | None = field("许可 Licence", "许可与说明。Licence and notes.", None)
    lookups: dict[str, str] = field("订正 Lookups", "所印 -> 所指。Printed -> meant.", {})
    expect: Expectation | None = field("应得 Expected", "必得之数。What it must yield.", None)
