/* The map: a ranking's places by longitude and latitude, over the user's own borders where they are configured. */
(() => {
  const { kinds, axis, css } = window.kbCharts;
  const LATITUDE = 1.25; // a degree of latitude is longer than one of longitude at China's latitudes

  const bounds = (values, room) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return [low - room, high + room];
  };

  kinds.map = (points, element) => {
    const small = element.clientHeight < 400; // the one on the home page, or on a phone
    const [west, east] = bounds(points.map((p) => p.at[0]), 2);
    const [south, north] = bounds(points.map((p) => p.at[1]), 1.6);
    const scale = Math.min((element.clientWidth - (small ? 10 : 60)) / (east - west), (element.clientHeight - (small ? 10 : 60)) / ((north - south) * LATITUDE));
    const [width, height] = [(east - west) * scale, (north - south) * LATITUDE * scale];
    const ranked = points.filter((p) => p.rank);
    const last = Math.max(...ranked.map((p) => p.rank), 1);
    const size = (p) => (p.rank ? 9 + 17 * (1 - (p.rank - 1) / last) : 11) * (small ? 0.6 : 1);
    const box = { left: (element.clientWidth - width) / 2, top: (element.clientHeight - height) / 2, width, height };
    const geo = element.kbBorders && { map: "borders", roam: false, silent: true, ...box, boundingCoords: [[west, north], [east, south]],
      itemStyle: { areaColor: css("--sunk"), borderColor: css("--line") } };
    return {
      tooltip: { formatter: ({ data }) => `${echarts.format.encodeHTML(data.name)}${data.point.rank ? ` · 第 ${data.point.rank} 名` : ""}${data.point.score == null ? "" : ` · ${data.point.score}`}` },
      grid: box,
      geo: geo || undefined,
      xAxis: axis({ type: "value", min: west, max: east, show: false }),
      yAxis: axis({ type: "value", min: south, max: north, show: false }),
      series: [{
        type: "scatter",
        data: points.map((p) => ({
          name: p.name, value: p.at, point: p, symbolSize: size(p),
          itemStyle: { opacity: 0.82, borderColor: css("--card"), borderWidth: 1 },
          label: { show: p.rank != null && p.rank <= (small ? 12 : 20), formatter: p.name.replace(/市$/, ""), position: "right", color: css("--ink"), textBorderColor: css("--card"), textBorderWidth: 2 },
        })),
        labelLayout: { hideOverlap: true },
        emphasis: { scale: 1.4, label: { show: true } },
      }],
    };
  };

  document.addEventListener("kb:drawn", ({ target }) => {
    if (target.dataset.chart !== "map") return;
    echarts.getInstanceByDom(target).on("click", ({ data }) => {
      if (data?.point?.code) location.href = target.dataset.place + data.point.code;
    });
  });
  document.addEventListener("DOMContentLoaded", async () => {
    const element = document.querySelector(".map-chart[data-borders]");
    if (!element) return;
    echarts.registerMap("borders", await (await fetch(element.dataset.borders)).json());
    element.kbBorders = true;
    window.kbCharts.draw();
  });
})();
