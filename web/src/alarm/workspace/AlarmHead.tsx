import { Heading } from "@digdir/designsystemet-react";
import { type Ref } from "react";
import { Link } from "react-router";
import type { AlarmDetail, StepTarget } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { useSession } from "../../tenancy/session";
import { Age } from "../../ui/Age";
import { Time } from "../../ui/Time";
import { Countdown } from "../Countdown";
import { AlarmMarks, PriorityMark, StateMark } from "../marks";
import { briefPerson, municipalityName } from "../words";

/** Who, what and how urgent, always at the top of the workspace. */
export function AlarmHead({ detail, heading }: { detail: AlarmDetail; heading: Ref<HTMLHeadingElement> }) {
  const { alarm, person } = detail;
  const { t, tx } = useLanguage();
  const { actor } = useSession();
  const words = t.workspace;
  const mine = alarm.handler?.id === actor.id;
  const handler = !alarm.handler
    ? words.handledByNobody
    : mine
      ? words.handledByYou
      : words.handledBy(alarm.handler.name);
  const responderName =
    alarm.responder?.name ?? t.alarm.target[alarm.responder?.kind as StepTarget] ?? t.common.unknown;
  const outcome = alarm.outcome && t.alarm.outcome[alarm.outcome];
  return (
    <header className={`alarm-head p${alarm.priority}`}>
      <PriorityMark priority={alarm.priority} />
      <div className="alarm-what">
        <Heading level={1} data-size="xs" ref={heading} tabIndex={-1}>
          {tx(alarm.code_text)}
          <span className="alarm-where">
            {[person?.name ?? briefPerson(alarm, t), municipalityName(alarm, t)].filter(Boolean).join(", ")}
          </span>
        </Heading>
        <div className="alarm-sub">
          <AlarmMarks alarm={alarm} />
          <span>
            {words.received} <Time at={alarm.received_at} as="seconds" />
          </span>
          {alarm.location && <span>{tx(alarm.location)}</span>}
          {alarm.responder && <span>{words.responder(responderName)}</span>}
          {outcome && <strong>{alarm.state === "closed" ? words.closedAs(outcome) : words.resolvedAs(outcome)}</strong>}
        </div>
      </div>
      <div className="alarm-state">
        <StateMark state={alarm.state} />
        <span className={mine ? "handler mine" : "handler"}>{handler}</span>
      </div>
      {alarm.state !== "closed" && (
        <div className="alarm-clocks">
          <span className="alarm-age">
            <Age since={alarm.received_at} />
          </span>
          {alarm.step && <Countdown step={alarm.step} />}
        </div>
      )}
      <Link to="/" className="ds-button to-queue" data-variant="tertiary" data-size="sm" data-color="neutral">
        {words.toQueue}
      </Link>
    </header>
  );
}
