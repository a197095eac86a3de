// Times travel as UTC and are shown in the centre's own time zone, whatever the machine is set to.
import type { Language } from "../app/i18n/dictionary";

const ZONE = "Europe/Oslo";
const locale = (language: Language) => (language === "nb" ? "nb-NO" : "en-GB");

type Style = "time" | "seconds" | "date" | "short" | "full";

const options: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  date: { day: "2-digit", month: "2-digit", year: "numeric" },
  short: { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" },
  full: { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

const cache = new Map<string, Intl.DateTimeFormat>();

export function formatTime(iso: string | number, style: Style, language: Language): string {
  const when = new Date(iso);
  if (Number.isNaN(when.getTime())) return "–";
  const key = `${style}/${language}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(language), { ...options[style], timeZone: ZONE, hour12: false });
    cache.set(key, format);
  }
  return format.format(when);
}

/** A length of time as a clock: "0:07", "12:30", "1:02:03"; from two days on, whole days. */
export function formatClock(ms: number, dayUnit = "d"): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const days = Math.floor(total / 86_400);
  if (days >= 2) return `${days} ${dayUnit}`;
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** A length of time in words: "45 s", "3 min", "1 t 20 min". */
export function formatSeconds(seconds: number, units: { s: string; min: string; h: string }): string {
  const whole = Math.round(seconds);
  if (whole < 100) return `${whole} ${units.s}`;
  const minutes = Math.round(whole / 60);
  if (minutes < 100) return `${minutes} ${units.min}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} ${units.h}${rest ? ` ${rest} ${units.min}` : ""}`;
}

export function formatNumber(value: number, language: Language, digits = 0): string {
  return value.toLocaleString(locale(language), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function formatShare(share: number, language: Language): string {
  return share.toLocaleString(locale(language), { style: "percent", maximumFractionDigits: 1 });
}

const dayParts = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "numeric", minute: "numeric", second: "numeric", hour12: false });

/** The start of the shift that `now` is in. Shifts change at 07, 15 and 22, centre time. */
export function shiftStart(now: number): number {
  const part = (type: string) => Number(dayParts.formatToParts(now).find((p) => p.type === type)?.value ?? 0);
  const seconds = (part("hour") % 24) * 3600 + part("minute") * 60 + part("second");
  const starts = [22 - 24, 7, 15, 22].map((hour) => hour * 3600);
  const start = starts.filter((s) => s <= seconds).at(-1) ?? 0;
  return now - (now % 1000) - (seconds - start) * 1000;
}
