import type { LogEntry } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { Time } from "../../ui/Time";

/** What has happened, newest first. */
export function LogPanel({ log }: { log: LogEntry[] }) {
  const { t, tx } = useLanguage();
  const words = t.workspace;
  return (
    <Panel title={words.log} className="log-panel">
      {log.length === 0 ? (
        <p className="subtle">{words.noLog}</p>
      ) : (
        // The list scrolls in its own frame and must be reachable by keyboard.
        <ol className="log" tabIndex={0} aria-label={words.log}>
          {[...log].reverse().map((entry, i) => (
            <li key={log.length - i} className={`log-${entry.event}`}>
              <Time at={entry.at} as="seconds" />
              <span className="log-what">
                <span>{tx(entry.text) || t.alarm.event[entry.event]}</span>
                {entry.note && <q className="log-text">{entry.note}</q>}
                <span className="subtle small">{entry.actor?.name ?? words.automatic}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
