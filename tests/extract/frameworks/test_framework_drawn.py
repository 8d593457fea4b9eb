"""Frameworks laid out in boxes on a slide: (the slide, the name, its components with their counts)."""

import pytest
import typst

from extract.paper import extract_paper

PREAMBLE = """
#set page(width: 960pt, height: 540pt, margin: (x: 50pt, y: 40pt))
#set text(font: "Noto Sans CJK SC", size: 14pt, lang: "zh", region: "cn")
#let tile(w, h, c) = box(width: w, height: h, fill: aqua, stroke: 0.6pt, inset: 6pt, align(center + horizon, c))
#let row(h, ..words) = grid(columns: (1fr,) * words.pos().len(), column-gutter: 8pt, ..words.pos().map(t => tile(100%, h, t)))
#let beside(label, what) = grid(columns: (110pt, 1fr), column-gutter: 8pt, label, what)
#let card(h, title, says) = block(fill: silver, inset: 10pt, width: 100%, height: h)[#text(16pt)[*#title*] \\ #text(11pt, says)]
"""

SLIDES = [
    (
        """= 苏北样本：徐州建设“1+3+N”城市智能体
        #beside(tile(110pt, 60pt)[“1”个大脑], row(60pt)[城市运行大脑])
        #beside(tile(110pt, 60pt)[“3”类底座], row(60pt)[算力底座][数据底座][安全底座])
        #beside(tile(110pt, 60pt)[“N”个场景], row(60pt)[智慧水务][智慧城管][智慧应急][……])""",
        "1+3+N",
        "1 城市运行大脑 3 算力底座 3 数据底座 3 安全底座 N 智慧水务 N 智慧城管 N 智慧应急",
    ),
    (
        """= 株洲：“三梁五柱”数字化改革框架
        #beside(align(horizon)[*三梁*], row(40pt)[制度创新][流程再造][数据共享])
        #beside(align(horizon)[*五柱*], grid(columns: (1fr,) * 5, column-gutter: 30pt,
          ..("党建统领", "政务服务", "经济运行", "社会治理", "生态环境").map(t => tile(100%, 130pt, t.clusters().join(linebreak())))))""",
        "三梁五柱",
        "三梁 制度创新 三梁 流程再造 三梁 数据共享 五柱 党建统领 五柱 政务服务 五柱 经济运行 五柱 社会治理 五柱 生态环境",
    ),
    (
        """= 九江：“1+1+5”智慧水利体系
        #beside(tile(110pt, 50pt)[1张感知网], row(50pt)[布设雨量、水位、视频站点4200个])
        #beside(tile(110pt, 50pt)[1个数据底板], row(50pt)[统一地理底图与流域模型])
        #beside(tile(110pt, 50pt)[5类应用], row(50pt)[流域防洪、水资源调配、河湖管护、工程运管、农村供水])""",
        "1+1+5",
        "1 感知网 1 数据底板 5 流域防洪 5 水资源调配 5 河湖管护 5 工程运管 5 农村供水",
    ),
    (
        """= 绵阳：“一核三翼”空间格局
        #grid(columns: (1fr, 1fr), column-gutter: 16pt, block(fill: silver, inset: 12pt, width: 100%)[*一核* \\ 科学城核心区],
          block(fill: silver, inset: 12pt, width: 100%)[*三翼* \\ 江油翼 \\ 安州翼 \\ 三台翼])""",
        "一核三翼",
        "一核 科学城核心区 三翼 江油翼 三翼 安州翼 三翼 三台翼",
    ),
    (
        """= 泉州“1+2+4”数字政府总体架构
        #row(44pt)[政务服务总门户] #row(44pt)[业务中台][数据中台] #row(44pt)[公共支撑][云网设施][标准规范][安全防护]""",
        "1+2+4",
        "1 政务服务总门户 2 业务中台 2 数据中台 4 公共支撑 4 云网设施 4 标准规范 4 安全防护",
    ),
    (
        """= “民生四维”评价模型
        #grid(columns: (1fr,) * 4, ..("幼有所育", "学有优教", "病有良医", "老有颐养").map(t => align(center, circle(radius: 55pt, fill: yellow, align(center + horizon, t)))))""",
        "民生四维",
        "幼有所育 学有优教 病有良医 老有颐养",
    ),
    (
        """= 城市信息模型平台五层架构
        #for (a, b) in (("应用层", "规划审批"), ("服务层", "接口组件"), ("平台层", "模型引擎"), ("数据层", "时空数据库"), ("设施层", "感知终端")) [#beside(tile(110pt, 44pt, a), row(44pt, b))]""",
        "五层架构",
        "应用层 服务层 平台层 数据层 设施层",
    ),
    (
        """= 漳州“1+4+N”数字乡村架构
        #let ring(n) = circle(radius: 20pt, fill: orange, align(center + horizon, n))
        #beside(ring[1], row(40pt)[乡村数字大脑])
        #beside(ring[4], row(40pt)[乡村产业][乡村治理][乡村服务][乡村生态])
        #beside(ring[N], row(40pt)[竹林碳汇][白茶溯源][民宿直订])""",
        "1+4+N",
        "1 乡村数字大脑 4 乡村产业 4 乡村治理 4 乡村服务 4 乡村生态 N 竹林碳汇 N 白茶溯源 N 民宿直订",
    ),
    (
        """= 无锡：“一核四翼”布局
        #align(center, tile(220pt, 50pt)[太湖湾智算核])
        #grid(columns: (1fr, 1fr), gutter: 14pt, card(60pt)[智能制造翼][灯塔工厂], card(60pt)[车城协同翼][路侧感知], card(60pt)[智慧医疗翼][影像辅助], card(60pt)[数字文旅翼][虚拟导览])""",
        "一核四翼",
        "一核 太湖湾智算核 四翼 智能制造翼 四翼 车城协同翼 四翼 智慧医疗翼 四翼 数字文旅翼",
    ),
    (
        """= 梧州“三横两纵”总体架构
        #grid(columns: (90pt, 1fr, 40pt, 40pt), column-gutter: 8pt,
          stack(spacing: 6pt, tile(90pt, 60pt)[应用层], tile(90pt, 60pt)[支撑层], tile(90pt, 60pt)[基础层]),
          stack(spacing: 6pt, tile(100%, 60pt)[政务、治理、产业], tile(100%, 60pt)[中台、算法], tile(100%, 60pt)[云、网、端]),
          tile(40pt, 192pt, "标准规范".clusters().join(linebreak())), tile(40pt, 192pt, "安全运维".clusters().join(linebreak())))""",
        "三横两纵",
        "三横 应用层 三横 支撑层 三横 基础层 两纵 标准规范 两纵 安全运维",
    ),
    (
        """= 怎么评：四个维度看一座城市
        #align(center, text(16pt)[*智慧文旅竞争力评价指标体系*])
        #v(8pt)
        #grid(columns: (1fr,) * 4, column-gutter: 12pt, card(70pt)[服务力][预约方便], card(70pt)[管理力][客流可控], card(70pt)[传播力][口碑活跃], card(70pt)[创新力][业态领先])""",
        "智慧文旅竞争力评价指标体系",
        "服务力 管理力 传播力 创新力",
    ),
    # the cards of another matter: what a case is told under, figures
    (
        """= 昆山的“三个一流”实践
        #grid(columns: (1fr,) * 3, column-gutter: 12pt, card(80pt)[建设背景][企业多], card(80pt)[主要做法][建平台], card(80pt)[工作成效][办事快])""",
        "三个一流",
        "",
    ),
    (
        """= 宜宾推进“1+3”改革体系
        #row(60pt)[132个系统][38亿条数据][98%办结率]""",
        "1+3",
        "",
    ),
]


@pytest.fixture(scope="module")
def frameworks():
    slides = "\n#pagebreak()\n".join(source for source, _, _ in SLIDES)
    return extract_paper(typst.compile((PREAMBLE + slides).encode())).frameworks


@pytest.mark.parametrize("page", range(1, len(SLIDES) + 1), ids=[name for _, name, _ in SLIDES])
def test_what_boxes_hold_are_the_parts_of_what_the_slide_names(frameworks, page):
    _, name, parts = SLIDES[page - 1]
    found = [f for f in frameworks if f.evidence[0].page == page]
    told = [" ".join(f"{c.group} {c.name}" if c.group else c.name for c in f.components) for f in found]
    assert (told or [""]) == [parts]
    assert not parts or [(f.name, f.complete) for f in found] == [(name, True)]
