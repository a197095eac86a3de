// What the portfolio's pages work out from the report.
import type { Language } from "../../app/i18n";
import type { Dependency, Device, Experience, Fact, PortfolioResult, Requirement } from "./types";

export const nameOf = (run: PortfolioResult, id: string) => run.solutions.find((one) => one.id === id)?.name ?? id;

/** "2023", "2023-04" or "2023-04-15" as its first day, or its last; null when it is none of them. */
export function dayOf(text: string, last = false): Date | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), found[2] && Number(found[2]), found[3] && Number(found[3])];
  if (day && month) return new Date(Date.UTC(year, month - 1, day));
  if (month) return new Date(Date.UTC(year, last ? month : month - 1, last ? 0 : 1));
  return new Date(Date.UTC(year, last ? 11 : 0, last ? 31 : 1));
}

/** The notes that hold every word of the query, in any order. */
export function search(experiences: Experience[], query: string, solutionName: (id: string) => string): Experience[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return experiences.filter((one) => {
    const text = [one.title, one.text, one.municipality, one.contact, solutionName(one.solution)].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What needs nothing, then what needs only that, and so on; only solutions that something depends on, or that depend. */
export function levels(dependencies: Dependency[], order: string[]): string[][] {
  const level = new Map<string, number>();
  for (const id of order) {
    const needs = dependencies.filter((one) => one.solution === id).map((one) => level.get(one.needs) ?? 0);
    level.set(id, needs.length > 0 ? Math.max(...needs) + 1 : 0);
  }
  const found: string[][] = [];
  for (const id of order)
    if (dependencies.some((one) => one.solution === id || one.needs === id)) (found[level.get(id) ?? 0] ??= []).push(id);
  return found;
}

/** "2023", "2023 – 2025-11-16", "2023 –" without an end; "" without dates. */
export const spanOf = (from: string, to: string): string => (from === to ? from : [from, "–", to].filter(Boolean).join(" "));

/** "jan. 2023", as an axis writes it. */
export const monthOf = (day: Date, language: Language): string =>
  day.toLocaleDateString(language === "nb" ? "nb-NO" : "en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

export interface History {
  solution: string;
  fact: Fact;
  points: { day: Date; count: number }[];
  target: number;
  by: Date | null;
}

/** The stated totals of each ambition's own fact, by date; only where there are two days to draw a line between. */
export function histories(run: PortfolioResult): History[] {
  return run.progress.flatMap(({ solution, fact, target, by }) => {
    const points = run.totals
      .filter((one) => one.solution === solution && one.fact === fact)
      .flatMap((one) => (dayOf(one.date) ? [{ day: dayOf(one.date)!, count: one.count }] : []))
      .sort((a, b) => a.day.getTime() - b.day.getTime());
    const days = new Set(points.map((one) => one.day.getTime()));
    return days.size > 1 ? [{ solution, fact, points, target, by: dayOf(by, true) }] : [];
  });
}

export type DeviceState = "" | "approved" | "lacking" | "unknown";

/** An approved device lacks nothing; one of which something is only unknown is not known to lack. */
export const stateOf = (one: Device): DeviceState => (one.approved ? "approved" : one.not + one.partly > 0 ? "lacking" : "unknown");

/** The devices that hold every word of the query, in their names or in the text of a requirement on them. */
export function findDevices(devices: Device[], requirements: Requirement[], query: string, kind: string, state: DeviceState): Device[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = new Map(requirements.map((one) => [one.id, `${one.id} ${one.text} ${one.area}`]));
  return devices.filter((one) => {
    const asked = one.judgements.map((judgement) => textOf.get(judgement.requirement) ?? "");
    const text = [one.vendor, one.model, one.kind, one.protocol, ...asked].join(" ").toLowerCase();
    return (!kind || one.kind === kind) && (!state || stateOf(one) === state) && words.every((word) => text.includes(word));
  });
}
