import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { number } from "../economy/money";
import { BLUE, GREY, SERIES, STYLE } from "../economy/plot";
import { nameOf } from "./portfolio";
import type { PortfolioResult, Progress } from "./types";

type Row = Progress & { name: string; about: string };

/** Bars of what is, lines of what is aimed for; the colour says which fact is counted. */
export function ProgressChart({ run }: { run: PortfolioResult }) {
  const { t, language } = useLanguage();
  const words = t.portfolio;
  const items: Row[] = run.progress.map((one) => ({
    ...one,
    name: nameOf(run, one.solution),
    about: one.now_is_other_fact ? words.otherFact : (words.facts[one.fact] ?? one.fact),
  }));
  const plot = useCallback((): Plot.PlotOptions => {
    const facts = [...new Set(items.map((one) => one.about))];
    const colour = (about: string) => (about === words.facts.in_use ? BLUE : about === words.facts.available ? SERIES[1]! : GREY);
    return {
      height: 70 + items.length * 32,
      marginLeft: 270,
      marginRight: 190,
      style: STYLE,
      x: { label: words.count, grid: true, domain: [0, Math.max(1, ...items.map((one) => Math.max(one.target, one.now ?? 0)))] },
      y: { label: null, domain: items.map((one) => one.name), tickSize: 0 },
      color: { domain: facts, range: facts.map(colour), legend: true },
      marks: [
        Plot.barX(items, { x: (one: Row) => one.now ?? 0, y: "name", fill: "about", insetTop: 5, insetBottom: 5 }),
        Plot.tickX(items, { x: "target", y: "name", strokeWidth: 3, stroke: "currentColor" }),
        Plot.text(items, {
          x: "target",
          y: "name",
          text: (one: Row) =>
            `${one.now ?? words.unknown} / ${one.target}${one.reached ? ` · ${words.reached.split(" ")[0]?.toLowerCase()} ${one.reached}` : ""}`,
          dx: 8,
          textAnchor: "start",
          fill: "currentColor",
        }),
      ],
    };
  }, [items, words]);
  return (
    <Chart
      title={words.progress}
      note={words.progressHint}
      summary={words.progressSummary(items.length)}
      plot={plot}
      items={items}
      rowKey={(one) => `${one.solution}/${one.fact}`}
      columns={[
        { title: words.solution, cell: (one) => one.name },
        { title: words.fact, cell: (one) => one.about },
        { title: words.now, cell: (one) => one.now ?? words.unknown, className: "number" },
        { title: words.target, cell: (one) => one.target, className: "number" },
        { title: words.by, cell: (one) => one.by },
        { title: words.missing, cell: (one) => one.missing ?? "–", className: "number" },
        { title: words.pace, cell: (one) => (one.per_month === null ? "–" : number(one.per_month, language, 1)), className: "number" },
        { title: words.reached, cell: (one) => one.reached ?? "–" },
        { title: words.source, cell: (one) => <span className="subtle small">{one.now_source}</span>, className: "wrap" },
      ]}
    />
  );
}
