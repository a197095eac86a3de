import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { Choice } from "../../ui/filters";
import { spanOf } from "./portfolio";
import type { Activity, PortfolioResult } from "./types";

/** One card for each activity; what its source does not say is left out. */
export function Activities({ run }: { run: PortfolioResult }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const [area, setArea] = useState("");
  const areas = [...new Set(run.activities.map((one) => one.area))].sort();
  if (run.activities.length === 0) return null;
  return (
    <Panel
      title={words.activities}
      aside={
        <Choice
          label={words.area}
          value={area}
          onChange={setArea}
          options={[["", words.allAreas], ...areas.map((one): [string, string] => [one, one])]}
        />
      }
    >
      <ul className="activity-cards">
        {run.activities
          .filter((one) => area === "" || one.area === area)
          .map((one) => (
            <Card key={one.id} one={one} />
          ))}
      </ul>
    </Panel>
  );
}

function Card({ one }: { one: Activity }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const facts: [string, string][] = [
    [words.purpose, one.purpose],
    [words.status, one.status && `${one.status}${one.status_date ? ` (${one.status_date})` : ""}`],
    [words.cost, one.cost],
    [words.benefit, one.benefit],
    [words.pilot, one.pilot],
    [words.evaluation, one.evaluation],
  ];
  const selection = Object.entries(one.selection).filter(([, text]) => text !== "");
  return (
    <li>
      <h3>{one.name}</h3>
      <p className="subtle small">
        {[
          words.kinds[one.kind],
          one.priority === null ? "" : words.priority(one.priority),
          one.area,
          one.owner,
          spanOf(one.from, one.to),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <dl>
        {facts
          .filter(([, text]) => text)
          .map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {(one.municipalities_do.length > 0 || one.sector_does.length > 0 || selection.length > 0) && (
        <details>
          <summary>
            {words.details}
            <span className="visually-hidden">: {one.name}</span>
          </summary>
          <Tasks title={words.municipalitiesDo} items={one.municipalities_do} />
          <Tasks title={words.sectorDoes} items={one.sector_does} />
          <Tasks title={words.selection} items={selection.map(([key, text]) => `${words.criteria[key] ?? key}: ${text}`)} />
        </details>
      )}
      <p className="subtle small">
        {words.source}: {one.source}
      </p>
    </li>
  );
}

function Tasks({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <p className="tasks-title">{title}</p>
      <ul className="tasks">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
