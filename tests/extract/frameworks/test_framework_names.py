"""Names that count by themselves, whatever stands around them, and numerals in quotation marks that name nothing."""

import pytest

from extract.find.frameworks import find

NAMED = [
    ("亳州市率先推行“两减一增一优”，办理时限再压缩三成。", ["两减一增一优"]),
    ("云南省自2016年起建成“三张清单两张网”，走在前列。", ["三张清单两张网"]),
    ("河池市全力打赢“五大攻坚七项重点”硬仗。", ["五大攻坚七项重点"]),
    ("林芝市的顶层设计为“一个愿景、三大支柱、六项任务”。", ["一个愿景、三大支柱、六项任务"]),
    ("数据治理坚持“七个统一”，质量明显提升。", ["七个统一"]),
    ("钦州市形成“互联网+党建+物业”格局。", ["互联网+党建+物业"]),
    ("海口市呈现“一核四带六组团”。", ["一核四带六组团"]),
    ("黑河市推出三个“0”改革：零证明、零跑腿、零费用。", ["三个“0”"]),
    ("阜新市“五大转型行动”取得成果。", ["五大转型行动"]),
    ("白城市用“观、管、防”一体化模式提升韧性。", ["“观、管、防”一体化模式"]),
    ("临沧市推进“人联、物联、智联”三联融合。", ["“人联、物联、智联”三联融合"]),
    ("丽水市以“产业大脑+未来工厂”为核心。", ["产业大脑+未来工厂"]),
    ("昌都市坚持“五统一”原则，避免重复建设。", ["五统一"]),
    ("突出“三个基础、三个一体化、六个场景”。", ["三个基础、三个一体化、六个场景"]),
    ("按照“1+2”架构，即“一个底座、两大平台”。一个底座由政务云承担。", ["1+2"]),
    ("药材市场实现“三统一、三可查”：统一检测、统一仓储、统一结算，来源可查、去向可查、责任可查。", ["三统一、三可查"]),
    ("“三城两区”吸引企业两百家。", ["三城两区"]),
]

NONE = [
    "全市“三省一市”通办事项达到140项。",
    "推进“一区三县”同城化，交通“四通八达”。",
    "“两会一节”吸引客商三千人。",
    "聚焦“拍摄、制作、交易、衍生”全链条，打造产业高地。",
    "“12345”政务服务便民热线运行平稳。",
    "避免“一事跑多窗”，实现“一窗办多事”。",
    "实现“三个月”见效，覆盖“四个区”。",
    "群众办事“零等待”，企业“不用等待”。",
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[t[:16] for t, _ in NAMED])
def test_a_name_that_counts_by_itself(make_reading, text, names):
    assert [f.name for f in find(make_reading([text]))] == names


@pytest.mark.parametrize("text", NONE)
def test_numerals_that_name_no_structure(make_reading, text):
    assert find(make_reading([text])) == []


def test_waiting_is_no_sign_that_a_list_goes_on(make_reading):
    (found,) = find(make_reading(["绥化市做到“三个不用”：企业不用申请、不用跑腿、不用等待。"]))
    assert [c.name for c in found.components] == ["不用申请", "不用跑腿", "不用等待"]


def test_noughts_are_told_in_words(make_reading):
    (found,) = find(make_reading(["#黑河市的三个“0”", "零证明、零跑腿、零费用"]))
    assert [c.name for c in found.components] == ["零证明", "零跑腿", "零费用"]


def test_the_others_are_a_part(make_reading):
    (found,) = find(make_reading(["探索“1+2+X”模式，“1”是党委，“2”是政府、市场，“X”是其他力量。"]))
    assert [c.name for c in found.components][-1] == "其他力量"
