import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import type { KeyFigures } from "../api/types";
import { useLanguage } from "../app/i18n";
import { formatNumber } from "../ui/time";
import { Chart } from "./Chart";
import { type HourRow, hourRows, isDailyRhythm } from "./hours";

const STYLE = { background: "transparent", color: "var(--ds-color-neutral-text-default)", fontSize: "12px" };
const COLOURS = ["var(--figure-alarms)", "var(--figure-technical)"];

function topOf<T>(items: T[], value: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((best, item) => (best === undefined || value(item) > value(best) ? item : best), undefined);
}

export function HourChart({ figures }: { figures: KeyFigures }) {
  const { t, language } = useLanguage();
  const words = t.overview.figures;
  const rows = useMemo(() => hourRows(figures.by_hour, language), [figures.by_hour, language]);
  const title = isDailyRhythm(figures.by_hour) ? words.byHourOfDay : words.byHour;
  const plot = useCallback(
    (width: number): Plot.PlotOptions => {
      const long = rows.flatMap((row) => [
        { label: row.key, kind: words.alarms, n: row.alarms },
        { label: row.key, kind: words.technical, n: row.technical },
      ]);
      // Every label only fits when there are few; the rest are counted from the left.
      const every = Math.max(1, Math.ceil(rows.length / (width / ((rows[0]?.label.length ?? 2) * 8 + 16))));
      const labels = new Map(rows.map((row) => [row.key, row.label]));
      return {
        height: 220,
        marginLeft: 40,
        style: STYLE,
        x: {
          domain: rows.map((row) => row.key),
          label: null,
          ticks: rows.filter((_, i) => i % every === 0).map((row) => row.key),
          tickFormat: (key: string) => labels.get(key) ?? key,
        },
        y: { label: null, grid: true, tickFormat: "d" },
        color: { domain: [words.alarms, words.technical], range: COLOURS, legend: true },
        marks: [Plot.barY(long, { x: "label", y: "n", fill: "kind", order: "kind", tip: false }), Plot.ruleY([0])],
      };
    },
    [rows, words],
  );
  const top = topOf(rows, (row) => row.alarms + row.technical);
  return (
    <Chart<HourRow>
      title={title}
      summary={top ? words.summary(title, top.label, top.alarms + top.technical) : words.empty}
      plot={plot}
      items={rows}
      rowKey={(row) => row.key}
      columns={[
        { title: words.hour, cell: (row) => row.label },
        { title: words.alarms, cell: (row) => row.alarms, className: "number" },
        { title: words.technical, cell: (row) => row.technical, className: "number" },
      ]}
    />
  );
}

interface Bar {
  key: string;
  label: string;
  n: number;
  extra?: number;
}

/** Bars lying down, longest first: names need room. */
function BarChart({ title, name, bars, extra }: { title: string; name: string; bars: Bar[]; extra?: string }) {
  const { t, language } = useLanguage();
  const words = t.overview.figures;
  const sorted = useMemo(() => bars.filter((bar) => bar.n > 0).sort((a, b) => b.n - a.n), [bars]);
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 34 + sorted.length * 24,
      marginLeft: 150,
      marginRight: 44,
      style: STYLE,
      x: { axis: null },
      y: { label: null, domain: sorted.map((bar) => bar.label), tickSize: 0 },
      marks: [
        Plot.barX(sorted, { x: "n", y: "label", fill: COLOURS[0] as string, insetTop: 2, insetBottom: 2 }),
        Plot.text(sorted, { x: "n", y: "label", text: (bar: Bar) => String(bar.n), dx: 5, textAnchor: "start", fill: "currentColor" }),
      ],
    }),
    [sorted],
  );
  const top = sorted[0];
  return (
    <Chart<Bar>
      title={title}
      summary={top ? words.summary(title, top.label, top.n) : words.empty}
      plot={plot}
      items={sorted}
      rowKey={(bar) => bar.key}
      columns={[
        { title: name, cell: (bar) => bar.label },
        { title: words.count, cell: (bar) => bar.n, className: "number" },
        ...(extra
          ? [{ title: extra, cell: (bar: Bar) => formatNumber(bar.extra ?? 0, language, 1), className: "number" }]
          : []),
      ]}
    />
  );
}

export function MunicipalityChart({ figures }: { figures: KeyFigures }) {
  const { t } = useLanguage();
  const words = t.overview.figures;
  const bars = useMemo(
    () =>
      figures.by_municipality.map((m) => ({ key: m.number, label: m.name, n: m.alarms + m.technical, extra: m.per_1000_users })),
    [figures.by_municipality],
  );
  return <BarChart title={words.byMunicipality} name={t.common.municipality} bars={bars} extra={words.per1000} />;
}

export function CodeChart({ figures }: { figures: KeyFigures }) {
  const { t, tx } = useLanguage();
  const words = t.overview.figures;
  const bars = useMemo(
    () => figures.by_code.map(({ code, text, count }) => ({ key: code, label: tx(text), n: count })),
    [figures.by_code, tx],
  );
  return <BarChart title={words.byCode} name={words.code} bars={bars} />;
}

export function OutcomeChart({ figures }: { figures: KeyFigures }) {
  const { t } = useLanguage();
  const words = t.overview.figures;
  const bars = useMemo(
    () => figures.by_outcome.map(({ outcome, count }) => ({ key: outcome, label: t.alarm.outcome[outcome], n: count })),
    [figures.by_outcome, t],
  );
  return <BarChart title={words.byOutcome} name={words.outcome} bars={bars} />;
}
