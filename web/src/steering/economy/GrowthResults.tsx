import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Panel } from "../../ui/Panel";
import { type Column, DataTable } from "../../ui/PagedTable";
import type { ResultsProps } from "../types";
import { ContradictionTable } from "./Tables";
import { digitsOf, together } from "./growth";
import { type Money, kroner, millions, number, short } from "./money";
import { BLUE, GREY, SERIES, STYLE } from "./plot";
import type { GrowthResult } from "./types";

type Solution = GrowthResult["solutions"][number];
type Version = Solution["versions"][number];
type Year = GrowthResult["years"][number];

/** Growth in operating cost: each estimate as it was given, and what it means for each year and payer. */
export default function GrowthResults({ results }: ResultsProps) {
  const result = results["economy.run"] as GrowthResult;
  return (
    <>
      <YearChart years={result.years} />
      {result.solutions.map((solution) => (
        <SolutionPanel key={solution.id} solution={solution} />
      ))}
      <PayerTable years={result.years} />
      <ContradictionTable contradictions={result.contradictions} />
    </>
  );
}

function YearChart({ years }: { years: Year[] }) {
  const { t, language } = useLanguage();
  const words = t.steering.growth;
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 240,
      marginLeft: 46,
      style: STYLE,
      x: { label: null, type: "band", domain: years.map((one) => String(one.year)) },
      y: { label: words.million, grid: true },
      color: { domain: [words.change, words.cumulative], range: [BLUE, GREY], legend: true },
      marks: [
        Plot.barY(years, { x: (one) => String(one.year), y: (one) => millions(one.change.ore), fill: () => words.change }),
        Plot.lineY(years, { x: (one) => String(one.year), y: (one) => millions(one.cumulative.ore), stroke: () => words.cumulative, strokeWidth: 2.5, marker: "dot" }),
        Plot.ruleY([0]),
      ],
    }),
    [years, words],
  );
  const last = years.at(-1);
  return (
    <Chart
      title={words.years}
      summary={last ? `${words.cumulative} ${last.year}: ${short(last.cumulative.ore, language)}.` : words.years}
      plot={plot}
      items={years}
      rowKey={(one) => String(one.year)}
      columns={[
        { title: t.steering.economy.year, cell: (one) => one.year },
        { title: words.change, cell: (one) => short(one.change.ore, language), className: "number" },
        { title: words.cumulative, cell: (one) => short(one.cumulative.ore, language), className: "number" },
        { title: words.charged, cell: (one) => short(one.charged_change.ore, language), className: "number" },
      ]}
    />
  );
}

function SolutionPanel({ solution }: { solution: Solution }) {
  const { t, language } = useLanguage();
  const words = t.steering.growth;
  const years = solution.versions[0]?.years.map((one) => one.year) ?? [];
  const funded = new Map(solution.funding.map((one) => [one.year, one.state]));
  const hasLevels = solution.versions.some((version) => version.years.some((one) => one.level));
  const columns: Column<Version>[] = [
    {
      title: words.meeting,
      cell: (version) => (
        <span className="nowrap">
          {version.meeting} <span className="subtle small">{version.date.split("-").reverse().join(".")}</span>{" "}
          {version.holds && <span className="mark mark-ok">{words.holds}</span>}
        </span>
      ),
    },
    ...years.map((year): Column<Version> => ({
      title: String(year),
      cell: (version) => <Estimate version={version} year={year} />,
      className: "number",
    })),
  ];
  return (
    <Panel
      title={solution.name}
      aside={
        <span className="marks">
          {[...new Set(funded.values())].map((state) => (
            <span key={state} className="mark">
              {words.states[state] ?? state}
            </span>
          ))}
        </span>
      }
    >
      <div className={hasLevels ? "estimates" : ""}>
        {hasLevels && <LevelChart solution={solution} years={years} />}
        <div>
          {solution.versions.length === 0 ? (
            <p className="subtle">{words.none}</p>
          ) : (
            <DataTable caption={`${words.versions}: ${solution.name}`} columns={columns} items={solution.versions} rowKey={(version) => version.meeting} />
          )}
          <Moves moves={solution.moves} language={language} />
        </div>
      </div>
    </Panel>
  );
}

