"""How lists of parts are cut: examples, quoted runs, inline numbers, units: (text, name, components)."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    ("资阳市推行“135”工作法，即1小时响应、3小时到场、5小时办结。", "135", "1小时响应 3小时到场 5小时办结"),
    ("构建“1+N”架构。“1”即城市底座；“N”即面向基层的N个场景，如智慧停车、智慧社区等。", "1+N", "城市底座 智慧停车 智慧社区"),
    ("打造“113”体系，建设1个数据中心，搭建1个综合平台，开发管理、服务、营销3类系统。", "113", "数据中心 综合平台 管理 服务 营销"),
    ("“124”工程成效明显，1个县域大脑、2个支撑平台、4类应用在各乡镇落地。", "124", "县域大脑 支撑平台 应用"),
    ("采用“1+2”结构：第一层为1个数据中枢，第二层为2个平台（视频平台、物联平台）。", "1+2", "数据中枢 视频平台 物联平台"),
    ("建立“三项机制”。（一）统筹机制。成立小组。（二）投入机制。设立资金。（三）考核机制。", "三项机制", "统筹机制 投入机制 考核机制"),
    ("围绕“一网共享”“一网通办”“一网统管”，打造“三个一网”格局。", "三个一网", "一网共享 一网通办 一网统管"),
    ("形成“一主引领、两翼联动、多点支撑”的产业格局。", "一主引领、两翼联动、多点支撑", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "parts"), SENTENCES, ids=[s[0][:16] for s in SENTENCES])
def test_the_list_is_cut_into_its_parts(make_reading, text, name, parts):
    assert [(f.name, " ".join(c.name for c in f.components)) for f in find(make_reading([text]))] == [(name, parts)]
