import {
  CheckmarkCircleIcon,
  CloudSlashIcon,
  ExclamationmarkTriangleIcon,
} from "@navikt/aksel-icons";
import type { Device } from "../api/types";
import { useLanguage } from "../app/i18n";

/** Whether the device can be trusted to call for help. */
export function DeviceCondition({ device, full = false }: { device: Device; full?: boolean }) {
  const { t } = useLanguage();
  const words = t.care;
  const fine = !device.lost_contact && device.battery !== "low" && device.mains !== "failed";
  return (
    <span className="marks">
      {device.lost_contact && (
        <span className="mark mark-danger">
          <CloudSlashIcon aria-hidden="true" />
          {words.lostContact}
        </span>
      )}
      {device.battery === "low" && (
        <span className="mark mark-warning">
          <ExclamationmarkTriangleIcon aria-hidden="true" />
          {words.batteryLow}
        </span>
      )}
      {device.mains === "failed" && (
        <span className="mark mark-warning">
          <ExclamationmarkTriangleIcon aria-hidden="true" />
          {words.mainsFailed}
        </span>
      )}
      {fine && (
        <span className="mark mark-ok">
          <CheckmarkCircleIcon aria-hidden="true" />
          {full && device.battery === "ok" ? words.batteryOk : words.conditionOk}
        </span>
      )}
    </span>
  );
}

/** Where the device is placed; some senders give it in both languages, some as plain text. */
export function usePlacement(): (device: Device) => string | null {
  const { tx } = useLanguage();
  return ({ placement }) => (placement && typeof placement === "object" ? tx(placement) : placement);
}
