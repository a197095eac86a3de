// What the page of growth works out from its run.
import type { Move } from "./types";

export interface Span {
  first: number;
  last: number;
  move: Move;
}

/** Moves that say the same of one year after the other stand together, in the order they came. */
export function together(moves: Move[]): Span[] {
  const spans: Span[] = [];
  for (const move of moves) {
    const open = spans.at(-1);
    const same =
      open?.last === move.year - 1 &&
      open.move.from === move.from &&
      open.move.to === move.to &&
      open.move.difference.ore === move.difference.ore &&
      open.move.reasons.join() === move.reasons.join();
    if (open && same) open.last = move.year;
    else spans.push({ first: move.year, last: move.year, move });
  }
  return spans;
}

/** Millions as a report writes them: "14", and "6,4" where there is a part. */
export const digitsOf = (millions: number): number => (Math.abs(millions - Math.round(millions)) < 0.05 ? 0 : 1);
