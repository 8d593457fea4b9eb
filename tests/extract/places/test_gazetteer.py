"""Printed names to divisions, as tables: what a page prints, what the columns beside it say, what is meant."""

import pytest

from extract.places import gazetteer
from extract.places.forms import bare

ALONE = [
    ("济南", "济南市"),
    ("济南市", "济南市"),
    ("济 南 市", "济南市"),
    ("北 京", "北京市"),
    ("延边州", "延边朝鲜族自治州"),
    ("延边", "延边朝鲜族自治州"),
    ("内蒙古呼和浩特", "呼和浩特市"),
    ("广东深圳", "深圳市"),
    ("广东·深圳", "深圳市"),
    ("深圳（广东）", "深圳市"),
    ("广东省深圳市南山区", "南山区"),
    ("恩施", "恩施土家族苗族自治州"),
    ("大理州", "大理白族自治州"),
    ("黔东南", "黔东南苗族侗族自治州"),
    ("黔东南州", "黔东南苗族侗族自治州"),
    ("西双版纳", "西双版纳傣族自治州"),
    ("新疆", "新疆维吾尔自治区"),
    ("内蒙", "内蒙古自治区"),
    ("宁夏自治区", "宁夏回族自治区"),
    ("湘西", "湘西土家族苗族自治州"),
    ("伊犁", "伊犁哈萨克自治州"),
    ("阿克苏", "阿克苏地区"),
    ("和田地区", "和田地区"),
    ("毕节地区", "毕节市"),
    ("北京地区", "北京市"),
    ("巴州", "巴音郭楞蒙古自治州"),
    ("博尔塔拉", "博尔塔拉蒙古自治州"),
    ("锡盟", "锡林郭勒盟"),
    ("昆山", "昆山市"),
    ("石景山区", "石景山区"),
    ("长沙", "长沙市"),
    ("长沙县", "长沙县"),
    ("大厂县", "大厂回族自治县"),
    ("香港", "香港特别行政区"),
    ("京", "北京市"),
    ("沪", "上海市"),
    ("粤", "广东省"),
    ("襄樊", "襄阳市"),
    ("思茅市", "普洱市"),
    ("莱芜市", "莱芜市"),
    ("广西省", "广西壮族自治区"),
    ("Shenzhen", "深圳市"),
    ("Xi'an", "西安市"),
    ("xian", "西安市"),
    ("Hong Kong", "香港特别行政区"),
    ("Inner Mongolia", "内蒙古自治区"),
    ("Suzhou (Jiangsu)", "苏州市"),
    ("Suzhou, Anhui", "宿州市"),
    ("Beijing Municipality", "北京市"),
]

UNSURE = ["吉林", "海南", "朝阳", "鼓楼区", "Suzhou", "Fuzhou", "Taizhou", "Yichun", "Jilin"]
NO_PLACES = [
    "",
    "全国",
    "华东",
    "长三角",
    "新疆兵团",
    "兵团",
    "腾讯",
    "合计",
    "平均",
    "苏洲",
    "济難",
    "Mars",
    "宁",
    "深圳北京",
]


@pytest.mark.parametrize(("printed", "meant"), ALONE)
def test_a_printed_form_alone(printed: str, meant: str) -> None:
    place = gazetteer().resolve(printed)
    assert place is not None and place.name == meant


@pytest.mark.parametrize("printed", UNSURE)
def test_several_candidates_are_none(printed: str) -> None:
    assert len(gazetteer().candidates(printed)) > 1
    assert gazetteer().resolve(printed) is None


@pytest.mark.parametrize("printed", NO_PLACES)
def test_what_is_no_place(printed: str) -> None:
    assert gazetteer().resolve(printed) is None


