import type { Language } from "../app/i18n/dictionary";
import type { KeyFigures } from "../api/types";
import { formatTime } from "../ui/time";

export interface HourRow {
  key: string;
  label: string;
  alarms: number;
  technical: number;
}

/** Beyond two days each hour is too thin to see; the daily rhythm is what a roster is made from. */
const MOST_HOURS = 49;

const hourOfDay = (iso: string) => formatTime(iso, "time", "nb").slice(0, 2);

export const isDailyRhythm = (rows: KeyFigures["by_hour"]) => rows.length > MOST_HOURS;

/** A row per hour of a short period, or the hours of the day (centre time) summed over a long one. */
export function hourRows(rows: KeyFigures["by_hour"], language: Language): HourRow[] {
  if (!isDailyRhythm(rows))
    return rows.map(({ hour, ...counts }) => ({
      key: hour,
      label: formatTime(hour, rows.length <= 25 ? "time" : "short", language),
      ...counts,
    }));
  const day = new Map<string, HourRow>();
  for (let hour = 0; hour < 24; hour++) {
    const label = String(hour).padStart(2, "0");
    day.set(label, { key: label, label, alarms: 0, technical: 0 });
  }
  for (const { hour, alarms, technical } of rows) {
    const row = day.get(hourOfDay(hour));
    if (!row) continue;
    row.alarms += alarms;
    row.technical += technical;
  }
  return [...day.values()];
}
