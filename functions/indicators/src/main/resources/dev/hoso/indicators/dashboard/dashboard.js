// Makes charts of the page's tables, and brings fresh figures every half minute. Without it the page is complete.
"use strict";
(() => {
  const EVERY = 30_000;
  const COLOURS = ["#1d70b8", "#0b3d73", "#a30000"];
  // Lines differ by dash and point as well: colour alone tells nothing.
  const DASHES = [[], [8, 4], [2, 3]];
  const POINTS = ["circle", "triangle", "rect"];
  const charts = new Map();

  /** What a table says: its heads, its row heads, and its values column by column. */
  function read(table, newestFirst) {
    const rows = [...table.tBodies[0].rows];
    if (newestFirst) rows.reverse();
    const heads = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
    const columns = heads.map((head, n) => ({
      head,
      values: rows.map(row => row.cells[n + 1].dataset.value).filter(it => it !== undefined).map(Number),
    })).filter(column => column.values.length === rows.length);
    return { labels: rows.map(row => row.cells[0].textContent.trim()), columns };
  }

  /** In lines that a phone has room for beside the bars. */
  function lines(label) {
    const lines = [];
    for (const word of label.split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < 20) lines[lines.length - 1] = last + " " + word;
      else lines.push(word);
    }
    return lines;
  }

  function datasets(columns, line) {
    return columns.map(({ head, values }, n) => ({
      label: head, data: values, borderColor: COLOURS[n], backgroundColor: COLOURS[n],
      ...(line ? { borderDash: DASHES[n], pointStyle: POINTS[n], pointRadius: 3, borderWidth: 2, tension: 0 } : { barPercentage: .7 }),
    }));
  }

  function options(line) {
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const count = { beginAtZero: true, ticks: { precision: 0, callback: it => number.format(it), maxTicksLimit: line ? 6 : 4, maxRotation: 0 } };
    const names = { grid: { display: false }, ticks: { autoSkipPadding: 16, maxRotation: 0 } };
    return {
      animation: false, responsive: true, maintainAspectRatio: false, locale: document.documentElement.lang,
      indexAxis: line ? "x" : "y",
      interaction: { mode: "index", intersect: false, axis: line ? "x" : "y" },
      scales: line ? { x: names, y: count } : { x: count, y: { ...names, ticks: { autoSkip: false } } },
      plugins: { legend: { display: line, position: "bottom", labels: { usePointStyle: true, boxHeight: 8, padding: 16 } } },
    };
  }

  function draw(plot) {
    const table = document.getElementById(plot.dataset.table);
    const line = plot.dataset.chart === "line";
    const { labels, columns } = read(table, line);
    plot.hidden = false;
    if (!line) plot.style.height = `${labels.length * 2.1 + 2.5}rem`;
    const data = { labels: line ? labels : labels.map(lines), datasets: datasets(columns, line) };
    const chart = charts.get(plot.dataset.table);
    if (chart) {
      chart.data = data;
      chart.update();
      return;
    }
    const canvas = plot.appendChild(document.createElement("canvas"));
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", table.caption.textContent.trim());
    charts.set(plot.dataset.table, new Chart(canvas, { type: plot.dataset.chart, data, options: options(line) }));
    // The chart shows the same; the table stays one click away.
    const details = table.closest("details");
    if (details) details.open = false;
  }

  function drawAll() {
    const size = parseFloat(getComputedStyle(document.body).fontSize);
    Chart.defaults.font = { ...Chart.defaults.font, family: "system-ui, sans-serif", size: size * .8 };
    Chart.defaults.color = "#111";
    document.querySelectorAll("[data-chart]").forEach(draw);
  }

  /** Changes what differs and leaves the rest, and with it focus, scrolling and what is folded open. */
  function renew(old, fresh) {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE || old.matches("form, [data-chart]")) return;
    for (const { name, value } of fresh.attributes) {
      if (name !== "open" && old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    if (old.childNodes.length !== fresh.childNodes.length
        || [...old.childNodes].some((node, n) => node.nodeName !== fresh.childNodes[n].nodeName)) {
      old.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
      return;
    }
    [...old.childNodes].forEach((node, n) => renew(node, fresh.childNodes[n]));
  }

  async function refresh() {
    if (document.hidden) return;
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    renew(document.getElementById("main"), fresh.getElementById("main"));
    drawAll();
  }

  drawAll();
  // Offline for a moment: the time on the page says how old its figures are, and the next try may do.
  const tryRefresh = () => refresh().catch(() => {});
  setInterval(tryRefresh, EVERY);
  document.addEventListener("visibilitychange", tryRefresh);
  // A closed table would be left out on paper.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(it => { it.open = true; }));
})();
