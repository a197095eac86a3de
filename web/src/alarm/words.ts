import type { Alarm } from "../api/types";
import type { Dictionary } from "../app/i18n";
import { unknownMunicipality } from "./urgency";

type Tx = (text: { nb: string; en: string }) => string;

export const municipalityName = (alarm: Pick<Alarm, "municipality" | "municipality_name">, t: Dictionary) =>
  alarm.municipality === unknownMunicipality ? t.common.unknownMunicipality : alarm.municipality_name;

/** "Kvinne, 84 år": enough to judge by in the queue, without a name. */
export function briefPerson(alarm: Alarm, t: Dictionary): string | null {
  const brief = alarm.service_user_brief;
  return brief ? `${t.common.sex[brief.sex]}, ${t.common.years(brief.age)}` : null;
}

/** One line that tells this alarm from the others, for labels and announcements. */
export function alarmLine(alarm: Alarm, t: Dictionary, tx: Tx): string {
  return [tx(alarm.code_text), t.alarm.priority[alarm.priority], briefPerson(alarm, t), municipalityName(alarm, t)]
    .filter(Boolean)
    .join(", ");
}
