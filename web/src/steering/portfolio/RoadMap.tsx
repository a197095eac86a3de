import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { SERIES, STYLE } from "../economy/plot";
import { dayOf } from "./portfolio";
import type { Activity, PortfolioResult } from "./types";

const LONGEST = 46;
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** When each activity goes on; one without an end fades out at the last year that is known. */
export function RoadMap({ run }: { run: PortfolioResult }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const dated = run.activities.flatMap((one) => {
    const start = dayOf(one.from);
    return start ? [{ ...one, start, end: dayOf(one.to, true) }] : [];
  });
  dated.sort((a, b) => a.start.getTime() - b.start.getTime() || a.name.localeCompare(b.name));
  const undated = run.activities.filter((one) => !dayOf(one.from));
  const today = dayOf(run.date, true);
  const plot = useCallback((): Plot.PlotOptions => {
    const last = new Date(Math.max(...dated.map((one) => (one.end ?? one.start).getTime()), today?.getTime() ?? 0));
    const label = (one: Activity) => cut(one.name);
    const kinds = Object.values(words.kinds);
    const kind = (one: Activity) => words.kinds[one.kind] ?? one.kind;
    const bar = { y: label, fill: kind, insetTop: 3, insetBottom: 3 };
    return {
      height: 66 + dated.length * 24,
      marginLeft: 330,
      style: STYLE,
      x: { type: "utc", label: null, grid: true },
      y: { label: null, domain: dated.map(label), tickSize: 0 },
      color: { domain: kinds, range: [SERIES[0]!, SERIES[1]!], legend: true },
      marks: [
        Plot.barX(dated.filter((one) => one.end), { x1: "start", x2: "end", ...bar }),
        Plot.barX(dated.filter((one) => !one.end), { x1: "start", x2: () => last, ...bar, fillOpacity: 0.35 }),
        ...(today ? [Plot.ruleX([today], { stroke: "currentColor", strokeDasharray: "4,3" })] : []),
      ],
    };
  }, [dated, today, words]);
  const items = [...dated, ...undated];
  return (
    <Chart
      title={words.roadMap}
      summary={words.roadMapSummary(run.activities.length, dated[0]?.from ?? "–", dated.map((one) => one.to).sort().at(-1) ?? "–")}
      plot={plot}
      items={items}
      rowKey={(one) => one.id}
      columns={[
        { title: words.activities, cell: (one) => one.name, className: "wrap" },
        { title: words.area, cell: (one) => one.area },
        { title: words.from, cell: (one) => one.from || words.undated },
        { title: words.to, cell: (one) => one.to || words.openEnd },
        { title: words.owner, cell: (one) => one.owner },
      ]}
    />
  );
}
