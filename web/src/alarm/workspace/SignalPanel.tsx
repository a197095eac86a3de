import type { AlarmDetail } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Facts } from "../../ui/Facts";
import { Panel } from "../../ui/Panel";

/** What the device really said, for those who must judge a signal nobody understood. */
export function SignalPanel({ detail }: { detail: AlarmDetail }) {
  const { t } = useLanguage();
  const words = t.workspace;
  const { alarm, signal_text } = detail;
  return (
    <Panel title={words.signal} className="signal-panel">
      <Facts
        of={[
          [words.code, alarm.code],
          [words.rawCode, <code>{alarm.raw_code}</code>],
          [words.signalText, signal_text && <code>{signal_text}</code>],
          [words.protocol, words.protocols[alarm.protocol]],
          [words.alarmId, <code>{alarm.id}</code>],
        ]}
      />
    </Panel>
  );
}
