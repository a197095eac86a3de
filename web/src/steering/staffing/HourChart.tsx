import * as Plot from "@observablehq/plot";
import { useCallback, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Choice } from "../../ui/filters";
import { SERIES, STYLE } from "../economy/plot";
import { duration, share } from "./figures";
import type { Hour, Staffing } from "./types";

type Look = "within" | "p90_s" | "p99_s";

/** How answering goes through the day, a line for each alternative. */
export function HourChart({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const [look, setLook] = useState<Look>("within");
  const target = result.targets[0];
  const names = result.alternatives.map((one) => one.name);
  const value = (hour: Hour | undefined) => (look === "within" ? (hour?.within[0] ?? 0) : (hour?.[look] ?? 0));
  const shown = (one: number) => (look === "within" ? share(one, language, 0) : duration(one, language));
  const items = (result.alternatives[0]?.hours ?? []).map(({ hour }, i) => ({
    hour,
    values: result.alternatives.map((one) => value(one.hours[i])),
  }));
  const plot = useCallback(
    (): Plot.PlotOptions => {
      const long = items.flatMap((one) => one.values.map((answered, i) => ({ hour: one.hour, name: names[i] ?? "", answered: look === "within" ? answered : answered / 60 })));
      return {
        height: 290,
        marginLeft: 44,
        marginBottom: 42,
        style: STYLE,
        x: { label: words.hourOfDay, labelAnchor: "center", labelArrow: "none", labelOffset: 36, ticks: [0, 4, 8, 12, 16, 20, 23], tickFormat: (hour: number) => String(hour).padStart(2, "0") },
        y: look === "within" ? { label: null, grid: true, tickFormat: "%" } : { label: words.minutes, grid: true },
        color: { domain: names, range: SERIES.slice(0, names.length), legend: true },
        marks: [
          ...(look === "within" && target ? [Plot.ruleY([target.share], { stroke: "currentColor", strokeDasharray: "4,3" })] : []),
          Plot.lineY(long, { x: "hour", y: "answered", stroke: "name", strokeWidth: 2, curve: "step" }),
        ],
      };
    },
    [items, names, look, target, words],
  );
  const worst = items.reduce(
    (found, one) => ((look === "within" ? (one.values[0] ?? 0) < found.value : (one.values[0] ?? 0) > found.value) ? { hour: one.hour, value: one.values[0] ?? 0 } : found),
    { hour: 0, value: items[0]?.values[0] ?? 0 },
  );
  return (
    <div className="chart-with-choice">
      <Choice
        label={words.show}
        value={look}
        onChange={(next) => setLook(next as Look)}
        options={[
          ["within", words.within(target?.within_s ?? 60, share(target?.share ?? 0, language))],
          ["p90_s", words.p90],
          ["p99_s", words.p99],
        ]}
      />
      <Chart
        title={words.hourTitle}
        summary={words.hourSummary(names[0] ?? "", worst.hour, shown(worst.value))}
        plot={plot}
        items={items}
        rowKey={(one) => String(one.hour)}
        columns={[
          { title: words.hourOfDay, cell: (one) => `${String(one.hour).padStart(2, "0")}:00` },
          ...names.map((name, i) => ({ title: name, cell: (one: (typeof items)[number]) => shown(one.values[i] ?? 0), className: "number" })),
        ]}
      />
    </div>
  );
}
