import { Link, useParams } from "react-router";
import { AlarmList } from "../alarm/AlarmList";
import { useMunicipality } from "../api/queries";
import type { MunicipalityDetail } from "../api/types";
import { useLanguage } from "../app/i18n";
import { Facts } from "../ui/Facts";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { PhoneLink } from "../ui/PhoneLink";
import { Answer } from "../ui/states";
import { formatNumber } from "../ui/time";
import { HomeMap } from "../ui/map/HomeMap";
import { useMay } from "./session";

function Numbers({ of }: { of: MunicipalityDetail }) {
  const { t, language } = useLanguage();
  const words = t.overview.municipality;
  const tiles: [string, number][] = [
    [words.openAlarms, of.open_alarms],
    [words.users, of.service_users],
    [words.devices, of.devices],
    [words.lost, of.lost_contact],
    [words.inhabitants, of.inhabitants],
  ];
  return (
    <dl className="summary">
      {tiles.map(([label, value]) => (
        <div key={label} className="summary-tile">
          <dt>{label}</dt>
          <dd className="num">{formatNumber(value, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Duty({ of }: { of: MunicipalityDetail }) {
  const { t } = useLanguage();
  const words = t.overview.municipality;
  return (
    <>
      <Panel title={words.teams}>
        {of.home_care_teams.length === 0 && <p className="subtle">{words.noTeams}</p>}
        <ul className="alarm-list">
          {of.home_care_teams.map((team) => (
            <li key={team.id}>
              <strong className="alarm-list-what">{team.name}</strong>
              <PhoneLink number={team.phone} name={team.name} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.onCall}>
        {of.on_call ? (
          <p className="person-line">
            <strong>{of.on_call.name}</strong>
            <PhoneLink number={of.on_call.phone} name={of.on_call.name} />
          </p>
        ) : (
          <p className="subtle">{words.noOnCall}</p>
        )}
      </Panel>
      {of.webhook && (
        <Panel title={words.webhook}>
          {of.webhook.configured ? (
            <Facts
              of={[
                [words.webhookWaiting, of.webhook.waiting],
                [words.webhookDead, of.webhook.dead],
              ]}
            />
          ) : (
            <p className="subtle">{words.webhookOff}</p>
          )}
        </Panel>
      )}
    </>
  );
}

export default function MunicipalityPage() {
  const { number = "" } = useParams();
  const { t } = useLanguage();
  const query = useMunicipality(number);
  const words = t.overview.municipality;
  const [history, users, devices, alarms] = [useMay("history"), useMay("users"), useMay("devices"), useMay("alarm")];
  const links: [boolean, string, string][] = [
    [devices, "/devices", words.showDevices],
    [users, "/service-users", words.showUsers],
    [history, "/history", words.showHistory],
  ];
  return (
    <Page
      title={query.data?.name ?? t.common.municipality}
      lead={`${words.number(number)}${query.data ? ` · ${words.organisation} ${query.data.organisation_number}` : ""}`}
      tools={links
        .filter(([may]) => may)
        .map(([, to, label]) => (
          <Link key={to} to={`${to}?municipality=${number}`} className="ds-button" data-variant="secondary" data-size="sm">
            {label}
          </Link>
        ))}
    >
      <Answer query={query} lines={10}>
        {(municipality) => (
          <>
            <Numbers of={municipality} />
            <div className="workspace-columns">
              <div className="column">
                <Panel title={t.workspace.map}>
                  <HomeMap lat={municipality.lat} lon={municipality.lon} label={municipality.name} />
                </Panel>
              </div>
              <div className="column">
                <Duty of={municipality} />
              </div>
              {alarms && (
                <Panel title={words.open}>
                  <AlarmList alarms={municipality.open} empty={words.noneOpen} />
                </Panel>
              )}
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
