import * as Plot from "@observablehq/plot";
import { useCallback, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Choice } from "../../ui/filters";
import { GAIN, LOSS, STYLE } from "../economy/plot";
import { answersOf, interval, share } from "./figures";
import type { Staffing } from "./types";

/** The share that is answered in time, with its interval, against the target. */
export function AnswerChart({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const [at, setAt] = useState(0);
  const target = result.targets[at] ?? result.targets[0];
  const items = result.alternatives.flatMap((one) => {
    const within = answersOf(one)?.within[at];
    return within ? [{ name: one.name, ...within }] : [];
  });
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 60 + items.length * 44,
      marginLeft: 190,
      marginRight: 50,
      style: STYLE,
      x: { tickFormat: "%", grid: true, label: null, domain: [Math.min(0.5, ...items.map((one) => one.low)), 1] },
      y: { label: null, domain: items.map((one) => one.name), axis: null },
      marks: [
        Plot.axisY({ tickSize: 0, lineWidth: 14, label: null }),
        Plot.ruleX([target?.share ?? 1], { stroke: "currentColor", strokeDasharray: "4,3" }),
        Plot.ruleY(items, { x1: "low", x2: "high", y: "name", stroke: "currentColor", strokeWidth: 2 }),
        Plot.dot(items, {
          x: "value",
          y: "name",
          r: 6,
          fill: (one: (typeof items)[number]) => (one.reached ? GAIN : LOSS),
          symbol: (one: (typeof items)[number]) => (one.reached ? "circle" : "diamond"),
        }),
        Plot.text(items, {
          x: "value",
          y: "name",
          text: (one: (typeof items)[number]) => share(one.value, language),
          dy: -15,
          fill: "currentColor",
        }),
      ],
      symbol: { type: "identity" },
    }),
    [items, target, language],
  );
  return (
    <div className="chart-with-choice">
      <Choice
        label={words.target}
        value={String(at)}
        onChange={(value) => setAt(Number(value))}
        options={result.targets.map((one, i): [string, string] => [String(i), words.within(one.within_s, share(one.share, language))])}
      />
      <Chart
        title={words.answerTitle}
        summary={`${words.answerTitle}. ${items.map((one) => `${one.name}: ${share(one.value, language)}`).join(". ")}.`}
        plot={plot}
        items={items}
        rowKey={(one) => one.name}
        columns={[
          { title: words.alternative, cell: (one) => one.name },
          { title: words.shareAnswered, cell: (one) => share(one.value, language), className: "number" },
          { title: words.interval, cell: (one) => interval(one, language), className: "number" },
          { title: words.target, cell: (one) => (one.reached ? words.reached : words.notReached) },
        ]}
      />
    </div>
  );
}
