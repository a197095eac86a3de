import { Button } from "@digdir/designsystemet-react";
import { memo } from "react";
import { Link, useNavigate } from "react-router";
import type { Alarm } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Age } from "../../ui/Age";
import { Key } from "../../ui/Key";
import { Countdown } from "../Countdown";
import { AlarmMarks, PriorityMark, StateMark } from "../marks";
import { alarmLine, briefPerson, municipalityName } from "../words";

interface Props {
  alarm: Alarm;
  me: string;
  /** Absent where alarms are only looked at. */
  onTake?: (alarm: Alarm) => void;
  /** The key is written on one row only: the one it works on when no row is selected. */
  showKey?: boolean;
}

export const QueueRow = memo(function QueueRow({ alarm, me, onTake, showKey = false }: Props) {
  const { t, tx } = useLanguage();
  const navigate = useNavigate();
  const words = t.alarm.queue;
  const mine = alarm.handler?.id === me;
  const home = `/alarms/${alarm.id}`;
  return (
    // The link is what keyboards and screen readers use; the whole row only makes the target larger for a mouse.
    <tr
      className={`queue-row p${alarm.priority}${mine ? " mine" : ""}${alarm.handler ? " taken" : ""}`}
      data-alarm={alarm.id}
      onClick={() => navigate(home)}
    >
      <td className="col-priority">
        <PriorityMark priority={alarm.priority} />
      </td>
      <td className="col-alarm">
        <Link to={home} className="queue-link" data-queue-link={alarm.id} onClick={(e) => e.stopPropagation()}>
          {tx(alarm.code_text)}
        </Link>
        <AlarmMarks alarm={alarm} />
      </td>
      <td className="col-where">
        <span className="where-main">{municipalityName(alarm, t)}</span>
        <span className="subtle">
          {[briefPerson(alarm, t), alarm.location && tx(alarm.location)].filter(Boolean).join(" · ") || alarm.raw_code}
        </span>
      </td>
      <td className="col-age">
        <Age since={alarm.received_at} />
      </td>
      <td className="col-status">
        <StateMark state={alarm.state} />
        {alarm.handler && <span className="handler">{mine ? words.you : alarm.handler.name}</span>}
      </td>
      <td className="col-step">
        {alarm.step && (
          <>
            <span className="step-name" title={words.stepOf(alarm.step.index + 1, alarm.step.count)}>
              {tx(alarm.step.label)}
            </span>
            <Countdown step={alarm.step} />
          </>
        )}
      </td>
      {onTake && (
        <td className="col-action">
          {!alarm.handler && (
            <Button
              data-size="sm"
              variant={alarm.kind === "alarm" ? "primary" : "secondary"}
              aria-label={words.takeLong(alarmLine(alarm, t, tx))}
              onClick={(e) => {
                e.stopPropagation();
                onTake(alarm);
              }}
            >
              {words.take}
              {showKey && <Key>T</Key>}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
});
