import { describe, expect, it } from "vitest";
import { bestOf, shares, weightedSums, withinImportance } from "./weighted";

describe("the plain weighted sum", () => {
  const scores = [
    [3, 2, 0],
    [0, 2, 3],
  ];

  it("shares out the weights", () => {
    expect(shares([1, 3])).toEqual([0.25, 0.75]);
    expect(weightedSums([1, 3], scores)).toEqual([0.75, 2, 2.25]);
    expect(weightedSums([50, 50], scores)).toEqual([1.5, 2, 1.5]);
  });

  it("has no answer without weights, or with a negative one", () => {
    expect(weightedSums([0, 0], scores)).toBeNull();
    expect(weightedSums([2, -1], scores)).toBeNull();
    expect(weightedSums([2, Number.NaN], scores)).toBeNull();
  });

  it("says whether the weights keep to the words", () => {
    expect(withinImportance([3, 1, 1], ["S", "M", "M"])).toBe(true);
    expect(withinImportance([3, 1, 2], ["S", "M", "M"])).toBe(true);
    expect(withinImportance([1, 2], ["S", "MS"])).toBe(false);
  });

  it("finds every best", () => {
    expect(bestOf([1, 2, 2])).toEqual([1, 2]);
  });
});
