// The plain weighted sum, as a person changes its weights in the browser.

/** Weakest first: liten, liten til middels, middels, middels til stor, stor. */
export const CLASSES = ["L", "LM", "M", "MS", "S"];

/** The weights as shares that sum to one; null when there is nothing to share. */
export function shares(weights: number[]): number[] | null {
  const sum = weights.reduce((all, one) => all + one, 0);
  if (!(sum > 0) || weights.some((one) => !(one >= 0))) return null;
  return weights.map((one) => one / sum);
}

/** For each alternative the sum of weight times score. `scores` by criterion, then alternative. */
export function weightedSums(weights: number[], scores: number[][]): number[] | null {
  const parts = shares(weights);
  if (!parts) return null;
  const alternatives = scores[0]?.length ?? 0;
  return Array.from({ length: alternatives }, (_, a) => parts.reduce((sum, part, c) => sum + part * (scores[c]?.[a] ?? 0), 0));
}

/** No criterion weighs more than one whose importance is a higher class. */
export function withinImportance(weights: number[], importance: string[]): boolean {
  const rank = importance.map((one) => CLASSES.indexOf(one));
  return weights.every((weight, i) =>
    weights.every((other, j) => (rank[i] ?? 0) >= (rank[j] ?? 0) || weight <= other + 1e-9),
  );
}

/** The places that are best, more than one when they are equal. */
export function bestOf(values: number[]): number[] {
  const most = Math.max(...values);
  return values.flatMap((value, i) => (value >= most - 1e-9 ? [i] : []));
}
