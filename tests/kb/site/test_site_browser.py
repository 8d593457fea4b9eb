"""The site in real Chromium: no error in the console, no request to another host, and it does what it should."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
PHONE = {"width": 390, "height": 844}
PAGES = [
    "/", "/-/papers", "/-/paper/paper-2021", "/-/cities", "/-/place/370100", "/-/policies", "/-/policy/国发〔2021〕29号",
    "/-/rankings", "/-/ranking/paper-2022/表1", "/-/audit", "/-/about", "/-/help", "/-/graph", "/-/graph?view=all", "/-/graph?node=place:370100", "/-/map", "/-/search?q=济南",
    "/-/evidence/platforms:济南市/城市大脑", "/whitepapers", "/whitepapers/ranking_entries", "/whitepapers/documents/paper-2021",
    "/whitepapers/where_a_city_is_ranked?city=济南市", "/whitepapers?sql=select+1",
]  # fmt: skip

expect.set_options(timeout=20_000)  # a loaded machine is slow, not wrong

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")]


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `kb serve` serves the base, as it prints it."""
    said = tmp_path_factory.mktemp("serve") / "said.txt"
    command = [
        sys.executable,
        "-uc",
        "from kb.cli import main; main()",
        "serve",
        "--db",
        str(folder / "whitepapers.db"),
        "--port",
        "0",
    ]
    with said.open("w") as out, subprocess.Popen(command, stdout=out, stderr=out) as server:
        found = None
        for _ in range(600):
            if found := re.search(r"http://\S+(?=/)", said.read_text("utf-8")):
                break
            time.sleep(0.1)
        assert found, f"kb serve printed no address: {said.read_text('utf-8')}"
        yield found[0]
        server.terminate()
        assert server.wait(10) in (0, -15)
    assert "Traceback" not in said.read_text("utf-8")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


