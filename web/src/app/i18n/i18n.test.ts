import { describe, expect, it } from "vitest";
import { en } from "./en";
import { nb } from "./nb";

/** Every leaf as "path: kind", so that two dictionaries can be compared entry by entry. */
function leaves(value: unknown, path = ""): string[] {
  if (typeof value === "string") return [`${path}: ${value.trim() === "" ? "EMPTY" : "text"}`];
  if (typeof value === "function") return [`${path}: function/${value.length}`];
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

describe("dictionaries", () => {
  it("have the same entries in both languages", () => {
    expect(leaves(en)).toEqual(leaves(nb));
  });

  it("have no empty text", () => {
    expect([...leaves(nb), ...leaves(en)].filter((leaf) => leaf.endsWith("EMPTY"))).toEqual([]);
  });
});
