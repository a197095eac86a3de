import {
  ArrowCirclepathIcon,
  ArrowUpIcon,
  ExclamationmarkTriangleIcon,
  QuestionmarkDiamondIcon,
} from "@navikt/aksel-icons";
import type { Alarm } from "../api/types";
import { useLanguage } from "../app/i18n";
import { formatTime } from "../ui/time";

/** Number, word and colour: no one of them carries the meaning alone. */
export function PriorityMark({ priority, compact = false }: { priority: Alarm["priority"]; compact?: boolean }) {
  const { t } = useLanguage();
  const word = t.alarm.priority[priority] ?? "";
  return (
    <span className={`priority p${priority}${compact ? " compact" : ""}`} title={t.alarm.priorityLabel(priority, word)}>
      <span className="priority-number num">{priority}</span>
      <span className="priority-word">{word}</span>
    </span>
  );
}

export function StateMark({ state }: { state: Alarm["state"] }) {
  const { t } = useLanguage();
  return <span className={`state state-${state}`}>{t.alarm.state[state]}</span>;
}

/** What makes this alarm more than the ordinary: repeats, a reset, a signal or sender nobody knows, escalation. */
export function AlarmMarks({ alarm }: { alarm: Alarm }) {
  const { t, language } = useLanguage();
  const words = t.alarm;
  return (
    <span className="marks">
      {!alarm.understood && (
        <span className="mark mark-warning" title={words.notUnderstoodLong}>
          <QuestionmarkDiamondIcon aria-hidden="true" />
          {words.notUnderstood}
        </span>
      )}
      {!alarm.device_id && (
        <span className="mark mark-warning" title={words.unknownDeviceLong}>
          <QuestionmarkDiamondIcon aria-hidden="true" />
          {words.unknownDevice}
        </span>
      )}
      {alarm.escalations > 0 && (
        <span className="mark mark-danger" title={words.escalations(alarm.escalations)}>
          <ArrowUpIcon aria-hidden="true" />
          <span>{words.escalations(alarm.escalations)}</span>
        </span>
      )}
      {alarm.repeats > 0 && (
        <span className="mark mark-danger" title={words.repeats(alarm.repeats)}>
          <ExclamationmarkTriangleIcon aria-hidden="true" />
          <span className="visually-hidden">{words.repeats(alarm.repeats)}</span>
          <span aria-hidden="true" className="num">
            ×{alarm.repeats + 1}
          </span>
        </span>
      )}
      {alarm.reset_at && (
        <span className="mark" title={words.resetAt(formatTime(alarm.reset_at, "seconds", language))}>
          <ArrowCirclepathIcon aria-hidden="true" />
          {words.resetMark}
        </span>
      )}
    </span>
  );
}
