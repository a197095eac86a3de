import { PhoneIcon } from "@navikt/aksel-icons";
import { Link } from "react-router";
import type { AlarmDetail } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { DeviceCondition, usePlacement } from "../../care/DeviceCondition";
import { Facts } from "../../ui/Facts";
import { Panel } from "../../ui/Panel";
import { callLink } from "../../ui/phone";

/** What called, where in the home it is, and how to talk through it. */
export function DevicePanel({ detail }: { detail: AlarmDetail }) {
  const { t, tx } = useLanguage();
  const placement = usePlacement();
  const words = t.workspace;
  const { device, alarm, call_target } = detail;
  return (
    <Panel title={words.device} className="device-panel">
      {call_target && (
        <a className="ds-button call-target" data-variant="primary" data-size="sm" href={callLink(call_target.uri)}>
          <PhoneIcon aria-hidden="true" />
          {words.callTarget(call_target.label)}
        </a>
      )}
      {device ? (
        <Facts
          of={[
            [words.device, <Link to={`/devices/${device.id}`}>{tx(device.kind)}</Link>],
            [words.inTheHome, (alarm.location && tx(alarm.location)) || placement(device)],
            [t.care.columns.model, device.model],
            [t.care.columns.condition, <DeviceCondition device={device} />],
          ]}
        />
      ) : (
        <p className="subtle">{words.noDevice}</p>
      )}
    </Panel>
  );
}
