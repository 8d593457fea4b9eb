"""What the rules that read facts are called in Chinese: their names stand in the evidence, in English."""

from functools import cache

from extract.words import lexicon

__all__ = ["RULES", "rule_words"]

RULES = {
    "title": "题名",
    "publisher": "发布机构",
    "published": "发布日期",
    "heading": "标题",
    "layout": "版面",
    "caption": "图表题",
    "rules": "有线的表格",
    "white space": "靠对齐的表格",
    "ranked places": "不成行的名次",
    "ranking table": "榜单表格",
    "told in prose": "文句里的榜单",
    "rank change": "名次升降",
    "derived rank": "由升降推出的名次",
    "tier": "文句里的梯队",
    "tier card": "梯队卡片",
    "tier column": "表中的梯队列",
    "tier figure": "图形旁的梯队",
    "number": "文号",
    "document number": "题名旁的文号",
    "alias": "简称",
    "anaphor": "指代",
    "table of policies": "政策表",
    "case_study": "案例",
    "platform": "平台",
    "platform table": "平台表",
    "quantity in a sentence": "文句里的数量",
    "label of a number": "数字旁的标注",
    "figure in a table": "数值表",
    "leads in": "领先的维度",
    "dimension counted": "列举的维度",
    "dimension statement": "关于维度的论述",
    "indicator table": "指标表",
    "framework:index_table": "框架，指标体系表",
    "framework:dimensions": "框架，由几个维度构成",
    "framework:composed": "框架，由几部分构成",
    "framework:first_level": "框架，一级指标",
    "framework:types": "框架，分几类",
    "audit": "核对，文句所说",
    "group_count": "核对，分组计数",
    "future_year": "核对，晚于本文的年份",
    "edition_change": "核对，与上一版相比",
    "expectation": "核对，source.yml 的期望",
}
"""By name. A test holds this against the rules in the code."""


def rule_words(how: str) -> str:
    """The Chinese for a rule; of a framework's name the lexicon's first example of its shape; else the name as it is."""
    kind, _, shape = how.partition(":")
    example = _shapes().get(shape) if kind == "framework" else None
    return RULES.get(how) or (f"框架，如{example}" if example else how)


@cache
def _shapes() -> dict[str, str]:
    return {shape["name"]: str(shape["yes"][0]) for shape in lexicon("frameworks")["shapes"]}
