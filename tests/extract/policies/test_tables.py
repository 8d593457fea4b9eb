"""Tables of policies: with and without 《》, in whatever wording, and tables that are none."""

from extract.find import policies
from extract.model import Cell, Char, Grid
from extract.paper import with_cells


def table(reading, head, *rows, label="表1", bands=()):
    """Puts a grid into a reading; a row is a list of cells."""
    cells = []
    for r, row in enumerate([head, *rows]):
        line = []
        for c, text in enumerate(row):
            chars = [
                Char(
                    x,
                    50 + 100 * c + 5 * i,
                    500 + 20 * r,
                    55 + 100 * c + 5 * i,
                    510 + 20 * r,
                    1,
                    5,
                    "Song",
                    False,
                    0,
                    509,
                )
                for i, x in enumerate(text)
            ]
            line.append(Cell(text, list(chars), box=(50.0 + 100 * c, 500.0 + 20 * r, 150.0 + 100 * c, 520.0 + 20 * r)))
        cells.append(line)
    grid = Grid(cells, [(1, (50, 500, 700, 800))], header_rows=1, label=label, bands=list(bands))
    reading.grids.append(grid)
    reading.texts = with_cells(reading.passages, reading.grids)
    return reading


def known(reading):
    return {p.title: (p.document_number, p.issuers, p.year, p.level) for p in policies.find(reading)}


def test_columns_tell_of_the_names_in_brackets(make_reading):
    r = table(
        make_reading(["政策见下表。"]),
        ["序号", "政策名称", "发布时间", "发布主体"],
        ["1", "《国务院关于印发新一代人工智能发展规划的通知》（国发〔2017〕35 号）", "2017.7", "国务院"],
        ["2", "《新一代人工智能伦理规范》", "2021.9", "国家新一代人工智能治理专业委员会"],
        ["3", "《政务领域人工智能大模型部署应用指引》", "2025.10", "中央网信办、国家发展改革委"],
    )
    assert known(r) == {
        "国务院关于印发新一代人工智能发展规划的通知": ("国发〔2017〕35号", ["国务院"], 2017, "national"),
        "新一代人工智能伦理规范": (None, ["国家新一代人工智能治理专业委员会"], 2021, "national"),
        "政务领域人工智能大模型部署应用指引": (None, ["中央网信办", "国家发展改革委"], 2025, "national"),
    }


def test_a_table_of_policies_needs_no_brackets(make_reading):
    r = table(
        make_reading(["政策见下表。"]),
        ["序号", "政策名称", "文号", "发布机构", "发布时间"],
        ["1", "“十四五”数字经济发展规划", "国发[2021]29号", "国务院", "2021年12月"],
        ["2", "济南市新型智慧城市建设行动计划（2020-2022年）", "济政字〔2020〕9号", "济南市人民政府", "2020.3"],
        ["3", "关于加快数字政府建设的意见", "", "工信部、发改委等", "2022"],
    )
    assert known(r) == {
        "“十四五”数字经济发展规划": ("国发〔2021〕29号", ["国务院"], 2021, "national"),
        "济南市新型智慧城市建设行动计划（2020-2022年）": ("济政字〔2020〕9号", ["济南市人民政府"], 2020, "municipal"),
        "关于加快数字政府建设的意见": (None, ["工业和信息化部", "国家发展改革委"], 2022, "national"),
    }


def test_a_list_of_files_with_numbers_needs_no_brackets(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["文件名称", "发文字号", "发文单位", "成文日期"],
        ["关于加强数字政府建设的指导意见", "国发〔2022〕14号", "国务院", "2022年6月6日"],
    )
    assert known(r) == {"关于加强数字政府建设的指导意见": ("国发〔2022〕14号", ["国务院"], 2022, "national")}


def test_a_list_of_files_without_numbers_gives_only_full_official_titles(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["文件名称", "施行时间", "发布机构", "文件获取链接"],
        ["国务院关于深入实施“人工智能+”行动的意见", "2025.8.26", "国务院", "https://www.gov.cn/a.htm"],
        ["丰台区支持人工智能科技创新若干措施", "2025.9", "丰台区科学技术和信息化局", "https://www.beijing.gov.cn/b"],
    )
    assert known(r) == {"国务院关于深入实施“人工智能+”行动的意见": (None, ["国务院"], None, "national")}
    (warning,) = r.warnings
    assert "丰台" not in warning and "1 个文件名" in warning
    assert warning.endswith(
        " (1 names of files without 《》, in tables headed neither 政策 nor 文号: not taken for citations)"
    )


