import { Link } from "react-router";
import type { Alarm } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import type { Column } from "../../ui/PagedTable";
import { Time } from "../../ui/Time";
import { AlarmMarks, PriorityMark, StateMark } from "../marks";
import { briefPerson, municipalityName } from "../words";

export function useHistoryColumns(): Column<Alarm>[] {
  const { t, tx } = useLanguage();
  return [
    { title: t.overview.history.received, cell: (a) => <Time at={a.received_at} as="full" />, className: "nowrap" },
    { title: t.alarm.queue.columns.priority, cell: (a) => <PriorityMark priority={a.priority} compact /> },
    {
      title: t.alarm.one,
      cell: (a) => (
        <span className="cell-alarm">
          <Link to={`/alarms/${a.id}`}>{tx(a.code_text)}</Link>
          <AlarmMarks alarm={a} />
        </span>
      ),
    },
    { title: t.common.municipality, cell: (a) => municipalityName(a, t) },
    { title: t.workspace.who, cell: (a) => briefPerson(a, t) ?? "–", className: "nowrap" },
    { title: t.overview.history.state, cell: (a) => <StateMark state={a.state} /> },
    { title: t.overview.history.outcome, cell: (a) => (a.outcome ? t.alarm.outcome[a.outcome] : "–") },
    { title: t.overview.history.handledBy, cell: (a) => a.handler?.name ?? "–" },
  ];
}
