import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { number } from "../economy/money";
import { answersOf, share } from "./figures";
import type { Alternative, AtBound, Staffing } from "./types";

/** What becomes of each alternative when the uncertain work is all low, or all high. */
export function RangePanel({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing.ranges;
  const { ranges } = result;
  if (!ranges) return null;
  const bound = (at: AtBound | undefined, of: (there: AtBound) => number | undefined) => {
    if (!at) return "–";
    if (at.fault) return <span className="mark mark-danger">{words.grows}</span>;
    return share(of(at) ?? 0, language);
  };
  const within = (at: AtBound) => at.answers?.within[0]?.value;
  const busy = (at: AtBound) => at.occupancy?.value;
  const cell = (title: string, of: (one: Alternative) => React.ReactNode) => ({
    title,
    cell: (one: Alternative) => <span className="num">{of(one)}</span>,
    className: "number",
  });
  return (
    <Panel title={words.title}>
      <p>
        {words.text(
          number(ranges.low.work_hours, language),
          number(ranges.high.work_hours, language),
          number(result.demand.work_hours, language),
          number(ranges.low.needed_person_years, language, 1),
          number(ranges.high.needed_person_years, language, 1),
          number(result.needed.cost.person_years.value, language, 1),
        )}
      </p>
      <DataTable
        caption={words.title}
        items={result.alternatives}
        rowKey={(one) => one.id}
        columns={[
          { title: t.staffing.alternative, cell: (one) => one.name, className: "wide-cell" },
          cell(words.within(result.targets[0]?.within_s ?? 60, words.low), (one) => bound(one.at_low, within)),
          cell(words.middle, (one) => share(answersOf(one)?.within[0]?.value ?? 0, language)),
          cell(words.high, (one) => bound(one.at_high, within)),
          cell(words.busy(words.low), (one) => bound(one.at_low, busy)),
          cell(words.busy(words.middle), (one) => share(one.occupancy.value, language)),
          cell(words.busy(words.high), (one) => bound(one.at_high, busy)),
        ]}
      />
    </Panel>
  );
}