@pytest.mark.parametrize(
    ("printed", "province", "scope", "meant"),
    [
        ("吉林", None, "city", "220200"),
        ("吉林", None, "province", "220000"),
        ("吉林", "吉林", "city", "220200"),
        ("海南", None, "province", "460000"),
        ("海南", "青海省", None, "632500"),
        ("海南", "青海", "city", "632500"),
        ("海南州", None, None, "632500"),
        ("朝阳", None, "city", "211300"),
        ("朝阳", "北京", None, "110105"),
        ("朝阳区", "吉林省", None, "220104"),
        ("鼓楼区", "河南省", None, "410204"),
        ("北京", None, "city", "110000"),
        ("北京", None, "province", "110000"),
        ("济源", None, "city", "419001"),
        ("巢湖市", None, "city", "341400"),
        ("巢湖市", None, "county", "340181"),
        ("宁德", "福建省", "city", "350900"),
        ("Suzhou", "Anhui", None, "341300"),
        ("Jilin", None, "province", "220000"),
    ],
)
def test_the_context_settles(printed: str, province: str | None, scope: str | None, meant: str) -> None:
    place = gazetteer().resolve(printed, province=province, scope=scope)
    assert place is not None and place.code == meant


@pytest.mark.parametrize(
    ("printed", "province", "scope"),
    [("济南", "河北省", "city"), ("苏州", "安徽省", "city"), ("广东", None, "city"), ("昆山", None, "province")],
)
def test_a_context_that_does_not_fit_is_none(printed: str, province: str | None, scope: str | None) -> None:
    assert gazetteer().resolve(printed, province=province, scope=scope) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("宿州", "苏州"), ("抚州", "福州"), ("台州", "泰州"), ("宜春", "伊春"), ("榆林", "玉林"), ("锦州", "荆州")],
)
def test_names_that_sound_alike_stay_apart(one: str, other: str) -> None:
    a, b = gazetteer().resolve(one), gazetteer().resolve(other)
    assert a is not None and b is not None and a.code != b.code
    assert gazetteer().candidates(one) == [a]


def test_abolished_divisions_count_until_they_ended() -> None:
    gaz = gazetteer()
    laiwu = gaz.resolve("莱芜", scope="city", year=2018)
    assert laiwu is not None and laiwu.code == "371200" and laiwu.into == "370100"
    late = gaz.resolve("莱芜", year=2024)
    assert late is not None and late.name == "莱芜区"


def test_every_division_is_found_by_its_official_name_in_its_province() -> None:
    gaz = gazetteer()
    lost = []
    for place in gaz.by_code.values():
        parents = gaz.by_code[place.parent] if place.parent else place
        around = gaz.by_code[parents.code]
        if gaz.resolve(around.name + place.name) != place and gaz.resolve(place.name, province=around.name) != place:
            lost.append(place)
    assert [p for p in lost if p.until is None] == []


def test_every_city_is_found_by_every_form() -> None:
    gaz = gazetteer()
    cities = [p for p in gaz.by_code.values() if p.is_city and p.until is None]
    assert len(cities) > 350
    for city in cities:
        assert gaz.resolve(city.name, scope="city") == city
        assert gaz.resolve(bare(city.name), scope="city") == city
        assert gaz.resolve(city.short_name, scope="city") == city


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("延边朝鲜族自治州", "延边"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("新疆维吾尔自治区", "新疆"),
        ("内蒙古自治区", "内蒙古"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("浦东新区", "浦东"),
        ("景县", "景县"),
        ("和田地区", "和田"),
    ],
)
def test_bare_names(name: str, short: str) -> None:
    assert bare(name) == short


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("华东", "华东"),
        ("华东（39个）", "华东"),
        ("华 东\n(39个)", "华东"),
        ("华东地区", "华东"),
        ("粤港澳大湾区", "粤港澳大湾区"),
        ("长三角城市群", "长三角"),
        ("东部", "东部"),
        ("山东", None),
    ],
)
def test_region_labels(printed: str, label: str | None) -> None:
    assert gazetteer().region(printed) == label


def test_members_of_a_province() -> None:
    gaz = gazetteer()
    jilin = [p for p in gaz.members(gaz.named("吉林省")) if p.is_city]
    assert [p.name for p in jilin][:2] == ["长春市", "吉林市"] and len(jilin) == 9
    henan = [p for p in gaz.members(gaz.named("河南省")) if p.is_city]
    assert gaz.named("济源市") in henan and len(henan) == 18


def test_city_and_province_of_a_county() -> None:
    gaz = gazetteer()
    kunshan = gaz.named("昆山市")
    city = gaz.city_of(kunshan)
    assert city is not None and (city.name, gaz.province_of(kunshan).name) == ("苏州市", "江苏省")
    assert gaz.city_of(gaz.named("广东省")) is None
    assert gaz.city_of(gaz.named("济源市")) == gaz.named("济源市")
