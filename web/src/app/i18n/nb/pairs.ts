/** A text in English, as the program has it, and in bokmål. */
export type Pairs = readonly (readonly [string, string])[];
