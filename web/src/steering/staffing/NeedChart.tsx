import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Choice } from "../../ui/filters";
import { number } from "../economy/money";
import { GREY, LOSS, SERIES, STYLE } from "../economy/plot";
import { HOURS_A_WEEK, shortHours } from "./figures";
import type { Alternative, Staffing } from "./types";

/** The plan through the week beside what the first target and the minimum ask for, and the work that comes. */
export function NeedChart({ result, chosen, onChoose }: { result: Staffing; chosen: Alternative; onChoose: (id: string) => void }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const needed = result.needed.operators_by_hour;
  const plan = chosen.plan.operators_by_hour;
  const lacking = shortHours(plan, needed);
  const items = needed.map((operators, hour) => ({
    hour,
    needed: operators,
    plan: Math.round((plan[hour] ?? 0) * 100) / 100,
    load: result.demand.load_by_hour[hour] ?? 0,
  }));
  const plot = useCallback(
    (width: number): Plot.PlotOptions => {
      const days = Array.from({ length: 7 }, (_, day) => day * 24);
      const lack = items.filter((one) => one.plan + 1e-6 < one.needed);
      const names = [words.needed, words.planned, words.load];
      return {
        height: 250,
        marginLeft: 36,
        style: STYLE,
        x: {
          label: null,
          domain: [0, HOURS_A_WEEK],
          ticks: days.map((hour) => hour + 12),
          tickSize: 0,
          tickFormat: (hour: number) => words.days[Math.floor(hour / 24)]?.slice(0, width < 700 ? 3 : undefined) ?? "",
        },
        y: { label: words.operators, grid: true, domain: [0, Math.max(...items.map((one) => Math.max(one.needed, one.plan))) + 0.5] },
        color: { domain: names, range: [GREY, SERIES[0]!, SERIES[2]!], legend: true },
        marks: [
          Plot.rectY(items, { x1: "hour", x2: (one) => one.hour + 1, y: "needed", fill: () => words.needed, fillOpacity: 0.35, inset: 0 }),
          Plot.rectY(lack, { x1: "hour", x2: (one) => one.hour + 1, y1: "plan", y2: "needed", fill: LOSS, fillOpacity: 0.3, inset: 0 }),
          Plot.ruleX(days.slice(1), { stroke: "currentColor", strokeOpacity: 0.25 }),
          Plot.lineY([...items, { ...items.at(-1)!, hour: HOURS_A_WEEK }], {
            x: "hour",
            y: "plan",
            stroke: () => words.planned,
            strokeWidth: 2.5,
            curve: "step-after",
          }),
          Plot.lineY(items, { x: (one) => one.hour + 0.5, y: "load", stroke: () => words.load, strokeWidth: 1.5, strokeDasharray: "2,2" }),
        ],
      };
    },
    [items, words],
  );
  return (
    <div className="chart-with-choice">
      <Choice
        label={words.alternative}
        value={chosen.id}
        onChange={onChoose}
        options={result.alternatives.map((one): [string, string] => [one.id, one.name])}
      />
      <Chart
        title={words.needTitle}
        summary={words.needSummary(chosen.name, lacking)}
        plot={plot}
        items={items}
        rowKey={(one) => String(one.hour)}
        columns={[
          { title: words.hourOfWeek, cell: (one) => `${words.days[Math.floor(one.hour / 24)] ?? ""} ${String(one.hour % 24).padStart(2, "0")}:00` },
          { title: words.needed, cell: (one) => one.needed, className: "number" },
          { title: words.planned, cell: (one) => number(one.plan, language, one.plan % 1 ? 1 : 0), className: "number" },
          { title: words.load, cell: (one) => number(one.load, language, 2), className: "number" },
        ]}
      />
      <p className="small">
        <span className={`mark ${lacking === 0 ? "mark-ok" : "mark-danger"}`}>{lacking === 0 ? words.noneLacking : words.lacking(lacking)}</span>{" "}
        <span className="subtle">
          {words.needHint(number(result.needed.operator_hours_a_week, language), number(result.needed.cost.person_years.value, language, 1))}
          {chosen.kind === "connected" && ` ${words.needHost}`}
        </span>
      </p>
    </div>
  );
}
