import * as Plot from "@observablehq/plot";
import { useCallback, useMemo, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { Choice } from "../../ui/filters";
import { QualityMark } from "../edit/CellInput";
import type { ResultsProps } from "../types";
import { Tile } from "../tool";
import { ContradictionTable } from "./Tables";
import { kroner, millions, number, short } from "./money";
import { BLUE, GREY, LOSS, SERIES, STYLE } from "./plot";
import type { FinancingResult } from "./types";

const GROUPS = ["state", "rhf", "municipality", "private"] as const;

/** How national solutions are paid for: by whom, when, and what it asks of liquidity. */
export default function FinancingResults({ results }: ResultsProps) {
  const { t, language } = useLanguage();
  const words = t.steering.financing;
  const result = results["economy.run"] as FinancingResult;
  const years = useMemo(() => yearsOf(result), [result]);
  const last = years.at(-1);
  const illustrative = result.amounts.some((one) => one.quality === "illustrative");
  return (
    <>
      <dl className="summary steering-summary">
        <Tile title={words.capital} value={short(result.capital_need.ore, language)} />
        {last && (
          <>
            <Tile title={words.total(last.year)} value={short(last.rhf + last.municipality + last.private, language)} />
            <Tile title={`${words.firstFull}, ${last.year}`} value={short(last.municipality, language)} />
          </>
        )}
      </dl>
      {illustrative && <p className="mark mark-danger">{words.illustrative}</p>}
      <div className="charts">
        <GroupChart years={years} />
        <LiquidityChart result={result} />
      </div>
      <PayerTable result={result} />
      <Panel title={words.solutions}>
        <DataTable
          caption={words.solutions}
          items={result.solutions}
          rowKey={(one) => one.id}
          columns={[
            { title: words.solution, cell: (one) => one.name },
            { title: words.foundation, cell: (one) => (one.foundation ? t.common.yes : t.common.no) },
            { title: words.payment, cell: (one) => (one.payment === "deduction" ? words.deduction : words.invoice) },
            ...GROUPS.map((group) => ({
              title: words.groups[group] ?? group,
              cell: (one: FinancingResult["solutions"][number]) => (
                <span className="num">{short(one.years.reduce((sum, year) => sum + year[group].ore, 0), language)}</span>
              ),
              className: "number",
            })),
            { title: "", cell: (one) => one.discontinued && <span className="mark mark-warning">{words.discontinued}</span> },
          ]}
        />
      </Panel>
      <Panel title={t.steering.economy.amount}>
        <DataTable
          caption={t.steering.economy.amount}
          items={result.amounts.map((one, i) => ({ ...one, i }))}
          rowKey={(one) => String(one.i)}
          columns={[
            { title: words.solution, cell: (one) => result.solutions.find((s) => s.id === one.solution)?.name ?? one.solution },
            { title: t.steering.economy.item, cell: (one) => one.name },
            { title: words.year, cell: (one) => one.year },
            {
              title: t.steering.economy.amount,
              cell: (one) => (
                <>
                  <span className="num">{short(one.amount.ore, language)}</span> <QualityMark quality={one.quality} />
                </>
              ),
              className: "number",
            },
          ]}
        />
      </Panel>
      <ContradictionTable contradictions={result.contradictions} />
    </>
  );
}

type Year = { year: number } & Record<(typeof GROUPS)[number], number>;

/** What each group pays in each year, over all solutions. */
function yearsOf(result: FinancingResult): Year[] {
  const years = new Map<number, Year>();
  for (const solution of result.solutions)
    for (const one of solution.years) {
      const year = years.get(one.year) ?? { year: one.year, state: 0, rhf: 0, municipality: 0, private: 0 };
      for (const group of GROUPS) year[group] += one[group].ore;
      years.set(one.year, year);
    }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

const ticks = (years: { year: number }[], width: number) => {
  const every = Math.max(1, Math.ceil(years.length / (width / 60)));
  return years.filter((_, i) => i % every === 0).map((one) => String(one.year));
};

function GroupChart({ years }: { years: Year[] }) {
  const { t, language } = useLanguage();
  const words = t.steering.financing;
  const plot = useCallback(
    (width: number): Plot.PlotOptions => ({
      height: 240,
      marginLeft: 40,
      style: STYLE,
      x: { label: null, domain: years.map((one) => String(one.year)), ticks: ticks(years, width) },
      y: { label: t.steering.growth.million, grid: true },
      color: { domain: GROUPS.map((group) => words.groups[group] ?? group), range: SERIES, legend: true },
      marks: [
        Plot.barY(
          years.flatMap((one) => GROUPS.map((group) => ({ year: String(one.year), group: words.groups[group], value: millions(one[group]) }))),
          { x: "year", y: "value", fill: "group" },
        ),
        Plot.ruleY([0]),
      ],
    }),
    [years, words, t],
  );
  return (
    <Chart
      title={words.byGroup}
      summary={words.byGroup}
      plot={plot}
      items={years}
      rowKey={(one) => String(one.year)}
      columns={[
        { title: words.year, cell: (one) => one.year },
        ...GROUPS.map((group) => ({
          title: words.groups[group] ?? group,
          cell: (one: Year) => short(one[group], language),
          className: "number",
        })),
      ]}
    />
  );
}

function LiquidityChart({ result }: { result: FinancingResult }) {
  const { t, language } = useLanguage();
  const words = t.steering.financing;
  const rows = result.liquidity;
  const plot = useCallback(
    (width: number): Plot.PlotOptions => ({
      height: 240,
      marginLeft: 46,
      style: STYLE,
      x: { label: null, domain: rows.map((one) => String(one.year)), ticks: ticks(rows, width), type: "point" },
      y: { label: t.steering.growth.million, grid: true },
      color: { domain: [words.balance, words.spent, words.fromPayers], range: [BLUE, LOSS, GREY], legend: true },
      marks: [
        Plot.lineY(rows, { x: (one) => String(one.year), y: (one) => millions(one.balance.ore), stroke: () => words.balance, strokeWidth: 2.5 }),
        Plot.lineY(rows, { x: (one) => String(one.year), y: (one) => millions(one.spent.ore), stroke: () => words.spent, strokeDasharray: "4,3" }),
        Plot.lineY(rows, { x: (one) => String(one.year), y: (one) => millions(one.from_payers.ore), stroke: () => words.fromPayers }),
        Plot.ruleY([0]),
      ],
    }),
    [rows, words, t],
  );
  return (
    <Chart
      title={words.liquidity}
      summary={`${words.liquidity}. ${words.capital}: ${short(result.capital_need.ore, language)}.`}
      plot={plot}
      items={rows}
      rowKey={(one) => String(one.year)}
      columns={[
        { title: words.year, cell: (one) => one.year },
        { title: words.spent, cell: (one) => short(one.spent.ore, language), className: "number" },
        { title: words.fromState, cell: (one) => short(one.from_state.ore, language), className: "number" },
        { title: words.fromPayers, cell: (one) => short(one.from_payers.ore, language), className: "number" },
        { title: words.balance, cell: (one) => short(one.balance.ore, language), className: "number" },
      ]}
    />
  );
}

function PayerTable({ result }: { result: FinancingResult }) {
  const { t, language } = useLanguage();
  const words = t.steering.financing;
  const years = result.payers[0]?.years.map((one) => one.year) ?? [];
  const [year, setYear] = useState(years.at(-1) ?? 0);
  const at = (payer: FinancingResult["payers"][number]) => payer.years.find((one) => one.year === year);
  return (
    <Panel
      title={words.payers}
      aside={<Choice label={words.year} value={String(year)} onChange={(value) => setYear(Number(value))} options={years.map((y): [string, string] => [String(y), String(y)])} />}
    >
      <DataTable
        caption={words.payers}
        items={result.payers}
        rowKey={(payer) => payer.payer}
        columns={[
          { title: words.payer, cell: (payer) => payer.name },
          { title: t.steering.kind, cell: (payer) => words.groups[payer.group] ?? payer.group },
          { title: t.steering.economy.inhabitants, cell: (payer) => <span className="num">{number(payer.inhabitants, language)}</span>, className: "number" },
          { title: `${words.payment} ${year}`, cell: (payer) => <span className="num">{kroner(at(payer)?.payment.ore ?? 0, language)}</span>, className: "number" },
          {
            title: words.perInhabitant,
            cell: (payer) => at(payer)?.per_inhabitant && <span className="num">{number((at(payer)?.per_inhabitant?.ore ?? 0) / 100, language, 2)} kr</span>,
            className: "number",
          },
        ]}
      />
    </Panel>
  );
}
