import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { Tile } from "../tool";
import { number, percent, short } from "./money";
import type { Alternative, CooperationResult } from "./types";

export function AsIsTiles({ run }: { run: CooperationResult }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const asIs = run.as_is;
  const best = [...run.alternatives].sort((a, b) => b.saving.ore - a.saving.ore)[0];
  const stated = asIs.stated_inhabitants !== asIs.inhabitants;
  const perInhabitant = stated ? asIs.per_stated_inhabitant : asIs.per_inhabitant;
  return (
    <>
      <dl className="summary steering-summary">
        <Tile
          title={`${words.asIs}, ${words.perYear}`}
          value={short(asIs.total.ore, language)}
          note={words.coverage(percent(asIs.reported_percent, language, 0))}
        />
        <Tile
          title={`${words.asIs}, ${words.perInhabitant}`}
          value={`${number(perInhabitant.ore / 100, language)} kr`}
          note={stated ? words.onStated(number(asIs.stated_inhabitants, language)) : words.onRegister(number(asIs.inhabitants, language))}
        />
        <Tile
          title={`${words.asIs}, ${words.hoursPerYear}`}
          value={number(asIs.hours, language)}
          note={`${number(asIs.person_years, language, 1)} ${words.personYears}`}
        />
        {best && (
          <Tile
            title={words.savingPerYear}
            value={short(best.saving.ore, language)}
            tone={best.saving.ore >= 0 ? "gain" : "loss"}
            note={`${percent(best.saving_percent, language)} · ${best.name}`}
          />
        )}
      </dl>
      {asIs.gaps > 0 && <p className="mark mark-warning">{words.gaps(asIs.gaps)}</p>}
    </>
  );
}

export function AlternativeTable({ run, chosen }: { run: CooperationResult; chosen: string }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const stated = run.as_is.stated_inhabitants !== run.as_is.inhabitants;
  const money = (title: string, of: (one: Alternative) => string, gain?: (one: Alternative) => number) => ({
    title,
    cell: (one: Alternative) => (
      <span className={`num ${gain ? (gain(one) >= 0 ? "gain" : "loss") : ""}`}>{of(one)}</span>
    ),
    className: "number",
  });
  return (
    <Panel title={words.alternatives}>
      <DataTable<Alternative>
        caption={words.alternatives}
        items={run.alternatives}
        rowKey={(one) => one.id}
        columns={[
          { title: words.alternative, cell: (one) => <strong className={one.id === chosen ? "chosen" : ""}>{one.name}</strong> },
          money(words.costPerYear, (one) => short(one.cost.ore, language)),
          money(
            words.perInhabitant,
            (one) => `${number((stated ? one.per_stated_inhabitant : one.per_inhabitant).ore / 100, language, 1)} kr`,
          ),
          money(words.savingPerYear, (one) => short(one.saving.ore, language), (one) => one.saving.ore),
          money(`${words.saving} %`, (one) => percent(one.saving_percent, language), (one) => one.saving.ore),
          money(words.hoursSaved, (one) => number(one.hours_saved, language)),
          money(words.personYears, (one) => number(one.person_years_saved, language, 1)),
          money(words.npvOver(run.assumptions.years), (one) => short(one.net_present_value.ore, language), (one) => one.net_present_value.ore),
          money(words.payback, (one) => (one.payback_year === null ? words.never : String(one.payback_year))),
        ]}
      />
    </Panel>
  );
}
