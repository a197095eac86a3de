import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import type { Alarm } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { QueueRow } from "./QueueRow";

// Enough for a bad night. A flood must not make the page slow, and nobody reads row 300.
const FIRST = 60;
const MORE = 100;

interface Props {
  caption: string;
  me: string;
  onTake?: ((alarm: Alarm) => void) | undefined;
  children: ReactNode;
}

/** The frame that waiting, taken and technical alarms share, so that their columns stand under each other. */
export function QueueTable({ caption, onTake, children }: Omit<Props, "me">) {
  const { t } = useLanguage();
  const c = t.alarm.queue.columns;
  return (
    <table className="queue-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th className="col-priority">{c.priority}</th>
          <th className="col-alarm">{c.alarm}</th>
          <th className="col-where">{c.where}</th>
          <th className="col-age">{c.age}</th>
          <th className="col-status">{c.status}</th>
          <th className="col-step">{c.step}</th>
          {onTake && <th className="col-action">{c.action}</th>}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function AlarmRows({
  alarms,
  caption,
  me,
  onTake,
  keyOn,
}: Omit<Props, "children"> & { alarms: Alarm[]; keyOn?: string | undefined }) {
  const [shown, setShown] = useState(FIRST);
  const { t } = useLanguage();
  return (
    <>
      <QueueTable caption={caption} onTake={onTake}>
        {alarms.slice(0, shown).map((alarm) => (
          <QueueRow key={alarm.id} alarm={alarm} me={me} showKey={alarm.id === keyOn} {...(onTake && { onTake })} />
        ))}
      </QueueTable>
      {alarms.length > shown && (
        <div className="more">
          <span className="subtle">{t.alarm.queue.showingOf(shown, alarms.length)}</span>
          <Button data-size="sm" variant="secondary" onClick={() => setShown(shown + MORE)}>
            {t.common.showMore}
          </Button>
        </div>
      )}
    </>
  );
}
