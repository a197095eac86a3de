import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { SERIES, STYLE } from "../economy/plot";
import { histories, monthOf, nameOf } from "./portfolio";
import type { PortfolioResult } from "./types";

/** The totals behind the progress, by date, with a mark where each ambition is. */
export function OverTime({ run }: { run: PortfolioResult }) {
  const { t, language } = useLanguage();
  const words = t.portfolio;
  const plot = useCallback((): Plot.PlotOptions => {
    const lines = histories(run).map((one) => ({ ...one, name: `${nameOf(run, one.solution)}, ${words.facts[one.fact] ?? one.fact}` }));
    const points = lines.flatMap((one) => one.points.map((point) => ({ ...point, name: one.name })));
    const aims = lines.filter((one) => one.by);
    const most = Math.max(1, ...points.map((one) => one.count), ...aims.map((one) => one.target));
    return {
      height: 300,
      marginLeft: 48,
      marginRight: 60,
      style: STYLE,
      x: { type: "utc", label: null, grid: true, ticks: "3 months", tickFormat: (day: Date) => monthOf(day, language) },
      y: { label: words.count, grid: true, domain: [0, most], nice: true },
      color: { domain: lines.map((one) => one.name), range: SERIES, legend: true },
      marks: [
        Plot.line(points, { x: "day", y: "count", stroke: "name", strokeWidth: 2 }),
        Plot.dot(points, { x: "day", y: "count", fill: "name", r: 4 }),
        Plot.dot(aims, { x: "by", y: "target", stroke: "name", symbol: "diamond", r: 6, strokeWidth: 2.5 }),
        Plot.text(aims, { x: "by", y: "target", text: (one: { target: number }) => String(one.target), dx: 12, textAnchor: "start", fill: "currentColor" }),
      ],
    };
  }, [run, words, language]);
  if (run.totals.length === 0) return null;
  return (
    <Chart
      title={words.totals}
      note={words.totalsHint}
      summary={words.totalsSummary(run.totals.length)}
      plot={plot}
      items={run.totals}
      rowKey={(one) => `${one.solution}/${one.fact}/${one.date}/${one.source}`}
      columns={[
        { title: words.solution, cell: (one) => nameOf(run, one.solution) },
        { title: words.fact, cell: (one) => words.facts[one.fact] ?? one.fact },
        { title: words.date, cell: (one) => one.date },
        { title: words.count, cell: (one) => one.count, className: "number" },
        { title: words.note, cell: (one) => one.note, className: "wrap" },
        { title: words.source, cell: (one) => <span className="subtle small">{one.source}</span>, className: "wrap" },
      ]}
    />
  );
}
