import { describe, expect, it } from "vitest";
import type { Edit, Sheet } from "../types";
import { type Draft, asNumber, changesMore, csvRow, mistakesAt, nothing, reduce, refusal, sheetOf, valuesOf, wireEdits, withoutRefused } from "./draft";

const field = (key: string, value: string, line: number) => ({ key, value, type: "number" as const, note: "", line, choices: [], required: false });

const sheetWith = (rows: string[][]): Sheet => ({
  sections: [{ file: "case.toml", name: "assumptions", fields: [field("assumptions.years", "15", 4), field("assumptions.rate.value", "0.04", 5)], absent: [], open: false }],
  groups: [],
  tables: [{ file: "items.csv", columns: ["item", "amount"], rows: rows.map((cells, i) => ({ line: i + 2, cells })) }],
  offers: [],
});
const version = sheetWith([
  ["a", "1"],
  ["b", "2"],
]);

const set = (file: string, key: string, value: string): Edit => ({ file, action: "set", key, value });
const make = (draft: Draft, edit: Edit, sheet?: Sheet): Draft => reduce(draft, { type: "edit", step: sheet ? { edit, sheet } : { edit } });
const drafted = (...edits: Edit[]): Draft => edits.reduce((draft, edit) => make(draft, edit), nothing);

describe("a draft", () => {
  it("goes back and forth, and forgets what was undone when something new is done", () => {
    let draft = drafted(set("case.toml", "assumptions.years", "10"), set("case.toml", "assumptions.years", "12"));
    draft = reduce(draft, { type: "undo" });
    expect(wireEdits(draft, version)[0]?.value).toBe("10");
    draft = reduce(draft, { type: "redo" });
    expect(wireEdits(draft, version)[0]?.value).toBe("12");
    draft = make(reduce(draft, { type: "undo" }), set("case.toml", "assumptions.years", "9"));
    expect(draft.undone).toEqual([]);
    expect(reduce(nothing, { type: "undo" })).toEqual(nothing);
  });

  it("sends each value once, and nothing that came back to what it was", () => {
    expect(wireEdits(drafted(set("case.toml", "assumptions.years", "10"), set("case.toml", "assumptions.years", "15")), version)).toEqual([]);
    expect(wireEdits(drafted(set("items.csv", "2/amount", "5"), set("items.csv", "2/amount", "6")), version)).toEqual([
      set("items.csv", "2/amount", "6"),
    ]);
  });

  it("keeps the order of what moves lines, and knows values from before it and after", () => {
    const removed = sheetWith([["b", "2"]]);
    const remove: Edit = { file: "items.csv", action: "remove", key: "2", value: "" };
    let draft = make(drafted(set("items.csv", "2/amount", "5")), remove, removed);
    draft = make(draft, set("items.csv", "2/amount", "7"));
    expect(wireEdits(draft, version)).toEqual([set("items.csv", "2/amount", "5"), remove, set("items.csv", "2/amount", "7")]);
    expect(sheetOf(draft, version)).toBe(removed);
    expect([...valuesOf(draft).values()]).toEqual(["7"]);
    expect(sheetOf(reduce(reduce(draft, { type: "undo" }), { type: "undo" }), version)).toBe(version);
    // Back to what it is since the row above went.
    expect(wireEdits(make(draft, set("items.csv", "2/amount", "2")), version)).toEqual([set("items.csv", "2/amount", "5"), remove]);
  });

  it("lets go of what the server does not take before something is built on it", () => {
    const bad = set("case.toml", "assumptions.years", "many");
    const mistakes = [{ file: "case.toml", line: 0, text: "assumptions.years: write a number" }];
    expect(withoutRefused(drafted(bad, set("items.csv", "2/amount", "5")), mistakes).done.map((step) => step.edit.file)).toEqual(["items.csv"]);
    expect(refusal(mistakes, bad)).toBe("write a number");
    expect(refusal(mistakes, set("items.csv", "2/amount", "5"))).toBeUndefined();
  });

  it("knows what changes more than a value", () => {
    expect(changesMore(set("case.toml", "alternative.0.id", "N"), version)).toBe(true);
    expect(changesMore(set("case.toml", "assumptions.years", "2"), version)).toBe(false);
    expect(changesMore(set("case.toml", "assumptions.years.source", "a"), version)).toBe(false);
    expect(changesMore(set("case.toml", "indices.energy", "0.1"), version)).toBe(true);
    expect(changesMore(set("items.csv", "2/amount", "5"), version)).toBe(false);
    expect(changesMore({ file: "case.toml", action: "add", key: "alternative", value: "" }, version)).toBe(true);
  });

  it("finds the mistakes of a value by where it stands in the draft", () => {
    const mistakes = [
      { file: "case.toml", line: 5, text: "assumptions.rate is too high" },
      { file: "staffing.toml", line: 5, text: "other" },
      { file: "case.toml", line: 0, text: "assumptions.years: write a number" },
    ];
    expect(mistakesAt(mistakes, version, "case.toml", "assumptions.rate")).toEqual(["assumptions.rate is too high"]);
    expect(mistakesAt(mistakes, version, "case.toml", "assumptions.years")).toEqual(["write a number"]);
  });

  it("reads numbers as they are written in Norway, and writes rows as CSV", () => {
    expect(asNumber("805 000")).toBe("805000");
    expect(asNumber("0,04")).toBe("0.04");
    expect(asNumber("−3,5")).toBe("-3.5");
    expect(asNumber("about 5")).toBe("about5");
    expect(csvRow(['x "y", z', ""])).toBe('"x ""y"", z",');
  });
});
