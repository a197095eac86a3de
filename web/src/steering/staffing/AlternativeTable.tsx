import type { ReactNode } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { type Column, DataTable } from "../../ui/PagedTable";
import { number, short, signed } from "../economy/money";
import { HOURS_A_YEAR, answersOf, duration, interval, isAlone, share } from "./figures";
import type { Alternative, Staffing } from "./types";

interface Row {
  title: string;
  cell: (one: Alternative) => ReactNode;
}

/** The alternatives side by side, a column each. */
export function AlternativeTable({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const between = (low: string, high: string) => <span className="subtle small interval">{`${low} – ${high}`}</span>;
  const rows: Row[] = [
    { title: words.kind, cell: (one) => words.kinds[one.kind] },
    {
      title: words.personYears,
      cell: (one) => (
        <>
          <strong className="num">{number(one.person_years.value, language, 1)}</strong>
          {between(number(one.person_years.low, language, 1), number(one.person_years.high, language, 1))}
        </>
      ),
    },
    {
      title: words.cost,
      cell: (one) => (
        <>
          <strong className="num">{short(one.cost.value.ore, language)}</strong>
          {between(short(one.cost.low.ore, language), short(one.cost.high.ore, language))}
        </>
      ),
    },
    {
      title: words.against,
      cell: (one) =>
        !one.against ? (
          "–"
        ) : one.against.alternative === one.id ? (
          <span className="subtle">{words.isReference}</span>
        ) : (
          <span className={`num ${one.against.cost.ore > 0 ? "loss" : "gain"}`}>{signed(Math.round(one.against.cost.ore / 1e6) * 1e6, language)}</span>
        ),
    },
    {
      title: words.onDuty,
      cell: (one) => (one.plan.fewest === one.plan.most ? one.plan.fewest : `${one.plan.fewest} – ${one.plan.most}`),
    },
    {
      title: words.alone,
      cell: (one) =>
        isAlone(one) ? (
          <>
            <span className={`mark ${one.hours_below_minimum >= 1 ? "mark-danger" : "mark-warning"}`}>
              {words.aloneMark(number((one.hours_alone / HOURS_A_YEAR) * 100, language, 0))}
            </span>
            {one.hours_below_minimum < 1 && <span className="subtle small interval">{words.withReserve}</span>}
          </>
        ) : (
          <span className="mark mark-ok">{words.neverAlone}</span>
        ),
    },
    ...result.targets.map(
      (target, i): Row => ({
        title: words.within(target.within_s, share(target.share, language)),
        cell: (one) => {
          const within = answersOf(one)?.within[i];
          if (!within) return "–";
          return (
            <>
              <strong className="num">{share(within.value, language)}</strong>{" "}
              <span className={`mark ${within.reached ? "mark-ok" : "mark-danger"}`}>{within.reached ? words.reached : words.notReached}</span>
              <span className="subtle small interval">{interval(within, language)}</span>
            </>
          );
        },
      }),
    ),
    {
      title: words.occupancy,
      cell: (one) => (
        <>
          <span className="num">{share(one.occupancy.value, language, 0)}</span>
          <span className="subtle small interval">{interval(one.occupancy, language)}</span>
        </>
      ),
    },
    {
      title: words.longest,
      cell: (one) => {
        const longest = answersOf(one)?.longest_s;
        return longest ? (
          <>
            <span className="num">{duration(longest.value, language)}</span>
            {between(duration(longest.low, language), duration(longest.high, language))}
          </>
        ) : (
          "–"
        );
      },
    },
    { title: words.pressedAgain, cell: (one) => <span className="num">{number(answersOf(one)?.pressed_again.value ?? 0, language, 2)}</span> },
  ];
  const columns: Column<Row>[] = [
    { title: words.figure, cell: (row) => <strong>{row.title}</strong>, className: "figure-cell" },
    ...result.alternatives.map((one): Column<Row> => ({ title: one.name, cell: (row) => row.cell(one), className: "wrap" })),
  ];
  return (
    <Panel title={words.alternatives} className="side-by-side">
      <DataTable caption={words.alternatives} items={rows} columns={columns} rowKey={(row) => row.title} />
      <p className="subtle small">{words.intervalHint}</p>
    </Panel>
  );
}
