"""Tables of places and how they rank: places, rankings, tiers, moves."""

from kb.tables.common import CITY, DOCUMENT, EVIDENCE, PLACES, POSITION, key_column, number_column, table
from kb.tables.model import Column, Table, text_column
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

TABLES = (GAZETTEER, RANKINGS, ENTRIES, TIERS, MEMBERS, CHANGES)
