"""Lists that no word ties to the name, but that are as many and as long as it counts: (text, name, components)."""

import pytest

from extract.find.frameworks import find

SENTENCES = [
    # before the name
    ("敦煌市纺织、食品、包装三大支柱产业加快转型，光通信、新材料两大新兴产业集聚，形成“3+2”格局。", "3+2", "纺织 食品 包装 光通信 新材料"),
    ("玉门市发展风电装备集群，壮大储能、氢能两大集群，加快发展碳资产、绿证等一批业态，构建“1+2+N”产业体系。", "1+2+N", "风电装备集群 储能 氢能 碳资产 绿证"),
    # behind it; what is counted but not listed stands for itself
    ("酒泉市构建“1+3+4”体系，做强装备核心产业，做大风电、光伏、氢能三大产业，培育四大潜力产业。", "1+3+4", "装备核心产业 风电 光伏 氢能 潜力产业"),
    ("张掖市推进“一图两平台N应用”，即数字乡村一张图，生产、治理2大平台化，种业、农机、民宿等应用。", "一图两平台N应用", "数字乡村一张图 生产 治理 种业 农机 民宿"),
    ("古浪县围绕“1+2+X”布局，做强奶业主导产业，做优葡萄、皇冠梨两大特色，前瞻布局未来产业。", "1+2+X", "奶业主导产业 葡萄 皇冠梨 未来产业"),
    # told before the name by their counts alone
    ("临夏市构建起一个数字基座、一个运行中枢、三大应用领域的智慧城市“113”架构。", "113", "数字基座 运行中枢 应用领域"),
    # by the roles they play, the last counted again
    ("庆城县围绕“一主两翼三支撑”，以能源为主导，以苹果、肉羊为两翼，培育算力、医药、文旅三个支撑产业。", "一主两翼三支撑", "能源 苹果 肉羊 算力 医药 文旅"),
    # each counted behind its noun, apart by 、
    ("武威市建立“1+3”体系，包括市级中心1个、县级站点3个。", "1+3", "市级中心 县级站点"),
]  # fmt: skip

OTHERS = [
    "金昌市建设“343”体系，上线交通治堵、内涝预警、空气质量分析等场景。",
    "白银市按照“三级平台、五级应用”的架构，推动市、区、街道联动。",
    "嘉峪关市打造“2522”体系，横向打通、纵向贯通。",
    "金塔县形成“1+5+N”体系，5个平台服务汽车、钢铁、机械、化工、轻工。",
]


@pytest.mark.parametrize(("text", "name", "parts"), SENTENCES, ids=[s[1] for s in SENTENCES])
def test_the_lists_that_add_up(make_reading, text, name, parts):
    assert [(f.name, " ".join(c.name for c in f.components)) for f in find(make_reading([text]))] == [(name, parts)]


@pytest.mark.parametrize("text", OTHERS)
def test_a_list_that_agrees_by_chance(make_reading, text):
    (found,) = find(make_reading([text]))
    assert found.components == []
