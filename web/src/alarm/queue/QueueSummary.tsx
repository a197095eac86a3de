import { useLanguage } from "../../app/i18n";
import { Age } from "../../ui/Age";
import type { QueueSections } from "../urgency";

/** The state of the centre in four numbers. */
export function QueueSummary({ queue, me }: { queue: QueueSections; me?: string }) {
  const { t } = useLanguage();
  const words = t.alarm.queue;
  const oldest = queue.waiting.reduce<string | null>(
    (first, alarm) => (first === null || alarm.received_at < first ? alarm.received_at : first),
    null,
  );
  const mine = [...queue.inProgress, ...queue.technical].filter((alarm) => alarm.handler?.id === me).length;
  const tiles: [string, React.ReactNode, string][] = [
    [words.waiting, queue.waiting.length, queue.waiting.length > 0 ? "alert" : ""],
    [words.oldest, oldest ? <Age since={oldest} /> : "–", ""],
    [words.inProgress, queue.inProgress.length, ""],
    // A wall belongs to nobody.
    ...(me ? [[words.mine, mine, ""] as [string, React.ReactNode, string]] : []),
    [words.technical, queue.technical.length, ""],
  ];
  return (
    <dl className="summary">
      {tiles.map(([label, value, level]) => (
        <div key={label} className={`summary-tile ${level}`}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
