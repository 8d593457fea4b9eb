/* Draws each .chart of the page with ECharts, in the page's own colours; again when the system turns dark or light. */
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const COLOURS = ["#a8322a", "#1b5591", "#2b6e4f", "#8a5a00", "#6b4c9a", "#0f7a86", "#b1642c", "#5b6068", "#8c2f6b", "#567a1f"];
  const DARK = ["#ef8478", "#8dbcf0", "#7cc8a2", "#e0b25c", "#b79be0", "#6fc6cf", "#e0a070", "#a2a8b0", "#e08cc0", "#a8cf6a"];
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const basis = () => ({
    color: dark.matches ? DARK : COLOURS,
    textStyle: { color: css("--ink"), fontFamily: css("--sans") },
    animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
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
    // [{name, points: [[year, rank], ...]}]: rank 1 on top
    ranks: (lines) => ({
      tooltip: { trigger: "axis" },
      legend: { bottom: 0, textStyle: { color: css("--ink") }, show: lines.length > 1 },
      grid: { left: 44, right: 24, top: 24, bottom: lines.length > 1 ? 56 : 32 },
      xAxis: axis({ type: "category", data: [...new Set(lines.flatMap((l) => l.points.map((p) => String(p[0]))))].sort() }),
      yAxis: axis({ type: "value", inverse: true, min: (v) => Math.max(1, Math.floor(v.min - Math.max(v.max - v.min, 4))), minInterval: 1, name: "名次", nameLocation: "start", nameTextStyle: { color: css("--soft") } }),
      series: lines.map((l) => ({
        name: l.name,
        type: "line",
        symbolSize: 9,
        data: l.points.map(([year, rank]) => [String(year), rank]),
        label: { show: true, position: "top", color: css("--ink") },
      })),
    }),
    // [{name, value}]: the first on top
    bars: (rows) => ({
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      grid: { left: 8, right: 40, top: 4, bottom: 4, containLabel: true },
      xAxis: axis({ type: "value", show: false }),
      yAxis: axis({ type: "category", inverse: true, data: rows.map((r) => r.name), axisLabel: { color: css("--ink"), width: 130, overflow: "truncate" } }),
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
  window.addEventListener("resize", () => {
    for (const element of document.querySelectorAll(".chart[data-chart]")) echarts.getInstanceByDom(element)?.resize();
  });
})();
