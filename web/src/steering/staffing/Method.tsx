import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { QualityMark } from "../edit/CellInput";
import { kroner, number } from "../economy/money";
import type { Staffing } from "./types";

/** How it is simulated, and of which numbers; those that are in no report are marked. */
export function Method({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const digits = (value: number) => (Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 3 : 1);
  const write = (value: number) => number(value, language, digits(value));
  const illustrative = result.numbers.filter((one) => one.quality === "illustrative").length;
  return (
    <Panel title={words.methodTitle}>
      <ul className="method-notes">
        <li>{words.methodRun(number(result.years, language), result.seed)}</li>
        <li>{words.methodWait}</li>
        <li>
          {words.methodRoster(
            number(result.roster.desk_hours, language),
            number(result.roster.person_years_per_seat, language, 2),
            kroner(result.roster.person_year_cost.ore, language),
          )}
        </li>
        <li>
          <span className="mark mark-danger">{t.steering.qualities.illustrative}</span> {words.methodIllustrative(illustrative, result.numbers.length)}
        </li>
      </ul>
      <DataTable
        caption={words.numbersTitle}
        items={result.numbers}
        rowKey={(one) => one.name}
        columns={[
          { title: words.assumption, cell: (one) => <code>{one.name}</code> },
          {
            title: words.value,
            cell: (one) => (
              <span className="num">
                {one.value === 0 && one.name.startsWith("profile.") ? "" : write(one.value)}
                {one.low !== undefined && one.high !== undefined && (
                  <span className="subtle small interval">
                    {write(one.low)} – {write(one.high)}
                  </span>
                )}
              </span>
            ),
            className: "number",
          },
          { title: words.quality, cell: (one) => <QualityMark quality={one.quality} /> },
          { title: words.source, cell: (one) => one.source, className: "wide-cell" },
        ]}
      />
      <ul className="method-notes">
        {result.targets.map((one) => (
          <li key={one.within_s}>{words.targetSource(one.within_s, number(one.share * 100, language, 1), one.source)}</li>
        ))}
      </ul>
    </Panel>
  );
}
