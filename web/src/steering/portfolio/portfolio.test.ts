import { describe, expect, it } from "vitest";
import { dayOf, findDevices, histories, levels, search, spanOf, stateOf } from "./portfolio";
import type { Device, Experience, PortfolioResult, Requirement } from "./types";

const day = (text: string, last?: boolean) => dayOf(text, last)?.toISOString().slice(0, 10);

describe("a date of the portfolio", () => {
  it("is its first day or its last", () => {
    expect([day("2023"), day("2023", true)]).toEqual(["2023-01-01", "2023-12-31"]);
    expect([day("2024-02"), day("2024-02", true)]).toEqual(["2024-02-01", "2024-02-29"]);
    expect([day("2023-11-16"), day("2023-11-16", true)]).toEqual(["2023-11-16", "2023-11-16"]);
    expect(dayOf("soon")).toBeNull();
  });
});

describe("a time frame", () => {
  it("says one year once, and leaves an end that nobody gave open", () => {
    expect([spanOf("2023", "2023"), spanOf("2023", "2023-11-16"), spanOf("2023", ""), spanOf("", "2024"), spanOf("", "")]).toEqual([
      "2023",
      "2023 – 2023-11-16",
      "2023 –",
      "– 2024",
      "",
    ]);
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

describe("progress over time", () => {
  const total = (fact: string, date: string, count: number) => ({ solution: "vkp", fact, date, count, source: "", note: "" });
  const run = (totals: object[]) =>
    ({ totals, progress: [{ solution: "vkp", fact: "in_use", target: 50, by: "2023" }] }) as unknown as PortfolioResult;
  it("is a line of one fact, by date", () => {
    const [line] = histories(run([total("in_use", "2023-04", 30), total("in_use", "2021-12", 12), total("available", "2022", 20)]));
    expect(line?.points.map((one) => one.count)).toEqual([12, 30]);
    expect(line?.by?.toISOString().slice(0, 10)).toBe("2023-12-31");
  });
  it("is nothing without two days", () => {
    expect(histories(run([total("in_use", "2023-04", 30), total("in_use", "2023-04", 31)]))).toEqual([]);
  });
});

describe("devices", () => {
  const judged = (requirement: string) => ({ requirement, result: "fulfilled", expired: false, date: "", expires: "", by: "", evidence: "", report: "" });
  const device = (id: string, kind: string, approved: boolean, not: number, asked: string[]) =>
    ({ id, vendor: "V", model: id, kind, protocol: "SCAIP", approved, partly: 0, not, judgements: asked.map(judged) }) as Device;
  const all = [device("a", "alarm", true, 0, ["K1"]), device("b", "alarm", false, 1, ["K1"]), device("c", "lock", false, 0, ["K2"])];
  const requirements = [{ id: "K1", text: "Gjentar alarmen", area: "" }, { id: "K2", text: "Batteri", area: "" }] as Requirement[];
  const ids = (...[query, kind, state]: [string, string, "" | "approved" | "lacking" | "unknown"]) =>
    findDevices(all, requirements, query, kind, state).map((one) => one.id);
  it("are approved, lack something, or nobody knows", () => {
    expect(all.map(stateOf)).toEqual(["approved", "lacking", "unknown"]);
  });
  it("are found by kind, state, and words of their requirements", () => {
    expect([ids("", "", ""), ids("scaip ALARMEN", "", ""), ids("", "lock", ""), ids("", "", "lacking"), ids("batteri", "alarm", "")]).toEqual([
      ["a", "b", "c"],
      ["a", "b"],
      ["c"],
      ["b"],
      [],
    ]);
  });
});
