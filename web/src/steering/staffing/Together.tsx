import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { number, short, signed } from "../economy/money";
import { duration, interval, referenceOf, share } from "./figures";
import type { Answers, Staffing } from "./types";

/** What sharing hands with the emergency clinic saves against people enough of one's own. */
export function ReservePanel({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const items = result.alternatives.filter((one) => one.kind === "colocated");
  const reference = referenceOf(result);
  return (
    <Panel title={words.reserveTitle}>
      {items.length === 0 ? (
        <p className="subtle">{words.noReserve}</p>
      ) : (
        <>
          {reference && <p className="subtle small">{words.reserveHint(reference.name)}</p>}
          <DataTable
            caption={words.reserveTitle}
            items={items}
            rowKey={(one) => one.id}
            columns={[
              { title: words.alternative, cell: (one) => one.name, className: "wide-cell" },
              {
                title: words.saved,
                cell: (one) => (
                  <span className={`num ${(one.against?.cost.ore ?? 0) <= 0 ? "gain" : "loss"}`}>
                    {one.against ? short(-one.against.cost.ore, language) : "–"}
                    {one.against && <span className="small interval">{words.personYearsOf(number(-one.against.person_years, language, 1))}</span>}
                  </span>
                ),
                className: "number",
              },
              {
                title: words.reserveHours,
                cell: (one) => (
                  <span className="num">
                    {number(one.reserve_hours.value, language)} {words.hours}
                    <span className="subtle small interval">{short(one.reserve.value.ore, language)}</span>
                  </span>
                ),
                className: "number",
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

/** What connecting does to the centre that takes the alarms: its own people wait longer, or it must have more hands. */
export function ConnectionPanel({ result }: { result: Staffing }) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const items = result.alternatives.flatMap((one) => (one.connection ? [one.connection] : []));
  const first = result.targets[0];
  if (items.length === 0)
    return (
      <Panel title={words.connectTitle}>
        <p className="subtle">{words.noConnection}</p>
      </Panel>
    );
  return (
    <>
      {items.map((one) => {
        const row = (title: string, of: (answers: Answers) => string) => ({ title, before: of(one.host_alone), after: of(one.host_together) });
        const rows = [
          row(words.hostWithin(first?.within_s ?? 60), (answers) => {
            const within = answers.within[0];
            return within ? `${share(within.value, language)} (${interval(within, language)})` : "–";
          }),
          row(words.mean, (answers) => duration(answers.mean_s.value, language)),
          row(words.longest, (answers) => duration(answers.longest_s.value, language)),
          {
            title: words.lacks,
            before: number(one.lacks_alone_hours_a_week, language, 1),
            after: number(one.lacks_together_hours_a_week, language, 1),
          },
        ];
        return (
          <Panel key={one.host} title={words.connectTitle}>
            <p>
              {words.connectText(
                one.name,
                share(one.share.value, language, 0),
                number(one.extra.person_years.value, language, 1),
                signed(Math.round(one.extra.pay.value.ore / 1e6) * 1e6, language),
              )}
            </p>
            <DataTable
              caption={words.connectTitle}
              items={rows}
              rowKey={(line) => line.title}
              columns={[
                { title: words.hostFigure, cell: (line) => line.title, className: "wide-cell" },
                { title: words.hostBefore, cell: (line) => <span className="num">{line.before}</span>, className: "number" },
                { title: words.hostAfter, cell: (line) => <span className="num">{line.after}</span>, className: "number" },
              ]}
            />
          </Panel>
        );
      })}
    </>
  );
}
