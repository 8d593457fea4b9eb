"""A file that codes its characters as radicals: facts say what a reader sees, their evidence what the file holds."""

import typst

from extract.paper import extract_paper

PAGE = """
#set page(width: 420pt, height: 300pt)
#set text(font: "Noto Sans CJK SC", size: 11pt)
#text(size: 18pt)[*⻓沙：以⽤促建*]

⻓沙市⼈⺠政府印发《⻓沙市新型智慧城市⾏动⽅案（2020—2022年）》，建成⻓沙城市⼤脑平台，接⼊⼀⽹统管事项120项。
"""


def test_radicals_are_characters() -> None:
    paper = extract_paper(typst.compile(PAGE.encode()))
    (policy,) = paper.policies
    (platform,) = paper.platforms
    assert policy.title == "长沙市新型智慧城市行动方案（2020—2022年）"
    assert policy.issuers == ["长沙市人民政府"]
    assert policy.mentions[0].as_printed == "《长沙市新型智慧城市行动方案（2020—2022年）》"
    assert (platform.city, platform.name) == ("长沙市", "长沙城市大脑平台")
    assert paper.document.title == "长沙：以用促建"


def test_evidence_is_what_the_file_holds() -> None:
    paper = extract_paper(typst.compile(PAGE.encode()))
    assert any("⻓沙城市⼤脑平台" in e.text for e in paper.platforms[0].evidence)
    assert "接⼊⼀⽹统管" in paper.pages[0].text
