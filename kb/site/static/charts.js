/* Draws each .chart of the page with ECharts, in the page's own colours; again when the system turns dark or light. */
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colours = () => Array.from({ length: 10 }, (_, i) => css(`--c${i + 1}`));
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const basis = () => ({
    color: colours(),
    textStyle: { color: css("--ink"), fontFamily: css("--sans") },
    animation: !window.matchMedia("(prefers-reduced-motion: reduce), print").matches,
    tooltip: { backgroundColor: css("--card"), borderColor: css("--line"), textStyle: { color: css("--ink") }, confine: true },
    aria: { enabled: true },
  });
  const axis = (more) => ({
    axisLine: { lineStyle: { color: css("--line") } },
    axisLabel: { color: css("--soft") },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: css("--line") } },
    ...more,
  });

  const kinds = {
    // [{name, points: [[year, rank], ...]}]: rank 1 on top; a line that is `derived` is dashed, lies below the others, and
    // has no marks of its own in the years that are `printed`
    ranks: (lines) => ({
      tooltip: { trigger: "axis" },
      title: { show: lines.length === 1, text: lines[0]?.name, left: "center", top: 0, textStyle: { color: css("--soft"), fontSize: 12, fontWeight: "normal" } },
      legend: { bottom: 0, type: "scroll", textStyle: { color: css("--ink") }, pageTextStyle: { color: css("--ink") }, pageIconColor: css("--ink"), pageIconInactiveColor: css("--line"), show: lines.length > 1 },
      grid: { left: 44, right: 24, top: 30, bottom: lines.length > 1 ? 56 : 32 },
      xAxis: axis({ type: "category", data: [...new Set(lines.flatMap((l) => l.points.map((p) => String(p[0]))))].sort() }),
      yAxis: axis({ type: "value", inverse: true, min: (v) => Math.max(1, Math.floor(v.min - Math.max((v.max - v.min) / 3, 3))), max: (v) => Math.ceil(v.max + Math.max((v.max - v.min) / 6, 1)), minInterval: 1, name: "名次", nameLocation: "start", nameTextStyle: { color: css("--soft") } }),
      series: lines.map((l) => ({
        name: l.name,
        type: "line",
        symbol: l.derived ? "emptyDiamond" : "circle",
        symbolSize: l.derived ? 11 : 9,
        z: l.derived ? 2 : 3,
        lineStyle: { type: l.derived ? "dashed" : "solid", width: 2 },
        data: l.points.map(([year, rank]) =>
          l.printed?.includes(year) ? { value: [String(year), rank], symbol: "none", label: { show: false } } : [String(year), rank],
        ),
        label: { show: true, position: "top", color: css("--ink") },
      })),
    }),
    // [{name, value}]: the first on top
    bars: (rows, element) => ({
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      grid: { left: 8, right: 40, top: 4, bottom: 4, containLabel: true },
      xAxis: axis({ type: "value", show: false }),
      yAxis: axis({ type: "category", inverse: true, data: rows.map((r) => r.name), axisLabel: { color: css("--ink"), width: Math.min(element.clientWidth * 0.42, 360), overflow: "truncate" } }),
      series: [{ type: "bar", data: rows.map((r) => r.value), barMaxWidth: 18, label: { show: true, position: "right", color: css("--ink") }, itemStyle: { borderRadius: 3 } }],
    }),
  };
  window.kbCharts = { kinds, basis, axis, css, dark };

  const merge = (base, option) => ({ ...base, ...option, tooltip: { ...base.tooltip, ...option.tooltip } });
  window.kbCharts.merge = merge;

  const draw = () => {
    for (const element of document.querySelectorAll(".chart[data-chart]")) {
      const make = kinds[element.dataset.chart];
      const held = element.querySelector("script[type='application/json']");
      if (!make || (!held && !element.kbData) || !element.clientHeight) continue;
      element.kbData ??= JSON.parse(held.textContent);
      echarts.getInstanceByDom(element)?.dispose();
      echarts.init(element, null, { renderer: "svg" }).setOption(merge(basis(), make(element.kbData, element)));
      element.dispatchEvent(new Event("kb:drawn", { bubbles: true }));
    }
  };
  window.kbCharts.draw = draw;
  document.addEventListener("DOMContentLoaded", draw);
  dark.addEventListener("change", draw);
  window.matchMedia("print").addEventListener("change", draw); // paper has its own width and colours
  window.addEventListener("resize", () => {
    for (const element of document.querySelectorAll(".chart[data-chart]")) echarts.getInstanceByDom(element)?.resize();
  });
})();
