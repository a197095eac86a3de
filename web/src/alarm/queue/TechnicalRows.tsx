import { ChevronDownIcon, ChevronRightIcon } from "@navikt/aksel-icons";
import { Fragment, useMemo, useState } from "react";
import type { Alarm } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Age } from "../../ui/Age";
import { PriorityMark } from "../marks";
import { type TechnicalGroup, groupTechnical } from "../urgency";
import { municipalityName } from "../words";
import { QueueRow } from "./QueueRow";
import { QueueTable } from "./QueueTable";

const MOST_IN_GROUP = 50;

function GroupRow({ group, open, toggle, wide }: { group: TechnicalGroup; open: boolean; toggle: () => void; wide: boolean }) {
  const { t, tx } = useLanguage();
  const first = group.alarms[0];
  if (!first) return null;
  const Icon = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <tr className={`queue-row group p${first.priority}`} onClick={toggle}>
      <td className="col-priority">
        <PriorityMark priority={first.priority} />
      </td>
      <td className="col-alarm">
        <button
          type="button"
          className="group-toggle"
          aria-expanded={open}
          onClick={(e) => {
            e.stopPropagation();
            toggle();
          }}
        >
          <Icon aria-hidden="true" />
          {t.alarm.queue.group(tx(first.code_text), group.alarms.length)}
        </button>
      </td>
      <td className="col-where">
        <span className="where-main">{municipalityName(first, t)}</span>
      </td>
      <td className="col-age">
        <Age since={first.received_at} />
      </td>
      <td colSpan={wide ? 3 : 2} />
    </tr>
  );
}

/** Technical notices, those of one kind and place gathered in a row that can be opened. */
export function TechnicalRows({
  alarms,
  caption,
  me,
  onTake,
}: {
  alarms: Alarm[];
  caption: string;
  me: string;
  onTake?: ((alarm: Alarm) => void) | undefined;
}) {
  const groups = useMemo(() => groupTechnical(alarms), [alarms]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) =>
    setOpen((keys) => new Set(keys.has(key) ? [...keys].filter((k) => k !== key) : [...keys, key]));
  const row = (alarm: Alarm) => <QueueRow key={alarm.id} alarm={alarm} me={me} {...(onTake && { onTake })} />;
  return (
    <QueueTable caption={caption} onTake={onTake}>
      {groups.map((group) =>
        group.alarms.length === 1 ? (
          group.alarms.map(row)
        ) : (
          <Fragment key={group.key}>
            <GroupRow group={group} open={open.has(group.key)} toggle={() => toggle(group.key)} wide={!!onTake} />
            {open.has(group.key) && group.alarms.slice(0, MOST_IN_GROUP).map(row)}
          </Fragment>
        ),
      )}
    </QueueTable>
  );
}
