"""What single places did."""

from schema.base import Fact, field

__all__ = ["CaseStudy"]


class CaseStudy(Fact):
    """A place told about under a heading, bullet or number of its own."""

    city: str | None = field("城市 City", "正式全称。Full official name.", None)
    place: str | None = field("地方 Place", "不是城市时的省、区、县。A province, district or county instead.", None)
    title: str | None = field("题名 Title", "案例标题；没有则空。Its title; null where it has none.", None)
    section: str | None = field("章节 Section", "所在章节标题。The title of its section.", None)
    page_from: int = field("起页 From page", "首页。First page.", ge=1)
    page_to: int = field("止页 To page", "末页。Last page.", ge=1)
    text: str = field("全文 Text", "案例全文。In full.")
