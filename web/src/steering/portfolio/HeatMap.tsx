import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { SearchField } from "../../ui/SearchField";
import type { Municipality, PortfolioResult, Solution, Word } from "./types";

type State = "yes" | "no" | "unknown" | "outside";
const SIGN: Record<State, string> = { yes: "✓", no: "✕", unknown: "?", outside: "" };
const stateOf = (word: Word | null): State => (word === null ? "unknown" : word.holds ? "yes" : "no");

/** Solutions x municipalities. Made available and in use are two facts, and are not mixed. */
export function HeatMap({ run, chosen, onChoose }: { run: PortfolioResult; chosen: string; onChoose: (number: string) => void }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const [query, setQuery] = useState("");
  const shown = run.municipalities.filter((one) => `${one.name} ${one.number}`.toLowerCase().includes(query.toLowerCase()));
  return (
    <Panel title={words.heat} aside={<SearchField label={words.filter} value={query} onChange={setQuery} />}>
      <p className="subtle small">{words.heatHint}</p>
      <ul className="legend">
        {(["yes", "no", "unknown", "outside"] as const).map((state) => (
          <li key={state}>
            <span className={`heat-half heat-${state}`} aria-hidden="true">
              {SIGN[state]}
            </span>
            {words.legend[state]}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? (
        <p className="subtle">{words.noMatch}</p>
      ) : (
        <div className="table-scroll heat-scroll" role="region" aria-label={words.heat} tabIndex={0}>
          <table className="heat-map">
            <caption className="visually-hidden">{words.heat}</caption>
            <thead>
              <tr>
                <th scope="col">{words.municipality}</th>
                {run.solutions.map((solution) => (
                  <th key={solution.id} scope="col" className="heat-head">
                    <span>{solution.name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.number} className={one.number === chosen ? "heat-chosen" : ""}>
                  <th scope="row">
                    <button type="button" className="link-button" aria-pressed={one.number === chosen} onClick={() => onChoose(one.number)}>
                      {one.name}
                    </button>
                  </th>
                  {run.solutions.map((solution) => (
                    <HeatCell key={solution.id} run={run} municipality={one} solution={solution} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function HeatCell({ run, municipality, solution }: { run: PortfolioResult; municipality: Municipality; solution: Solution }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const standing = municipality.solutions.find((one) => one.solution === solution.id);
  const plan = run.plans.find((one) => one.municipality === municipality.number && one.solution === solution.id);
  if (!standing && !plan && solution.counties.length > 0 && !solution.counties.includes(municipality.county))
    return (
      <td title={words.notConcerned}>
        <span className="heat-half heat-outside" aria-hidden="true" />
        <span className="visually-hidden">{words.notConcerned}</span>
      </td>
    );
  const say = (word: Word | null) =>
    word === null ? words.unknown : `${word.holds ? words.yes : words.no} ${words.saidBy(word.said_by, word.since || word.said)}`;
  const [available, inUse] = [standing?.available ?? null, standing?.in_use ?? null];
  const text = `${words.cell(say(available), say(inUse))}${plan ? ` ${words.planned(plan.by)}` : ""}`;
  return (
    <td title={`${municipality.name}, ${solution.name}. ${text}`} className={plan ? "heat-planned" : ""}>
      {[available, inUse].map((word, i) => (
        <span key={i} className={`heat-half heat-${stateOf(word)}`} aria-hidden="true">
          {SIGN[stateOf(word)]}
        </span>
      ))}
      <span className="visually-hidden">{text}</span>
    </td>
  );
}