class Watched:
    """A page whose console and requests are watched."""

    def __init__(self, context: BrowserContext, address: str):
        self.address = address
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda r: None if r.url.startswith((address, "data:")) else self.wrong.append(r.url))
        self.page.on("response", lambda r: self.wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def watched(chromium: Browser, address: str) -> Iterator[Watched]:
    context = chromium.new_context(viewport={"width": 1280, "height": 860})
    watched = Watched(context, address)
    yield watched
    context.close()
    assert watched.wrong == []


@pytest.mark.parametrize("path", PAGES)
def test_each_page_loads_clean_and_fits_a_phone(watched: Watched, path: str) -> None:
    page = watched.open(path)
    assert page.title()
    expect(page.locator("h1")).to_have_count(1)
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_home_page_leads_on(watched: Watched) -> None:
    page = watched.open("/")
    expect(page.locator("h1")).to_have_text("中国城市白皮书知识库")
    page.fill(".find-large input", "城市大脑")
    page.press(".find-large input", "Enter")
    expect(page.locator("mark").first).to_have_text("城市大脑")
    page.click("text=平台 >> nth=0")


def test_a_tables_own_search_finds_济南(watched: Watched) -> None:
    page = watched.open("/whitepapers/ranking_entries")
    page.fill("#_search", "济南")
    page.press("#_search", "Enter")
    cities = page.locator("td.col-city")
    page.wait_for_url("**_search=**")
    expect(cities.first).to_be_visible()
    assert set(cities.all_inner_texts()) == {"济南市"}


def test_a_column_can_be_sorted_by_keyboard(watched: Watched) -> None:
    page = watched.open("/whitepapers/ranking_entries?document=paper-2022")
    page.focus("th[data-column=score] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**_sort=score**")
    scores = [float(text) for text in page.locator("td.col-score").all_inner_texts() if text != "—"]
    assert scores == sorted(scores)


def test_the_column_menu_is_in_chinese(watched: Watched) -> None:
    page = watched.open("/whitepapers/ranking_entries")
    page.click("th[data-column=score] svg")
    expect(page.locator(".dropdown-sort-asc")).to_have_text(re.compile("由小到大"))
    expect(page.locator(".dropdown-column-description")).to_contain_text("得分")


def test_a_row_leads_to_what_points_at_it(watched: Watched) -> None:
    page = watched.open("/whitepapers/documents/paper-2021")
    expect(page.locator("dl.record")).to_contain_text("样例研究院")
    page.click("a:has-text('榜单条目')")
    expect(page.locator("h1")).to_contain_text("榜单条目")


def test_a_canned_query_answers_with_choices(watched: Watched) -> None:
    page = watched.open("/whitepapers/where_a_city_is_ranked?city=济南市")
    expect(page.locator("tbody tr")).to_have_count(3)
    page.get_by_label("城市 City").select_option("青岛市")
    page.click("input[type=submit]")
    expect(page.locator("tbody")).to_contain_text("样例百强榜")
    assert page.locator("select[name=city]").input_value() == "青岛市"


def test_a_query_that_takes_any_words_helps_to_type_them(watched: Watched) -> None:
    page = watched.open("/whitepapers/who_cites_a_policy?title_words=数字经济")
    titles = page.locator("datalist option").evaluate_all("options => options.map(o => o.value)")
    assert "“十四五”数字经济发展规划" in titles


def test_the_city_page_draws_its_chart_and_marks_its_facts(watched: Watched) -> None:
    page = watched.open("/-/place/370100")
    expect(page.locator(".chart[data-chart=ranks] svg")).to_be_visible()
    facts = page.locator(".case a.fact").all_inner_texts()
    assert {"城市大脑", "18万多家"} <= set(facts)


def test_the_ranking_filters_as_one_types(watched: Watched) -> None:
    page = watched.open("/-/ranking/paper-2022/表1")
    page.fill("input[data-filter]", "成都")
    expect(page.locator("#entries tbody tr:visible")).to_have_count(1)
    expect(page.locator(".chart[data-chart=bars] svg")).to_have_count(1)


def test_the_graph_draws_filters_and_tells_of_a_node(watched: Watched) -> None:
    page = watched.open("/-/graph")
    expect(page.locator("#graph[data-nodes] canvas").first).to_be_visible()
    page.fill("#graph-find", "郑州市")
    page.press("#graph-find", "Enter")
    page.locator("#graph-find").blur()
    expect(page.locator("#graph-side h2")).to_have_text("郑州市")
    expect(page.locator("#graph-side")).to_contain_text("“十四五”数字经济发展规划")
    page.select_option("select[name=view]", "all")
    expect(page.locator("#graph-note")).to_contain_text("个节点")
    page.wait_for_url("**view=all**")
    assert "view=all" in (page.locator(".graph-export").first.get_attribute("href") or "")


def test_the_graphs_kinds_are_chosen_by_keyboard(watched: Watched) -> None:
    page = watched.open("/-/graph?view=all")
    expect(page.locator("#graph[data-nodes]")).to_be_visible()
    before = page.locator("#graph-note").inner_text()
    boxes = page.get_by_role("checkbox")
    assert boxes.count() == 10
    for name in ("榜单", "文献"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    page.wait_for_url("**kind=place**")
    assert "kind=ranking" not in page.url
    expect(page.locator("#graph-note")).not_to_have_text(before)
    export = page.locator(".graph-export").first.get_attribute("href") or ""
    assert "kind=place" in export
    assert "kind=ranking" not in export
    page.reload()
    expect(page.get_by_role("checkbox", name="榜单")).not_to_be_checked()
    page.select_option("select[name=view]", "")
    expect(boxes).to_have_count(2)


def test_the_graph_stays_usable_at_5000_nodes(watched: Watched) -> None:
    nodes = [
        {"id": f"place:{n}", "kind": "place", "name": f"地{n}", "ties": 2, "href": "/", "at": [n % 70, n // 70]}
        for n in range(5000)
    ]
    edges = [
        {"source": f"place:{n}", "target": f"place:{(n * 7 + 1) % 5000}", "words": "引用", "years": []}
        for n in range(5000)
    ]
    graph = {"kinds": {"place": "地方 Place"}, "nodes": nodes, "edges": edges, "left_out": 0}
    watched.page.route("**/data.json*", lambda route: route.fulfill(json=graph))
    page = watched.open("/-/graph")
    expect(page.locator("#graph[data-nodes='5000']")).to_be_visible(timeout=20_000)
    page.fill("#graph-find", "地4321")
    page.locator("#graph-find").blur()
    expect(page.locator("#graph-side h2")).to_have_text("地4321", timeout=20_000)


def test_the_map_draws_and_changes_its_ranking(watched: Watched) -> None:
    page = watched.open("/-/map")
    expect(page.locator(".map-chart svg")).to_be_visible()
    page.select_option("select[name=ranking]", "paper-2021/表1")
    page.wait_for_url("**ranking=paper-2021**")
    expect(page.locator(".map-chart")).to_contain_text("济南")


def test_tooltips_show_names_as_text(watched: Watched) -> None:
    page = watched.open("/-/map")
    told = page.evaluate(
        """() => {
          const name = "<img src=x onerror=alert(1)>", point = { name, at: [117, 36], rank: 1, score: 2 };
          const option = window.kbCharts.kinds.map([point], document.querySelector(".map-chart"));
          return option.tooltip.formatter({ data: { name, point } });
        }"""
    )
    assert told.startswith("&lt;img")


def test_the_evidence_page_shows_the_picture(watched: Watched) -> None:
    page = watched.open("/-/evidence/platforms:济南市/城市大脑")
    assert (
        page.locator("img.page-strip").first.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1190
    )


@pytest.mark.parametrize("path", ["/-/place/370100", "/-/search?q=济南", "/whitepapers?sql=select+1"])
def test_dark_mode_follows_the_system_and_contrast_holds(chromium: Browser, address: str, path: str) -> None:
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}{path}")
        poor = page.evaluate(CONTRAST)
        context.close()
        assert poor == [], scheme


CONTRAST = """() => {
  const rgb = (text) => (text.match(/[\\d.]+/g) || []).map((v) => text.startsWith("color(") ? v * 255 : Number(v));
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const under = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length && (c.length < 4 || c[3] > 0.8)) return c; } return [255, 255, 255]; };
  const poor = [];
  for (const e of document.querySelectorAll("main a, main p, main td, main th, main h1, main h2, main span, main mark, main .CodeMirror, nav a")) {
    if (!e.textContent.trim() || !e.checkVisibility() || e.closest(".chart, .sr-only")) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(under(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}"""


def test_a_citys_page_prints_light_and_whole(chromium: Browser, address: str) -> None:
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/-/place/370100")
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    hidden = page.locator(".top, .jump, .see:visible, .find").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).length"
    )
    context.close()
    assert ink == ["rgb(29, 33, 37)", "rgb(255, 255, 255)"]
    assert hidden == 0


def test_the_reference_of_a_page_is_copied(chromium: Browser, address: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/-/evidence/platforms:济南市/城市大脑")
    page.click("button[data-copy]")
    expect(page.locator("button[data-copy]").first).to_contain_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert re.fullmatch(r"样例研究院\. .+\[R\]\. 20\d\d: \d+\.", copied)


def test_each_control_has_a_name_and_each_table_its_heads(watched: Watched) -> None:
    for path in PAGES:
        assert watched.open(path).evaluate(NAMELESS) == [], path


NAMELESS = """() => {
  const name = (e) => (e.getAttribute("aria-label") || e.title || e.textContent || [...(e.labels || [])].map((l) => l.textContent).join("")
    || e.querySelector("img")?.alt || (e.type === "submit" && e.value) || "").trim();
  const asked = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea")]
    .filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.closest("[aria-hidden=true], .CodeMirror") && !name(e));
  const images = [...document.querySelectorAll("img:not([alt]), [role=img]:not([aria-label])")];
  const heads = [...document.querySelectorAll("th:not([scope])")];
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((h) => Number(h.tagName[1]));
  const skipped = levels.filter((level, i) => i && level > levels[i - 1] + 1).map((level) => `h${level} after a higher one`);
  const landmarks = ["header", "main", "footer", "nav[aria-label]"].filter((one) => !document.querySelector(one));
  return [...asked, ...images, ...heads].map((e) => e.outerHTML.slice(0, 90)).concat(skipped, landmarks);
}"""


def test_the_slash_key_goes_to_the_search_box(watched: Watched) -> None:
    page = watched.open("/-/cities")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_long_texts_unfold_by_keyboard(watched: Watched) -> None:
    page = watched.open("/whitepapers/passages?_search=城市大脑")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div class=fold tabindex=0>长</div>')")
    page.focus("body > .fold")
    page.keyboard.press("Enter")
    expect(page.locator("body > .fold.open")).to_have_count(1)


@pytest.mark.parametrize(
    ("table", "column", "width"), [("measurements", "unit", 1280), ("rank_changes", "change", PHONE["width"])]
)
def test_what_a_row_says_is_seen_without_scrolling(watched: Watched, table: str, column: str, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": PHONE["height"]})
    page = watched.open(f"/whitepapers/{table}")
    box = page.locator(f"th.col-{column}").bounding_box()
    assert box and box["x"] + box["width"] <= width
