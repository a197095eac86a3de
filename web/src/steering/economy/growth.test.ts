import { describe, expect, it } from "vitest";
import { digitsOf, together } from "./growth";
import type { Move } from "./types";

const move = (year: number, ore: number, reasons: string[] = [], to = "B"): Move => ({ from: "A", to, year, difference: { kroner: "", ore }, reasons });

describe("moves between estimates", () => {
  it("stand together while they say the same, year after year", () => {
    const spans = together([move(2024, -21), move(2025, -23), move(2026, -23), move(2028, -23), move(2029, -23, ["why"]), move(2030, -23, ["why"], "C")]);
    expect(spans.map((one) => [one.first, one.last])).toEqual([
      [2024, 2024],
      [2025, 2026],
      [2028, 2028],
      [2029, 2029],
      [2030, 2030],
    ]);
  });
});

describe("millions", () => {
  it("have a decimal where there is something to write in it", () => {
    expect([digitsOf(14), digitsOf(6.4), digitsOf(-12), digitsOf(3.004)]).toEqual([0, 1, 0, 0]);
  });
});
