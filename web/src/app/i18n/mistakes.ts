// Texts that the program writes in English about a case's files, in the reader's language.
import type { Language } from "./dictionary";
import { mistakes } from "./nb/mistakes";

interface Pattern {
  shape: RegExp;
  nb: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The wordiest first: what says more is the better match. A key's name may stand in front. */
const patterns: Pattern[] = [...mistakes]
  .sort(([a], [b]) => words(b) - words(a))
  .map(([en, nb]) => {
    const parts = en.split("{}").map(escaped);
    const last = parts.length > 1 ? `${parts.slice(0, -1).join("(.*?)")}(.*)${parts.at(-1)}` : parts[0];
    return { shape: new RegExp(`^([^\\s;]+ )??${last}$`, "s"), nb };
  });

function words(pattern: string) {
  return pattern.replaceAll("{}", "").length;
}

function inNorwegian(text: string): string {
  for (const { shape, nb } of patterns) {
    const found = shape.exec(text);
    if (!found) continue;
    const [, place = "", ...values] = found;
    let next = 0;
    return place + nb.replace(/\{(\d?)\}/g, (_, index: string) => inNorwegian(values[index === "" ? next++ : Number(index)] ?? ""));
  }
  return text;
}

/** A text nobody has translated stays as it is. */
export const mistakeText = (text: string, language: Language) =>
  language === "nb" ? text.split("\n").map(inNorwegian).join("\n") : text;