def test_a_list_of_files_whose_title_says_that_they_are_policies(make_reading):
    head = ["序号", "文件名称", "发布机构", "发布年份"]
    row = ["1", "江西省数字政府建设总体方案", "江西省人民政府", "2022年"]
    assert known(table(make_reading(["见下表。"]), head, row)) == {}
    r = table(make_reading(["见下表。"]), head, row)
    r.grids[0].title = "部分政策文件一览"
    assert known(r) == {"江西省数字政府建设总体方案": (None, ["江西省人民政府"], 2022, "provincial")}


def test_a_row_tells_of_a_policy_that_the_text_cites(make_reading):
    r = table(
        make_reading(["宁波市：关于开展《推进新型工业化实施细则》政策申报的通知。"]),
        ["文件名称", "施行时间", "发布机构", "链接"],
        ["推进新型工业化实施细则", "2024.8", "宁波市数字经济局", "http://a.cn"],
        ["促进数字产业发展实施细则", "2024.8", "宁波市数字经济局", "http://a.cn"],
    )
    (policy,) = policies.find(r)
    assert (policy.title, policy.issuers, policy.level) == ("推进新型工业化实施细则", ["宁波市数字经济局"], "municipal")
    assert (policy.cities, len(policy.mentions)) == (["宁波市"], 1)


def test_countries_tell_whose_laws_they_are(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["国家/地区", "法律法规", "生效时间"],
        ["中国", "《个人信息保护法》", "2021.11"],
        ["美国", "《加州消费者隐私法案》", "2018.06"],
        ["日本", "《个人信息保护法》修改法案", "2020.06"],
        ["欧洲", "《数据保护通用条例》", "2018.05"],
    )
    found = [(p.title, p.level, p.year) for p in policies.find(r)]
    assert found == [
        ("个人信息保护法", "national", None),
        ("加州消费者隐私法案", "foreign", None),
        ("个人信息保护法", "foreign", None),
        ("数据保护通用条例", "foreign", None),
    ]


def test_issuers_by_department_column_and_date_column(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["时间", "部门", "政策", "主要内容"],
        ["2021年7月", "工信部", "《新型数据中心发展三年行动计划（2021-2023年）》", "依据《网络安全法》，优化布局"],
    )
    assert known(r) == {
        "新型数据中心发展三年行动计划（2021-2023年）": (None, ["工业和信息化部"], 2021, "national"),
        "网络安全法": (None, [], None, "national"),
    }


def test_tables_of_other_things_name_no_policies(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["名称", "城市", "建设单位"],
        ["智慧交通综合管理方案", "济南市", "某某公司"],
    )
    table(r, ["序号", "标准名称", "生效时间"], ["1", "数据生产服务能力要求（YD/T 6487-2025）", "2025.11"], label="表2")
    table(r, ["排名", "城市", "得分"], ["1", "北京市", "90.1"], label="表3")
    assert known(r) == {}


def test_two_panels(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["政策名称", "文号", "政策名称", "文号"],
        ["关于加强数字政府建设的指导意见", "国发〔2022〕14号", "“十四五”数字经济发展规划", "国发〔2021〕29号"],
        bands=[(0, 2), (2, 4)],
    )
    assert {t: n for t, (n, *_) in known(r).items()} == {
        "关于加强数字政府建设的指导意见": "国发〔2022〕14号",
        "“十四五”数字经济发展规划": "国发〔2021〕29号",
    }


def test_missing_separators_in_a_list_of_issuers(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["政策名称", "发布主体"],
        ["《关于“人工智能+交通运输”的实施意见》", "交通运输部、国家数据局国家铁路局、中国民用航空局、\n国家邮政局"],
    )
    (policy,) = policies.find(r)
    assert policy.issuers == ["交通运输部", "国家数据局", "国家铁路局", "中国民用航空局", "国家邮政局"]


def test_a_row_with_a_number_needs_no_genre(make_reading):
    r = table(
        make_reading(["见下表。"]),
        ["序号", "文件名称", "文号", "制定机关"],
        ["1", "新型智慧城市建设指标（第2部分：市级指标）", "DB37/T 3890.2—2020", "省市场监管局"],
        ["2", "数字化改革“一本账”S2", "浙数改〔2022〕3号", "浙江省委改革办"],
        ["3", "会议室预订情况", "—", "办公室"],
    )
    found = {p.title: (p.document_number, p.kind) for p in policies.find(r)}
    assert found == {
        "新型智慧城市建设指标（第2部分：市级指标）": ("DB37/T 3890.2—2020".replace("—", "-"), "标准"),
        "数字化改革“一本账”S2": ("浙数改〔2022〕3号", None),
    }
