import { Link } from "react-router";
import type { Device } from "../api/types";
import { useLanguage } from "../app/i18n";
import type { Column } from "../ui/PagedTable";
import { Time } from "../ui/Time";
import { DeviceCondition } from "./DeviceCondition";

export function useDeviceColumns(): Column<Device>[] {
  const { t, tx } = useLanguage();
  const words = t.care.columns;
  return [
    { title: words.device, cell: (d) => <Link to={`/devices/${d.id}`}>{d.address}</Link> },
    { title: words.kind, cell: (d) => tx(d.kind) },
    { title: words.model, cell: (d) => d.model },
    { title: t.common.municipality, cell: (d) => d.municipality_name },
    {
      title: words.user,
      cell: (d) =>
        d.service_user_id && d.service_user_name ? (
          <Link to={`/service-users/${d.service_user_id}`}>{d.service_user_name}</Link>
        ) : (
          "–"
        ),
    },
    { title: words.state, cell: (d) => t.care.deviceState[d.state] },
    { title: words.condition, cell: (d) => <DeviceCondition device={d} /> },
    {
      title: words.lastHeard,
      cell: (d) => (d.last_heard_at ? <Time at={d.last_heard_at} /> : t.care.never),
      className: "nowrap",
    },
  ];
}
