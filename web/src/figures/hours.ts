import type { Language } from "../app/i18n/dictionary";
import type { KeyFigures } from "../api/types";
import { formatTime } from "../ui/time";

export interface HourRow {
  key: string;
  label: string;
  order: number;
  alarms: number;
  technical: number;
}

/** Hours come as an instant (a row per hour passed) or as an hour of the day (0 to 23). */
export function hourRows(rows: KeyFigures["by_hour"], language: Language): HourRow[] {
  // Within a day and a night the clock is enough.
  const style = rows.length <= 25 ? "time" : "short";
  return rows
    .map(({ hour, alarms, technical }) => {
      const ofDay = typeof hour === "number" || /^\d{1,2}$/.test(hour);
      const label = ofDay ? String(hour).padStart(2, "0") : formatTime(hour, style, language);
      return { key: String(hour), label, order: ofDay ? Number(hour) : Date.parse(String(hour)), alarms, technical };
    })
    .sort((a, b) => a.order - b.order);
}
