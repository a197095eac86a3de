// What the portfolio's pages work out from the report.
import type { Dependency, Experience, PortfolioResult } from "./types";

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
