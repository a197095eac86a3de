import { Link } from "react-router";
import type { Device } from "../api/types";
import { useLanguage } from "../app/i18n";
import { Time } from "../ui/Time";
import { DeviceCondition, usePlacement } from "./DeviceCondition";

/** A person's devices in short. */
export function DeviceTable({ devices }: { devices: Device[] }) {
  const { t, tx } = useLanguage();
  const placement = usePlacement();
  if (devices.length === 0) return <p className="subtle">{t.care.noAssignments}</p>;
  return (
    <ul className="alarm-list">
      {devices.map((device) => (
        <li key={device.id}>
          <span className="alarm-list-what">
            <Link to={`/devices/${device.id}`}>{tx(device.kind)}</Link>
            <span className="subtle">{[device.model, placement(device)].filter(Boolean).join(" · ")}</span>
          </span>
          <span className="alarm-list-end">
            <DeviceCondition device={device} />
            {device.last_heard_at && <Time at={device.last_heard_at} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
