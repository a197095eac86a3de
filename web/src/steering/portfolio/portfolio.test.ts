import { describe, expect, it } from "vitest";
import { dayOf, levels, search } from "./portfolio";
import type { Experience } from "./types";

const day = (text: string, last?: boolean) => dayOf(text, last)?.toISOString().slice(0, 10);

describe("a date of the portfolio", () => {
  it("is its first day or its last", () => {
    expect([day("2023"), day("2023", true)]).toEqual(["2023-01-01", "2023-12-31"]);
    expect([day("2024-02"), day("2024-02", true)]).toEqual(["2024-02-01", "2024-02-29"]);
    expect([day("2023-11-16"), day("2023-11-16", true)]).toEqual(["2023-11-16", "2023-11-16"]);
    expect(dayOf("soon")).toBeNull();
  });
});

describe("dependencies", () => {
  const needs = (solution: string, on: string) => ({ solution, needs: on, reason: "", source: "" });
  it("stand after what they need", () => {
    expect(levels([needs("b", "a"), needs("c", "b"), needs("c", "a")], ["a", "x", "b", "c"])).toEqual([["a"], ["b"], ["c"]]);
  });
});

describe("search", () => {
  const note = { id: "1", solution: "pll", municipality: "Bergen", date: "", title: "Utprøving", text: "165 fastleger", contact: "", source: "" };
  it("finds what holds every word, in any order, in its solution's name too", () => {
    const found = (query: string) => search([note as Experience], query, () => "Legemiddelliste").length;
    expect([found(""), found("fastleger BERGEN"), found("legemiddelliste"), found("bergen oslo")]).toEqual([1, 1, 1, 0]);
  });
});
