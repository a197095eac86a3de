import { describe, expect, it } from "vitest";
import type { Edit, VersionDetail } from "../types";
import { type Draft, asNumber, lineBefore, nextRowId, nothing, reduce, tableDraft, wireEdits } from "./draft";

const version = {
  sections: [{ name: "assumptions", fields: [{ key: "assumptions.years", value: "15", type: "number", note: "", line: 4 }] }],
  tables: [
    {
      file: "items.csv",
      columns: ["item", "amount"],
      rows: [
        { line: 2, cells: ["a", "1"] },
        { line: 3, cells: ["b", "2"] },
      ],
    },
  ],
} as unknown as VersionDetail;
const table = version.tables[0]!;

const set = (file: string, key: string, value: string): Edit => ({ file, action: "set", key, value });
const drafted = (...edits: Edit[]): Draft => edits.reduce((draft, edit) => reduce(draft, { type: "edit", edit }), nothing);

describe("a draft", () => {
  it("goes back and forth, and forgets what was undone when something new is done", () => {
    let draft = drafted(set("case.toml", "assumptions.years", "10"), set("case.toml", "assumptions.years", "12"));
    draft = reduce(draft, { type: "undo" });
    expect(wireEdits(draft, version)[0]?.value).toBe("10");
    draft = reduce(draft, { type: "redo" });
    expect(wireEdits(draft, version)[0]?.value).toBe("12");
    draft = reduce(reduce(draft, { type: "undo" }), { type: "edit", edit: set("case.toml", "assumptions.years", "9") });
    expect(draft.undone).toEqual([]);
    expect(reduce(nothing, { type: "undo" })).toEqual(nothing);
  });

  it("sends each key once, and nothing that came back to what it was", () => {
    expect(wireEdits(drafted(set("case.toml", "assumptions.years", "10"), set("case.toml", "assumptions.years", "15")), version)).toEqual([]);
    expect(wireEdits(drafted(set("items.csv", "2/amount", "5"), set("items.csv", "2/amount", "6")), version)).toEqual([
      set("items.csv", "2/amount", "6"),
    ]);
  });

  it("adds, changes and removes rows", () => {
    const add: Edit = { file: "items.csv", action: "add", key: nextRowId([], "items.csv"), value: "" };
    const draft = drafted(add, set("items.csv", "+1/item", 'x "y", z'), { file: "items.csv", action: "remove", key: "2", value: "" });
    expect(wireEdits(draft, version)).toEqual([
      { file: "items.csv", action: "remove", key: "2", value: "" },
      { file: "items.csv", action: "add", key: "3", value: '"x ""y"", z",' },
    ]);
    const restored = reduce(draft, { type: "edit", edit: { file: "items.csv", action: "remove", key: "2", value: "" } });
    expect(tableDraft(restored.done, table).removed.size).toBe(0);
  });

  it("finds the row of a mistake behind rows that were removed", () => {
    expect(lineBefore(2, new Set([2]))).toBe(3);
    expect(lineBefore(2, new Set([3]))).toBe(2);
    expect(lineBefore(3, new Set([2, 4]))).toBe(5);
  });

  it("reads numbers as they are written in Norway", () => {
    expect(asNumber("805 000")).toBe("805000");
    expect(asNumber("0,04")).toBe("0.04");
    expect(asNumber("−3,5")).toBe("-3.5");
    expect(asNumber("about 5")).toBe("about5");
  });
});
