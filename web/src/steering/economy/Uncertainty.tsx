import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { number, percent, short } from "./money";
import { BLUE, GAIN, GREY, LOSS, STYLE } from "./plot";
import type { AlternativeSpread, CooperationResult, Spread } from "./types";

/** "hours:manual_follow_up" as a person says it. */
function useInputName(): (input: string) => string {
  const { t } = useLanguage();
  const words = t.steering;
  return (input) => {
    const [kind = "", name = ""] = input.split(/:(.*)/s);
    const known = words.economy.areaNames[name] ?? words.fields[name] ?? name.replaceAll("_", " ");
    if (kind === "hours") return `${words.economy.hours}: ${known.toLowerCase()}`;
    if (kind === "as_is") return `${words.economy.asIs}: ${known.toLowerCase()}`;
    if (kind === "index") return `${words.fields.index}: ${known.toLowerCase()}`;
    return name ? known : input;
  };
}

const kr = (value: number) => value * 100;

/** How sure the figures are: percentiles, the chance that each saves, and what matters most. */
export function Uncertainty({
  all,
  run,
  spread,
}: {
  all: NonNullable<CooperationResult["uncertainty"]>;
  run: CooperationResult;
  spread: AlternativeSpread;
}) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  return (
    <>
      <Panel
        title={words.uncertainty}
        aside={<span className="subtle small">{words.draws(number(all.draws, language), all.seed)}</span>}
      >
        <SpreadTable all={all} run={run} />
        <p className="subtle small">
          <span className="mark mark-danger">{t.steering.qualities.illustrative}</span> {words.illustrativeRanges}
        </p>
      </Panel>
      <div className="charts">
        <ProbabilityChart spread={spread} />
        <TornadoChart spread={spread} />
      </div>
    </>
  );
}

function SpreadTable({ all, run }: { all: NonNullable<CooperationResult["uncertainty"]>; run: CooperationResult }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const rows = all.alternatives.flatMap((one) => {
    const name = run.alternatives.find((alternative) => alternative.id === one.id)?.name ?? one.id;
    const row = (what: string, value: Spread, money: boolean) => ({ id: `${one.id}/${what}`, name, what, value, money });
    return [
      row(words.savingPerYear, one.saving, true),
      row(words.npvOver(run.assumptions.years), one.net_present_value, true),
      row(words.hoursSaved, one.hours_saved, false),
    ];
  });
  const show = (value: number, money: boolean) => (money ? short(kr(value), language) : number(value, language));
  return (
    <DataTable
      caption={words.uncertainty}
      items={rows}
      rowKey={(row) => row.id}
      columns={[
        { title: words.alternative, cell: (row) => row.name },
        { title: words.figure, cell: (row) => row.what },
        ...(["p10", "p50", "p90"] as const).map((p) => ({
          title: words[p],
          cell: (row: (typeof rows)[number]) => <span className="num">{show(row.value[p], row.money)}</span>,
          className: "number",
        })),
        {
          title: words.probability,
          cell: (row) => <span className="num">{percent(row.value.probability_above_zero * 100, language, 0)}</span>,
          className: "number",
        },
      ]}
    />
  );
}

function ProbabilityChart({ spread }: { spread: AlternativeSpread }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const items = [...spread.municipalities].sort((a, b) => b.probability_saves - a.probability_saves);
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 40 + items.length * 20,
      marginLeft: 92,
      marginRight: 48,
      style: STYLE,
      x: { domain: [0, 1], tickFormat: "%", grid: true, label: null },
      y: { label: null, domain: items.map((m) => m.name), tickSize: 0 },
      marks: [
        Plot.barX(items, {
          x: "probability_saves",
          y: "name",
          fill: (m: (typeof items)[number]) => (m.probability_saves >= 0.5 ? GAIN : LOSS),
          insetTop: 2,
          insetBottom: 2,
        }),
        Plot.text(items, {
          x: "probability_saves",
          y: "name",
          text: (m: (typeof items)[number]) => percent(m.probability_saves * 100, language, 0),
          dx: 5,
          textAnchor: "start",
          fill: "currentColor",
        }),
        Plot.ruleX([0.5], { stroke: "currentColor", strokeDasharray: "3,3" }),
      ],
    }),
    [items, language],
  );
  const top = items[0];
  return (
    <Chart
      title={words.probabilityEach}
      summary={top ? `${words.probabilityEach}. ${top.name}: ${percent(top.probability_saves * 100, language, 0)}.` : words.probabilityEach}
      plot={plot}
      items={items}
      rowKey={(m) => String(m.number)}
      columns={[
        { title: words.municipality, cell: (m) => m.name },
        { title: words.probability, cell: (m) => percent(m.probability_saves * 100, language, 0), className: "number" },
        { title: words.p10, cell: (m) => short(kr(m.saving.p10), language), className: "number" },
        { title: words.p50, cell: (m) => short(kr(m.saving.p50), language), className: "number" },
        { title: words.p90, cell: (m) => short(kr(m.saving.p90), language), className: "number" },
      ]}
    />
  );
}

function TornadoChart({ spread }: { spread: AlternativeSpread }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const nameOf = useInputName();
  const bars = spread.tornado.filter((one) => one.at_p10 !== one.at_p90).map((one) => ({ ...one, input: nameOf(one.input) }));
  const plot = useCallback(
    (): Plot.PlotOptions => {
      const long = bars.flatMap((one) => [
        { input: one.input, side: words.p10, from: spread.net_present_value.p50, to: one.at_p10 },
        { input: one.input, side: words.p90, from: spread.net_present_value.p50, to: one.at_p90 },
      ]);
      return {
        height: 76 + bars.length * 30,
        marginLeft: 226,
        marginRight: 16,
        marginBottom: 46,
        style: STYLE,
        x: {
          grid: true,
          label: t.steering.growth.million,
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 36,
          tickFormat: (value: number) => number(value / 1_000_000, language),
        },
        y: { label: null, domain: bars.map((one) => one.input), tickSize: 0 },
        color: { domain: [words.p10, words.p90], range: [GREY, BLUE], legend: true },
        marks: [
          Plot.barX(long, { x1: "from", x2: "to", y: "input", fill: "side", insetTop: 4, insetBottom: 4 }),
          Plot.ruleX([spread.net_present_value.p50], { stroke: "currentColor" }),
        ],
      };
    },
    [bars, spread, words, language],
  );
  return (
    <Chart
      title={words.tornado}
      summary={`${words.tornado}. ${bars[0]?.input ?? ""}. ${words.tornadoHint}`}
      plot={plot}
      items={bars}
      rowKey={(one) => one.input}
      columns={[
        { title: words.input, cell: (one) => one.input },
        { title: words.p10, cell: (one) => short(kr(one.at_p10), language), className: "number" },
        { title: words.p90, cell: (one) => short(kr(one.at_p90), language), className: "number" },
      ]}
    />
  );
}
