"""Tables of places and how they rank: places, rankings, tiers, moves."""

from kb.base.tables.common import CITY, DOCUMENT, EVIDENCE, PLACES, POSITION, key_column, number_column, table
from kb.base.tables.model import Column, Table, text_column
from schema.ranking import Ranking, RankingEntry
from schema.tier import RankChange, Tier

__all__ = ["TABLES"]

GAZETTEER = Table(
    "places", "地方 Places", "行政区划，及文中说到而区划表里没有的地方。Divisions of China, and places told that are none.",
    (
        text_column("code", "代码 Code", "GB/T 2260 六位代码；区划表外的地方用名称。GB/T 2260; the name for places outside it.",
                    required=True),
        text_column("name", "名称 Name", "正式全称。Official name.", required=True),
        text_column("short_name", "简称 Short name", "不带市、省等。Without 市, 省 and the like."),
        text_column("level", "级别 Level",
                    "municipality、province、sar、prefecture、county，other 为区划表外。other: not in the gazetteer.",
                    required=True),
        text_column("parent", "上级 Parent", "所属区划。The division it belongs to.", references="places"),
        text_column("province", "省级 Province", "所属省级区划。The province-level division.", references="places"),
        Column("longitude", "REAL", "经度 Longitude", "东经为正。East is positive.", unit="°"),
        Column("latitude", "REAL", "纬度 Latitude", "北纬为正。North is positive.", unit="°"),
        text_column("region", "大区 Region", "华北、东北、华东、华中、华南、西南、西北、港澳台。"
                    "North, northeast, east, central, south, southwest, northwest; Hong Kong, Macau, Taiwan."),
        text_column("note", "说明 Note", "撤并等。Mergers and the like."),
    ),
    label="name", key=("code",), owner="base", searched=("name", "short_name", "code"), sort="code",
)  # fmt: skip

RANKINGS = table(
    "rankings", Ranking,
    before=(
        key_column("ccid-2021/表1"), DOCUMENT, POSITION,
        text_column("name", "名称 Name", "表号与题名，或指标与条件。Label and title, or metric and criterion.", required=True,
                    incidental=True),
    ),
    after=(
        number_column("edition", "版次年份 Edition", "所排年份，没有则用文献的。The year ranked, else the document's."),
        text_column("list", "榜名 List", "去掉年份的题名，跨年同榜同名。Its title without the year: the same over editions."),
        number_column("size", "条数 Size", "列出几个地方。How many places it lists."),
    ),
    label="name", left_out={"entries": "ranking_entries", "evidence": EVIDENCE},
    searched=("name", "title", "metric", "criterion"), sort="position",
)  # fmt: skip

ENTRIES = table(
    "ranking_entries", RankingEntry,
    title="榜单条目 Ranking entries",
    description="榜单的一行：一个地方与它的名次。One row of a ranking: a place and its rank.",
    before=(
        key_column("ccid-2021/表1/37"), DOCUMENT,
        text_column("ranking", "榜单 Ranking", "所属榜单。The ranking it belongs to.", references="rankings", required=True),
        POSITION,
    ),
    links={"city": "places", "province": "places"}, label="as_printed", left_out={"evidence": EVIDENCE},
    searched=("as_printed", "city", "province"), sort="position",
)  # fmt: skip

TIERS = table(
    "tiers", Tier,
    before=(key_column("ccid-2021/低碳发展/第一梯队"), DOCUMENT, POSITION), label="name",
    left_out={"members": "tier_members", "evidence": EVIDENCE}, searched=("subject", "name"), sort="position",
)  # fmt: skip

MEMBERS = Table(
    "tier_members", "梯队成员 Tier members", "文中点名属于某梯队的地方。Places the paper names in a tier.",
    (
        key_column("ccid-2021/低碳发展/第一梯队/深圳市"), DOCUMENT,
        text_column("tier", "梯队 Tier", "所属梯队。The tier.", references="tiers", required=True), POSITION, CITY,
    ),
    label="city", sort="position",
)  # fmt: skip

CHANGES = table(
    "rank_changes", RankChange,
    before=(key_column("ccid-2021/北京市/+2"), DOCUMENT, POSITION),
    links=PLACES, label="city", left_out={"evidence": EVIDENCE}, sort="position",
)  # fmt: skip

DERIVED = Table(
    "derived_ranks", "推算名次 Derived ranks",
    "没有印出、由升降推得的往年名次：今年第1、上升2位，则上年第3。"
    "Ranks of years before that no page prints, as moves tell: first now and up by two was third.",
    (
        key_column("ccid-2021/表1/北京市/2020"), DOCUMENT, POSITION,
        text_column("ranking", "榜单 Ranking", "据以推算的榜单。The ranking it is reckoned from.", references="rankings", required=True),
        text_column("entry", "条目 Entry", "据以推算的条目。The entry it is reckoned from.", references="ranking_entries", required=True),
        CITY,
        Column("year", "INTEGER", "年份 Year", "推算到哪一年：句中所说，否则为上一年。As told, else the year before.", required=True),
        Column("rank", "INTEGER", "推算名次 Derived rank", "现名次加升降。The rank now and the move.", required=True),
        Column("change", "INTEGER", "升降 Change", "所印或所说的升降，升为正。As printed or told; a rise is positive.", required=True),
        text_column("told", "载体 Told in", "表格 table 或文句 prose。A table or a sentence.", required=True),
    ),
    label="city", sort="position",
)  # fmt: skip

EDITIONS = Table(
    "editions", "版次比较 Editions",
    "一个榜单的每一版，与上一版能否相比。Each edition of a list, and whether it can be compared with the last.",
    (
        key_column("ccid-2021/表1"), DOCUMENT,
        text_column("ranking", "榜单 Ranking", "这一版的榜单。The ranking.", references="rankings", required=True),
        text_column("series", "系列 Series", "逐年发布的系列。The series of editions.", required=True),
        text_column("list", "榜名 List", "去掉年份的榜名。The list's title without its year.", required=True),
        Column("year", "INTEGER", "年份 Year", "版次年份。The edition's year."),
        number_column("size", "条数 Size", "自称的数量，否则为所列的。As claimed, else as listed."),
        text_column("previous", "上一版 Previous", "上一版的榜单。The last edition's ranking.", references="rankings"),
        number_column("previous_year", "上一版年份 Previous year", "上一版的年份。The last edition's year."),
        Column("comparable", "INTEGER", "可比 Comparable",
               "与上一版做法相同为 1，维度、数量等变了为 0；没有上一版则空。"
               "1 where it was made like the last; 0 where dimensions, size or the like are others."),
        text_column("reasons", "不可比之处 Reasons", "哪里变了，JSON。What is another, JSON.", json=True),
        number_column("entered", "新上榜 Entered", "上一版未列的有几个。How many the last edition did not list."),
        number_column("left_out", "落榜 Left", "上一版有而这一版没有的有几个。How many only the last edition listed."),
        number_column("moved", "有升降 Moved", "名次变了的有几个。How many have another rank."),
    ),
    label="list", owner="derived", sort="id",
)  # fmt: skip

TABLES = (GAZETTEER, RANKINGS, ENTRIES, TIERS, MEMBERS, CHANGES, DERIVED, EDITIONS)
