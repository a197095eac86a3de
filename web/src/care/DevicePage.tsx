import { Link, useParams } from "react-router";
import { AlarmList } from "../alarm/AlarmList";
import { useDevice } from "../api/queries";
import type { DeviceDetail } from "../api/types";
import { useLanguage } from "../app/i18n";
import { DataTable } from "../ui/PagedTable";
import { Facts } from "../ui/Facts";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Answer } from "../ui/states";
import { Time } from "../ui/Time";
import { DeviceCondition, usePlacement } from "./DeviceCondition";

function DeviceFacts({ detail: { device } }: { detail: DeviceDetail }) {
  const { t, tx } = useLanguage();
  const placement = usePlacement();
  const words = t.care.columns;
  return (
    <Facts
      of={[
        [words.device, <code>{device.address}</code>],
        [words.kind, tx(device.kind)],
        [words.model, device.model],
        [t.common.municipality, <Link to={`/municipalities/${device.municipality}`}>{device.municipality_name}</Link>],
        [
          words.user,
          device.service_user_id ? (
            <Link to={`/service-users/${device.service_user_id}`}>{device.service_user_name ?? t.workspace.openPerson}</Link>
          ) : (
            t.care.notAssigned
          ),
        ],
        [words.placement, placement(device)],
        [words.state, t.care.deviceState[device.state]],
        [words.condition, <DeviceCondition device={device} full />],
        [words.lastHeard, device.last_heard_at ? <Time at={device.last_heard_at} as="full" /> : t.care.never],
      ]}
    />
  );
}

export default function DevicePage() {
  const { id = "" } = useParams();
  const { t, tx } = useLanguage();
  const query = useDevice(id);
  const words = t.care;
  return (
    <Page
      title={query.data ? tx(query.data.device.kind) : words.columns.device}
      lead={query.data && `${query.data.device.model}, ${query.data.device.address}`}
    >
      <Answer query={query} lines={9}>
        {(detail) => (
          <div className="workspace-columns">
            <Panel title={words.columns.device}>
              <DeviceFacts detail={detail} />
            </Panel>
            <Panel title={words.assignments}>
              {detail.assignments.length === 0 ? (
                <p className="subtle">{words.noAssignments}</p>
              ) : (
                <DataTable
                  caption={words.assignments}
                  items={detail.assignments}
                  rowKey={(a) => `${a.service_user_id}/${a.from}`}
                  columns={[
                    {
                      title: words.columns.user,
                      cell: (a) => <Link to={`/service-users/${a.service_user_id}`}>{t.workspace.openPerson}</Link>,
                    },
                    { title: words.columns.from, cell: (a) => <Time at={a.from} as="date" /> },
                    { title: words.columns.to, cell: (a) => (a.to ? <Time at={a.to} as="date" /> : words.stillAssigned) },
                  ]}
                />
              )}
            </Panel>
            <Panel title={words.deviceAlarms}>
              <AlarmList alarms={detail.alarms} empty={words.noAlarms} />
            </Panel>
          </div>
        )}
      </Answer>
    </Page>
  );
}
