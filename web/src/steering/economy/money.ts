import type { Language } from "../../app/i18n";

export interface Money {
  kroner: string;
  ore: number;
}

const locale = (language: Language) => (language === "nb" ? "nb-NO" : "en-GB");
const MINUS = /^-/;

const written = (value: number, language: Language, digits: number) =>
  value
    .toLocaleString(locale(language), { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace(MINUS, "−");

/** Whole kroner: "467 083 kr". */
export const kroner = (ore: number, language: Language): string => `${written(Math.round(ore / 100) + 0, language, 0)} kr`;

/** With a sign, for what is won or lost: "+38 483 kr". */
export const signed = (ore: number, language: Language): string => `${ore > 0 ? "+" : ""}${kroner(ore, language)}`;

/** "26,5 mill. kr" from a million on, whole kroner below. */
export function short(ore: number, language: Language): string {
  const value = ore / 100;
  if (Math.abs(value) < 1_000_000) return kroner(ore, language);
  const digits = Math.abs(value) >= 100_000_000 ? 0 : 1;
  return `${written(value / 1_000_000, language, digits)} ${language === "nb" ? "mill. kr" : "million kr"}`;
}

export const number = (value: number, language: Language, digits = 0): string => written(value, language, digits);
export const percent = (value: number, language: Language, digits = 1): string => `${written(value, language, digits)} %`;
export const millions = (ore: number): number => ore / 100_000_000;
