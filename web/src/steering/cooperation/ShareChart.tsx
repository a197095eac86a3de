import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { kroner, percent } from "../economy/money";
import { GREY, SERIES, STYLE } from "../economy/plot";
import type { Analysis, Split } from "./types";

const BENCHMARKS = ["shapley", "nucleolus"];

/**
 * What each pays of what it would pay alone. The band is the room that nobody has a reason to leave: no more than
 * alone, no less than what taking part adds to the others' bill.
 */
export function ShareChart({ analysis, split }: { analysis: Analysis; split: Split }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  const shown = [split, ...analysis.splits.filter((one) => BENCHMARKS.includes(one.id) && one.id !== split.id)];
  const items = analysis.players
    .filter((player) => player.alone.ore > 0)
    .map((player) => {
      const at = analysis.players.indexOf(player);
      const own = split.municipalities[at];
      return {
        name: player.name,
        alone: player.alone.ore,
        least: (own?.joining_late.least.ore ?? 0) / player.alone.ore,
        pays: shown.map((one) => one.municipalities[at]?.pays.ore ?? 0),
      };
    })
    .sort((a, b) => (b.pays[0] ?? 0) / b.alone - (a.pays[0] ?? 0) / a.alone);
  const titles = shown.map((one) => tx(one.title));
  const plot = useCallback(
    (): Plot.PlotOptions => {
      const dots = items.flatMap((one) => one.pays.map((pays, i) => ({ name: one.name, split: titles[i] ?? "", part: pays / one.alone })));
      const colours = [SERIES[1]!, SERIES[0]!, SERIES[2]!].slice(0, titles.length);
      return {
        height: 70 + items.length * 21,
        marginLeft: 92,
        marginRight: 16,
        marginBottom: 44,
        style: STYLE,
        x: { tickFormat: "%", grid: true, label: words.partOfAlone, labelAnchor: "center", labelArrow: "none", labelOffset: 38 },
        y: { label: null, domain: items.map((one) => one.name), tickSize: 0 },
        color: { domain: titles, range: colours, legend: true },
        symbol: { domain: titles, range: ["circle", "diamond", "square"] },
        marks: [
          Plot.barX(items, { x1: (one) => Math.min(1, one.least), x2: 1, y: "name", fill: GREY, fillOpacity: 0.22, insetTop: 3, insetBottom: 3 }),
          Plot.ruleX([1], { stroke: "currentColor", strokeDasharray: "3,3" }),
          Plot.dot(dots, { x: "part", y: "name", fill: "split", symbol: "split", r: 4.5 }),
        ],
      };
    },
    [items, titles, words],
  );
  const over = items.filter((one) => (one.pays[0] ?? 0) > one.alone);
  return (
    <Chart
      title={words.shareTitle}
      summary={words.shareSummary(over.length, over.map((one) => one.name).join(", "))}
      plot={plot}
      items={items}
      rowKey={(one) => one.name}
      columns={[
        { title: words.municipality, cell: (one) => one.name },
        { title: words.alone, cell: (one) => kroner(one.alone, language), className: "number" },
        ...titles.map((title, i) => ({
          title,
          cell: (one: (typeof items)[number]) => (
            <>
              <span className="num">{kroner(one.pays[i] ?? 0, language)}</span>{" "}
              <span className="subtle small">{percent(((one.pays[i] ?? 0) / one.alone) * 100, language, 0)}</span>
            </>
          ),
          className: "number",
        })),
      ]}
    />
  );
}
