/* The graph page: fetches the graph that the form asks for, draws it, tells of the node that is chosen. */
(() => {
  const { basis, css, dark, merge } = window.kbCharts;
  const FORCES_UP_TO = 250; // nodes; larger graphs stand where the server puts them
  const LABELS = 40;

  document.addEventListener("DOMContentLoaded", () => {
    const element = document.getElementById("graph");
    const form = document.getElementById("graph-form");
    const note = document.getElementById("graph-note");
    const side = document.getElementById("graph-side");
    let graph = null;

    const boxes = [...form.querySelectorAll("input[name=kind]")];
    const KINDS = boxes.map((box) => box.value); // a kind has the same colour in every view
    const shown = () => boxes.filter((box) => !box.closest("label").hidden);

    // the view of policies and cities has two kinds only
    const offer = () => {
      const narrow = form.elements.view && form.elements.view.value !== "all";
      for (const box of boxes) box.closest("label").hidden = narrow && !("narrow" in box.closest("label").dataset);
    };

    // all boxes ticked is the same as none named; none ticked leaves nothing
    const query = () => {
      const params = new URLSearchParams(new FormData(form));
      params.delete("kind");
      for (const [key, value] of [...params]) if (!value) params.delete(key);
      const ticked = shown().filter((box) => box.checked);
      if (ticked.length < shown().length) for (const kind of ticked.length ? ticked.map((box) => box.value) : ["none"]) params.append("kind", kind);
      return params.toString();
    };

    const option = () => {
      const room = Math.min(element.clientWidth, element.clientHeight * 1.3) / 780; // a phone's box is smaller than a desk's
      const forces = graph.nodes.length <= FORCES_UP_TO;
      const labelled = new Set([...graph.nodes].sort((a, b) => b.ties - a.ties).slice(0, LABELS).map((n) => n.id));
      const longest = room < 0.7 ? 9 : 14;
      const label = (n) => (n.name.length > longest ? `${n.name.slice(0, longest - 1)}…` : n.name);
      return {
        tooltip: { formatter: ({ dataType, data }) => echarts.format.encodeHTML(dataType === "edge" ? data.words + (data.years.length ? ` ${data.years.join("、")}` : "") : data.full) },
        series: [{
          type: "graph",
          layout: forces ? "force" : "none",
          roam: true,
          scaleLimit: { min: 0.3, max: 12 },
          top: 24, bottom: 24, left: 24, right: 24,
          preserveAspect: "contain",
          force: {
            repulsion: (graph.nodes.length < 60 ? 1000 : 150) * room, gravity: room < 0.7 ? 0.25 : 0.12, friction: 0.3,
            edgeLength: (graph.nodes.length < 60 ? [80, 200] : [40, 140]).map((v) => v * room), layoutAnimation: graph.nodes.length < 120,
          },
          categories: KINDS.map((kind) => ({ name: kind })),
          data: graph.nodes.map((n) => ({
            id: n.id, name: n.id, full: n.name, node: n, category: KINDS.indexOf(n.kind),
            ...(forces ? {} : { x: n.at[0] * 12, y: n.at[1] * 12 }),
            symbolSize: Math.min((graph.nodes.length < 60 ? 14 : 7) + 2.4 * Math.sqrt(n.ties), forces ? 36 : 22),
            label: { show: labelled.has(n.id), formatter: label(n), position: forces && room < 0.7 ? "bottom" : "right", color: css("--ink"), fontSize: 12 },
          })),
          links: graph.edges.map((e) => ({ source: e.source, target: e.target, words: e.words, years: e.years })),
          lineStyle: { color: css("--soft"), opacity: forces ? 0.45 : 0.18, curveness: forces ? 0.08 : 0 },
          edgeSymbol: forces ? ["none", "arrow"] : ["none", "none"],
          edgeSymbolSize: 6,
          labelLayout: { hideOverlap: true },
          emphasis: { focus: "adjacency", label: { show: true }, lineStyle: { opacity: 0.9, width: 1.6 } },
          large: !forces,
        }],
      };
    };

    const link = (text, href, more = "") => {
      const a = document.createElement("a");
      a.textContent = text;
      a.href = href;
      if (more) a.className = more;
      return a;
    };

    const choose = (id) => {
      const node = graph.nodes.find((n) => n.id === id);
      if (!node) return;
      const names = new Map(graph.nodes.map((n) => [n.id, n.name]));
      side.replaceChildren();
      const head = document.createElement("h2");
      head.append(link(node.name, node.href));
      const kind = document.createElement("p");
      kind.className = "soft small";
      kind.textContent = `${graph.kinds[node.kind]} · ${node.ties} 条联系 ties`;
      const list = document.createElement("ul");
      list.className = "plain small";
      const ties = graph.edges.filter((e) => e.source === id || e.target === id);
      for (const edge of ties.slice(0, 60)) {
        const other = edge.source === id ? edge.target : edge.source;
        const item = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "plain-button";
        button.textContent = names.get(other) ?? other;
        button.addEventListener("click", () => choose(other));
        const words = document.createElement("span");
        words.className = "soft";
        words.textContent = ` ${edge.words}`;
        item.append(button, words);
        list.append(item);
      }
      const near = new URLSearchParams({ node: id });
      side.append(head, kind);
      if (form.elements.node?.value !== id) side.append(link("只看它的周围 Its neighbourhood", `${form.action}?${near}`, "button"));
      side.append(list);
      const chart = echarts.getInstanceByDom(element);
      chart.dispatchAction({ type: "downplay" });
      chart.dispatchAction({ type: "highlight", seriesIndex: 0, name: id });
    };

    const draw = () => {
      echarts.getInstanceByDom(element)?.dispose();
      const chart = echarts.init(element, null, { renderer: "canvas" });
      chart.setOption(merge(basis(), option()));
      chart.on("click", ({ dataType, data }) => dataType === "node" && choose(data.id));
      element.dataset.nodes = graph.nodes.length;
    };

    const load = async () => {
      note.textContent = "正在画… Drawing…";
      for (const a of document.querySelectorAll(".graph-export")) a.href = `${a.href.split("?")[0]}?${query()}`;
      const response = await fetch(`${element.dataset.source}?${query()}`);
      if (!response.ok) {
        note.textContent = "图太大或不存在，请按年份缩小 Too large, or not there: choose a year";
        return;
      }
      graph = await response.json();
      document.getElementById("graph-names").replaceChildren(
        ...graph.nodes.slice(0, 2000).map((n) => Object.assign(document.createElement("option"), { value: n.name })),
      );
      note.textContent = graph.nodes.length
        ? `${graph.nodes.length} 个节点 nodes，${graph.edges.length} 条联系 ties${graph.left_out ? `；另有 ${graph.left_out} 个未画 more not drawn` : ""}`
        : "没有可画的：换个年份或多选几类 Nothing to draw: choose another year or more kinds";
      draw();
      const asked = new URLSearchParams(new FormData(form)).get("node");
      if (asked) choose(asked);
    };

    form.addEventListener("change", (event) => {
      if (event.target.id === "graph-find") {
        const found = graph?.nodes.find((n) => n.name === event.target.value) ?? graph?.nodes.find((n) => n.name.includes(event.target.value));
        if (found && event.target.value) choose(found.id);
        return;
      }
      offer();
      history.replaceState(null, "", `${form.action}?${query()}`);
      load();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    dark.addEventListener("change", () => graph && draw());
    window.addEventListener("resize", () => echarts.getInstanceByDom(element)?.resize());
    load();
  });
})();
