import { Link } from "react-router";
import type { Alarm } from "../api/types";
import { useLanguage } from "../app/i18n";
import { Time } from "../ui/Time";
import { PriorityMark, StateMark } from "./marks";

/** Alarms in short, each a link: earlier ones, those of the same home, those of a device. */
export function AlarmList({ alarms, empty, place = false }: { alarms: Alarm[]; empty: string; place?: boolean }) {
  const { t, tx } = useLanguage();
  if (alarms.length === 0) return <p className="subtle">{empty}</p>;
  return (
    <ul className="alarm-list">
      {alarms.map((alarm) => (
        <li key={alarm.id}>
          <PriorityMark priority={alarm.priority} compact />
          <span className="alarm-list-what">
            <Link to={`/alarms/${alarm.id}`}>{tx(alarm.code_text)}</Link>
            {place && <span className="subtle">{alarm.municipality_name}</span>}
          </span>
          <span className="alarm-list-end">
            {alarm.state === "closed" && alarm.outcome ? (
              <span className="subtle">{t.alarm.outcome[alarm.outcome]}</span>
            ) : (
              <StateMark state={alarm.state} />
            )}
            <Time at={alarm.received_at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
