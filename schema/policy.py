"""Policies cited, and what else stands in 《》."""

from typing import Literal

from schema.base import Fact, field

__all__ = ["Level", "Mention", "Policy", "Publication"]

Level = Literal["national", "provincial", "municipal", "foreign", "international"]


class Mention(Fact):
    """One place where a policy or publication is named."""

    page: int = field("页码 Page", "首次出现的页。The page it starts on.", ge=1)
    as_printed: str = field("所印 As printed", "页面上的写法。As it stands on the page.")
    form: Literal["full", "alias", "suffix", "number", "anaphor"] = field(
        "写法 Form", "全称、简称、尾名、文号或指代。How it is named."
    )
    section: str | None = field("章节 Section", "所在章节编号。The section's id.", None)
    city: str | None = field(
        "城市 City", "引用它的案例或句子所说的城市。The city whose case or sentence cites it.", None
    )
    place: str | None = field("地方 Place", "不是单个城市时的省、区、县。A province, district or county instead.", None)
    quoted: str | None = field("引文 Quotation", "文中引用它的原话。Its words as the paper quotes them.", None)


class Policy(Fact):
    """A law, plan, opinion, notice or standard that the paper cites."""

    title: str = field("名称 Title", "规范名称，不带书名号。Canonical title without 《》.")
    document_number: str | None = field(
        "文号 Document number", "GB/T 9704 发文字号，如 国发〔2021〕29号。Or a GB/T or 令 number.", None
    )
    kind: str | None = field("文种 Genre", "意见、通知、方案、规划等。The genre.", None)
    carries: str | None = field("所附 Carries", "通知所印发的文件。The document that a 通知 carries.", None)
    level: Level | None = field("层级 Level", "国家、省、市、外国、国际。Who it binds.", None)
    issuers: list[str] = field("发文机关 Issuers", "正式名称。Official names.", [])
    jurisdiction: str | None = field("辖区 Jurisdiction", "省或市全称；国家级为空。Null for national ones.", None)
    year: int | None = field("年份 Year", "发布年份，文中可知时。Year of issue where the paper tells it.", None)
    period: tuple[int, int] | None = field("规划期 Period", "起止年份。First and last year.", None)
    cities: list[str] = field(
        "相关城市 Cities", "发布它或案例引用它的城市。Cities that issued it or whose case cites it.", []
    )
    mentions: list[Mention] = field("出现 Mentions", "文中各处。Every place it is named.", [])
    resolved: bool = field(
        "已识别 Resolved", "简称能否归到唯一全称。False where a short form has no or several candidates.", True
    )


class Publication(Fact):
    """What stands in 《》 and is no policy: books, papers, reports, journals, works of art."""

    title: str = field("名称 Title", "不带书名号。Without 《》.")
    mentions: list[Mention] = field("出现 Mentions", "文中各处。Every place it is named.", [])
