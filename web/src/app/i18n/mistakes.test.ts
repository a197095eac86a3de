import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mistakeText } from "./mistakes";
import { mistakes } from "./nb/mistakes";

const SOURCE = join(import.meta.dirname, "../../../../src");
/** Texts that a source file complains with: literals that stand in a call which reports a mistake. */
function complaintsIn(path: string): string[] {
  const text = readFileSync(path, "utf8").replace(/"\s*\n\s*"/g, "");
  const found: string[] = [];
  for (const match of text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)) {
    const before = text.slice(Math.max(0, match.index - 260), match.index);
    const reports = /(complain\(|complaints?_?(->|\.)add\(|Error\{)[^;]*$/.test(before);
    const literal = match[1]!.replace(/\\(.)/g, "$1").replace(/\{:[^}]*\}/g, "{}");
    if (reports && literal.includes(" ") && literal.length > 9) found.push(literal);
  }
  return found;
}

/** Where what a person wrote is judged, but for new folders, which only the command line makes. */
const sources = ["cases", "editing", "answers/invoices", "answers/portfolio", "answers/staffing", "app/steering"].flatMap((folder) =>
  readdirSync(join(SOURCE, folder))
    .filter((name) => name.endsWith(".cpp") && !/_(test|fuzz)/.test(name) && name !== "new_case.cpp")
    .map((name) => join(SOURCE, folder, name)),
);

describe("texts of mistakes", () => {
  it("are all in bokmål", () => {
    const texts = sources.flatMap(complaintsIn);
    expect(texts.length).toBeGreaterThan(120);
    expect(texts.filter((text) => mistakeText(text, "nb") === text)).toEqual([]);
  });

  it("use what the English says, and only that", () => {
    for (const [en, nb] of mistakes) {
      const count = en.split("{}").length - 1;
      const plain = nb.split("{}").length - 1;
      const numbered = [...nb.matchAll(/\{(\d)\}/g)].map((match) => Number(match[1]));
      expect(plain === 0 ? Math.max(-1, ...numbered) < count : plain === count, `${en} / ${nb}`).toBe(true);
    }
  });

  it("come with their values, and what stands inside them", () => {
    const nb = (text: string) => mistakeText(text, "nb");
    expect(nb("assumptions.years must be a whole number from 1 to 60")).toBe("assumptions.years må være et helt tall fra 1 til 60");
    expect(nb("unknown key 'yeers' in [assumptions]; did you mean 'years'?")).toBe(
      "ukjent nøkkel «yeers» i [assumptions]; mente du «years»?",
    );
    expect(nb("unknown key 'x'; use one of a, b")).toBe("ukjent nøkkel «x»; bruk en av a, b");
    expect(nb("amount '1,5' has a decimal comma; write 1.5 with a point")).toBe("amount «1,5» har desimalkomma; skriv 1.5 med punktum");
    expect(nb("inhabitants is negative (-4); write 0 or more")).toBe("inhabitants er negativt (-4); skriv 0 eller mer");
    expect(nb("6 fields where the header has 5; a decimal comma or a comma in a text? write a point, or put the text in quotes")).toBe(
      "6 felt der overskriften har 5; et desimalkomma eller et komma i en tekst? skriv punktum, eller sett teksten i anførselstegn",
    );
    expect(nb("assumptions.discount_rate: write a number, such as 1250 or 0.04")).toBe(
      "assumptions.discount_rate: skriv et tall, som 1250 eller 0.04",
    );
    expect(nb("something nobody has translated")).toBe("something nobody has translated");
    expect(mistakeText("must be true or false", "en")).toBe("must be true or false");
  });
});
