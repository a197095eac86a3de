import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { percent } from "../economy/money";
import { STYLE } from "../economy/plot";
import { nameIn } from "./Areas";
import type { DecisionResult, Ranking } from "./types";

/** From the best rank, in full colour, to the last, that is faint. */
const shade = (rank: number, of: number) =>
  `color-mix(in srgb, var(--series-1) ${Math.round(100 - (86 * rank) / Math.max(1, of - 1))}%, var(--surface))`;

/** How often each alternative has each rank, stacked from the first to the last. */
export function Acceptability({ run, ranking, title }: { run: DecisionResult; ranking: Ranking; title: string }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  const items = ranking.alternatives.map((one) => ({ ...one, name: nameIn(run.alternatives, one.id) }));
  const ranks = items[0]?.ranks.map((_, i) => words.rank(i + 1)) ?? [];
  const plot = useCallback((): Plot.PlotOptions => {
    const long = items.flatMap((one) => one.ranks.map((share, i) => ({ name: one.name, rank: words.rank(i + 1), share })));
    return {
      height: 66 + items.length * 34,
      marginLeft: 190,
      marginRight: 20,
      style: STYLE,
      x: { domain: [0, 1], tickFormat: "%", label: null },
      y: { label: null, domain: items.map((one) => one.name), tickSize: 0 },
      color: { domain: ranks, range: ranks.map((_, i) => shade(i, ranks.length)), legend: true },
      marks: [
        Plot.barX(long, { x: "share", y: "name", fill: "rank", order: ranks, insetTop: 4, insetBottom: 4, stroke: "var(--line)" }),
        Plot.ruleX([0], { stroke: "currentColor" }),
      ],
    };
  }, [items, ranks, words]);
  const best = items.find((one) => one.id === ranking.favourite);
  return (
    <Chart
      title={title}
      summary={best ? words.acceptabilitySummary(best.name, percent(best.first * 100, language, 0)) : title}
      plot={plot}
      items={items}
      rowKey={(one) => one.id}
      columns={[
        { title: words.alternative, cell: (one) => one.name },
        ...ranks.map((rank, i) => ({
          title: rank,
          cell: (one: (typeof items)[number]) => <span className="num">{percent((one.ranks[i] ?? 0) * 100, language)}</span>,
          className: "number",
        })),
      ]}
    />
  );
}
