import type { Language } from "../../app/i18n";
import { number, percent } from "../economy/money";
import type { Alternative, Answers, Estimate, Staffing } from "./types";

export const HOURS_A_YEAR = 8766;
export const HOURS_A_WEEK = 168;

/** Those of persons' alarms: what the targets are about. */
export const answersOf = (one: Alternative, group = "alarms"): Answers | undefined => one.answers.find((answers) => answers.group === group);

/** One at the desk for an hour of the year or more; a host's people are not ours to count. */
export const isAlone = (one: Alternative): boolean => one.kind !== "connected" && one.hours_alone >= 1;

/** "45 s", "3 min 20 s", "2 t 30 min". */
export function duration(seconds: number, language: Language): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return s % 60 === 0 ? `${s / 60} min` : `${Math.floor(s / 60)} min ${s % 60} s`;
  const minutes = Math.round(s / 60);
  const hour = language === "nb" ? "t" : "h";
  return minutes % 60 === 0 ? `${minutes / 60} ${hour}` : `${Math.floor(minutes / 60)} ${hour} ${minutes % 60} min`;
}

export const share = (value: number, language: Language, digits = 1): string => percent(value * 100, language, digits);

/** "81,2 – 82,0 %". */
export const interval = (one: Estimate, language: Language, digits = 1): string =>
  `${number(one.low * 100, language, digits)} – ${percent(one.high * 100, language, digits)}`;

/** The alternative that the others are compared with: the first with enough people of its own. */
export const referenceOf = (result: Staffing): Alternative | undefined => {
  const id = result.alternatives.find((one) => one.against)?.against?.alternative;
  return result.alternatives.find((one) => one.id === id);
};

/** An hour of the week (0 = Monday 00:00) where the plan has fewer than are needed. */
export const shortHours = (plan: number[], needed: number[]): number =>
  needed.filter((operators, hour) => (plan[hour] ?? 0) + 1e-6 < operators).length;
