import type { Plan, Step } from "../api/types";
import { Countdown } from "../alarm/Countdown";
import { useLanguage } from "../app/i18n";
import { formatSeconds } from "../ui/time";

/** The response plan; in an alarm with the step it is at, and how long that has left. */
export function PlanSteps({ plan, step = null }: { plan: Plan | null; step?: Step | null }) {
  const { t, tx } = useLanguage();
  const words = t.workspace;
  if (!plan) return <p className="subtle">{words.noPlan}</p>;
  return (
    <ol className="plan" aria-label={plan.name}>
      {plan.steps.map((planned, index) => {
        const current = step !== null && planned.current;
        return (
          <li
            key={index}
            className={current ? "current" : planned.active_now ? "" : "inactive"}
            aria-current={current ? "step" : undefined}
          >
            <span className="plan-number num" aria-hidden="true">
              {index + 1}
            </span>
            <span className="plan-what">
              <strong>{tx(planned.label)}</strong>
              <span className="subtle">
                {[
                  planned.hours && tx(planned.hours),
                  planned.limit_s && words.limit(formatSeconds(planned.limit_s, t.common.units)),
                  !planned.active_now && words.notActive,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            {current && step && (
              <span className="plan-now">
                <span className="tag-now">{words.current}</span>
                <Countdown step={step} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
