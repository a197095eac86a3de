import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { SearchField } from "../../ui/SearchField";
import { nameOf, search } from "./portfolio";
import type { PortfolioResult } from "./types";

/** What pilots have learnt, found by every word of a query. */
export function Experiences({ run }: { run: PortfolioResult }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const [query, setQuery] = useState("");
  if (run.experiences.length === 0) return null;
  const found = search(run.experiences, query, (id) => nameOf(run, id));
  return (
    <Panel
      title={words.experiences}
      className="experiences"
      aside={<SearchField label={words.searchExperiences} value={query} onChange={setQuery} />}
    >
      <p className="subtle small" role="status">
        {found.length === 0 ? words.noExperiences : words.found(found.length)}
      </p>
      <ul className="activity-cards">
        {found.map((one) => (
          <li key={one.id}>
            <h3>{one.title}</h3>
            <p className="subtle small">
              {[nameOf(run, one.solution), one.municipality, one.date].filter(Boolean).join(" · ")}
            </p>
            <p>{one.text}</p>
            <p className="subtle small">
              {one.contact && `${words.contact}: ${one.contact} · `}
              {words.source}: {one.source}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
