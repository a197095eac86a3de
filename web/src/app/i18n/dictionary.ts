import type { nb } from "./nb";

/** Bokmål is the original; every other language must have exactly its entries, which the compiler checks. */
export type Dictionary = typeof nb;
export type Language = "nb" | "en";
