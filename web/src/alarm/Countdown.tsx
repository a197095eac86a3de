import type { Step } from "../api/types";
import { useLanguage } from "../app/i18n";
import { useNow } from "../ui/clock";
import { formatClock } from "../ui/time";

/** How long the current step of the plan has left before the alarm escalates. */
export function Countdown({ step }: { step: Step }) {
  const now = useNow();
  const { t } = useLanguage();
  if (!step.deadline) return <span className="subtle">{t.alarm.queue.noLimit}</span>;
  const left = Date.parse(step.deadline) - now;
  const clock = formatClock(Math.abs(left), t.common.units.d);
  const level = left < 0 ? "over" : left < 30_000 ? "soon" : "";
  return (
    <span className={`countdown num ${level}`}>{left < 0 ? t.alarm.queue.over(clock) : t.alarm.queue.left(clock)}</span>
  );
}
