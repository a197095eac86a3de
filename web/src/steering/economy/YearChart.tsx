import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { millions, short } from "./money";
import { GREY, SERIES, STYLE } from "./plot";
import type { Alternative } from "./types";

/** The alternative's cost each year beside what today's would have been. */
export function YearChart({ alternative }: { alternative: Alternative }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const { years } = alternative;
  const plot = useCallback(
    (width: number): Plot.PlotOptions => {
      const parts = [words.yearly, words.oneOff, words.parallel];
      const long = years.flatMap((year) => [
        { year: String(year.year), part: words.yearly, value: millions(year.yearly.ore) },
        { year: String(year.year), part: words.oneOff, value: millions(year.one_off.ore) },
        { year: String(year.year), part: words.parallel, value: millions(year.parallel.ore) },
      ]);
      const every = Math.max(1, Math.ceil(years.length / (width / 60)));
      return {
        height: 240,
        marginLeft: 40,
        style: STYLE,
        x: { label: null, domain: years.map((year) => String(year.year)), ticks: years.filter((_, i) => i % every === 0).map((year) => String(year.year)) },
        y: { label: t.steering.growth.million, grid: true },
        color: { domain: [...parts, words.today], range: [SERIES[0]!, SERIES[1]!, SERIES[2]!, GREY], legend: true },
        marks: [
          Plot.barY(long, { x: "year", y: "value", fill: "part", order: parts }),
          Plot.tickY(years, { x: (year) => String(year.year), y: (year) => millions(year.as_is.ore), stroke: () => words.today, strokeWidth: 3 }),
          Plot.ruleY([0]),
        ],
      };
    },
    [years, words, t],
  );
  const first = years[0];
  return (
    <Chart
      title={words.years}
      summary={first ? `${words.years}. ${first.year}: ${short(first.saving.ore, language)}.` : words.years}
      plot={plot}
      items={years}
      rowKey={(year) => String(year.year)}
      columns={[
        { title: words.year, cell: (year) => year.year },
        { title: words.today, cell: (year) => short(year.as_is.ore, language), className: "number" },
        { title: words.yearly, cell: (year) => short(year.yearly.ore, language), className: "number" },
        { title: words.oneOff, cell: (year) => short(year.one_off.ore, language), className: "number" },
        { title: words.parallel, cell: (year) => short(year.parallel.ore, language), className: "number" },
        { title: words.saving, cell: (year) => short(year.saving.ore, language), className: "number" },
      ]}
    />
  );
}
