import { Link, useSearchParams } from "react-router";
import { AlarmList } from "../alarm/AlarmList";
import { useSearch } from "../api/queries";
import type { SearchResult } from "../api/types";
import { useLanguage } from "../app/i18n";
import { DeviceTable } from "../care/DeviceTable";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Answer, Empty } from "../ui/states";

function People({ list }: { list: SearchResult["service_users"] }) {
  const { t } = useLanguage();
  return (
    <ul className="alarm-list">
      {list.map((user) => (
        <li key={user.id}>
          <span className="alarm-list-what">
            <Link to={`/service-users/${user.id}`}>{user.name}</Link>
            <span className="subtle">
              {t.common.years(user.age)}, {user.city}, {user.municipality_name}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Results({ result, q }: { result: SearchResult; q: string }) {
  const { t } = useLanguage();
  const words = t.overview.search;
  const { alarms, service_users, devices, municipalities } = result;
  if (alarms.length + service_users.length + devices.length + municipalities.length === 0)
    return <Empty>{words.nothing(q)}</Empty>;
  return (
    <div className="search-results">
      {service_users.length > 0 && (
        <Panel title={words.users}>
          <People list={service_users} />
        </Panel>
      )}
      {alarms.length > 0 && (
        <Panel title={words.alarms}>
          <AlarmList alarms={alarms} empty="" place />
        </Panel>
      )}
      {devices.length > 0 && (
        <Panel title={words.devices}>
          <DeviceTable devices={devices} />
        </Panel>
      )}
      {municipalities.length > 0 && (
        <Panel title={words.municipalities}>
          <ul className="alarm-list">
            {municipalities.map((m) => (
              <li key={m.number}>
                <Link to={`/municipalities/${m.number}`}>{m.name}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

export default function SearchPage() {
  const { t } = useLanguage();
  const [parameters] = useSearchParams();
  const q = (parameters.get("q") ?? "").trim();
  const query = useSearch(q);
  const words = t.overview.search;
  return (
    <Page title={q.length >= 2 ? words.resultFor(q) : words.title} lead={words.logged}>
      {q.length < 2 ? (
        <Empty>{words.hint}</Empty>
      ) : (
        <Answer query={query}>{(result) => <Results result={result} q={q} />}</Answer>
      )}
    </Page>
  );
}