/** "+14,0 (70,0)": the change, and the level where it is known; what is by the rule says so. */
function Estimate({ version, year }: { version: Version; year: number }) {
  const { t, language } = useLanguage();
  const words = t.steering.growth;
  const one = version.years.find((y) => y.year === year);
  if (!one || (one.level === null && one.change === null)) return <span className="subtle">–</span>;
  const shown = (money: Money) => number(millions(money.ore), language, digitsOf(millions(money.ore)));
  return (
    <span className={`num ${one.stated ? "" : "subtle"}`}>
      {one.change !== null && `${one.change.ore > 0 ? "+" : ""}${shown(one.change)}`}
      {one.level !== null && ` (${shown(one.level)})`}
      {one.by_rule && <span className="mark mark-warning">{words.byRule}</span>}
    </span>
  );
}

function LevelChart({ solution, years }: { solution: Solution; years: number[] }) {
  const { t, language } = useLanguage();
  const words = t.steering.growth;
  const rows = useMemo(
    () =>
      solution.versions.flatMap((version) =>
        version.years.flatMap((one) =>
          one.level ? [{ key: `${version.meeting}/${one.year}`, meeting: version.meeting, year: one.year, value: millions(one.level.ore), ore: one.level.ore }] : [],
        ),
      ),
    [solution],
  );
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 210,
      marginLeft: 40,
      style: STYLE,
      x: { label: null, type: "point", domain: years.map(String) },
      y: { label: words.million, grid: true, zero: true },
      color: { domain: solution.versions.map((version) => version.meeting), range: SERIES, legend: true },
      marks: [
        Plot.lineY(rows, { x: (one) => String(one.year), y: "value", stroke: "meeting", strokeWidth: 2, marker: "dot" }),
        Plot.ruleY([0]),
      ],
    }),
    [rows, solution, words, years],
  );
  const top = rows.at(-1);
  return (
    <Chart
      title={words.bySolution}
      summary={top ? `${words.bySolution}. ${top.meeting} ${top.year}: ${short(top.ore, language)}.` : words.bySolution}
      plot={plot}
      items={rows}
      rowKey={(one) => one.key}
      columns={[
        { title: words.meeting, cell: (one) => one.meeting },
        { title: t.steering.economy.year, cell: (one) => one.year },
        { title: words.level, cell: (one) => short(one.ore, language), className: "number" },
      ]}
    />
  );
}

function Moves({ moves, language }: { moves: Solution["moves"]; language: "nb" | "en" }) {
  const { t } = useLanguage();
  const words = t.steering.growth;
  if (moves.length === 0) return null;
  return (
    <div className="moves">
      <strong className="small">{words.moves}</strong>
      <ul>
        {together(moves).map(({ first, last, move }) => (
          <li key={`${move.from}/${move.to}/${first}`}>
            <span className="num">
              {first === last ? first : `${first}–${last}`}: {short(move.difference.ore, language)}
            </span>{" "}
            <span className="subtle small">
              {move.from} → {move.to}
            </span>{" "}
            {move.reasons.join("; ")}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PayerTable({ years }: { years: Year[] }) {
  const { t, language } = useLanguage();
  const words = t.steering.financing;
  const payers = years[0]?.payers ?? [];
  return (
    <Panel title={`${words.payers}: ${t.steering.growth.charged.toLowerCase()}`}>
      <DataTable
        caption={words.payers}
        items={payers}
        rowKey={(payer) => payer.payer}
        columns={[
          { title: words.payer, cell: (payer) => payer.name },
          ...years.map((one) => ({
            title: String(one.year),
            cell: (payer: (typeof payers)[number]) => (
              <span className="num">{kroner(one.payers.find((p) => p.payer === payer.payer)?.change.ore ?? 0, language)}</span>
            ),
            className: "number",
          })),
        ]}
      />
    </Panel>
  );
}
