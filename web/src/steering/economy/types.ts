// The results of economy runs (docs/reference/economy-json.md).
import type { Money } from "./money";

export interface Origin {
  quality?: string;
  source?: string;
}

export interface Spread {
  mean: number;
  deviation: number;
  p10: number;
  p50: number;
  p90: number;
  probability_above_zero: number;
}

export interface AlternativeMunicipality {
  number: number;
  name: string;
  as_is: Money;
  cost: Money;
  per_inhabitant: Money;
  saving: Money;
  saving_percent: number;
  net_present_value: Money;
  payback_year: number | null;
}

export interface Item extends Origin {
  name: string;
  key?: string;
  per?: string;
  charge: string;
  amount: Money;
  low?: Money;
  high?: Money;
  person_years?: number;
  from: number;
  to: number;
}

export interface Alternative {
  id: string;
  name: string;
  cost: Money;
  per_inhabitant: Money;
  per_stated_inhabitant: Money;
  saving: Money;
  saving_percent: number;
  hours_saved: number;
  person_years_saved: number;
  net_present_value: Money;
  payback_year: number | null;
  items: Item[];
  municipalities: AlternativeMunicipality[];
  years: { year: number; as_is: Money; yearly: Money; one_off: Money; parallel: Money; saving: Money }[];
}

export interface AlternativeSpread {
  id: string;
  cost: Spread;
  saving: Spread;
  net_present_value: Spread;
  hours_saved: Spread;
  municipalities: { number: number; name: string; probability_saves: number; saving: Spread }[];
  tornado: { input: string; at_p10: number; at_p90: number }[];
}

export interface AsIsLine extends Origin {
  area: string;
  category: string;
  amount: Money;
  hours?: number;
  from: string;
}

export interface Contradiction {
  topic: string;
  says: string;
  also_says: string;
  reading: string;
  source: string;
}

export interface CooperationResult {
  kind: "cooperation";
  name: string;
  description: string;
  assumptions: { years: number; comparison_year: number; price_year: number };
  as_is: {
    total: Money;
    inhabitants: number;
    per_inhabitant: Money;
    stated_inhabitants: number;
    per_stated_inhabitant: Money;
    hours: number;
    person_years: number;
    reported_percent: number;
    areas: { area: string; total: Money; hours: number; reported_percent: number; categories: Record<string, Money> }[];
    municipalities: {
      number: number;
      name: string;
      inhabitants: number;
      total: Money;
      per_inhabitant: Money;
      hours: number;
      lines: AsIsLine[];
    }[];
    gaps: number;
  };
  alternatives: Alternative[];
  report_states: {
    figure: string;
    alternative?: string;
    stated: number;
    computed: number;
    agrees: boolean;
    source: string;
  }[];
  contradictions: Contradiction[];
  uncertainty?: { draws: number; seed: string; alternatives: AlternativeSpread[] };
}

/** A question of the survey without an answer (economy.check). */
export interface Gap {
  number: number;
  name: string;
  area: string;
  category: string;
  by: string;
  filled: boolean;
}

export interface ComparisonResult {
  alternatives: {
    id: string;
    municipalities: {
      number: number;
      name: string;
      as_is: Money;
      break_even_percent: number;
      keys: { key: string; cost: Money; against_as_written: Money; saving: Money }[];
    }[];
  }[];
}

export interface FinancingResult {
  name: string;
  description: string;
  solutions: {
    id: string;
    name: string;
    foundation: boolean;
    payment: string;
    discontinued: boolean;
    years: ({ year: number } & Record<"instalments" | "contributions" | "running" | "state" | "rhf" | "municipality" | "private", Money>)[];
  }[];
  payers: {
    payer: string;
    name: string;
    group: string;
    inhabitants: number;
    /** Private payers have no inhabitants. */
    years: { year: number; payment: Money; per_inhabitant?: Money }[];
  }[];
  liquidity: { year: number; spent: Money; from_state: Money; from_payers: Money; balance: Money }[];
  capital_need: Money;
  amounts: ({ solution: string; name: string; year: number; amount: Money } & Origin)[];
  contradictions: Contradiction[];
}

/** What a later estimate changed, and why. */
export interface Move {
  from: string;
  to: string;
  year: number;
  difference: Money;
  reasons: string[];
}

export interface GrowthResult {
  name: string;
  description: string;
  rule_percent: number;
  solutions: {
    id: string;
    name: string;
    versions: {
      meeting: string;
      date: string;
      holds: boolean;
      years: { year: number; level: Money | null; change: Money | null; cumulative: Money; stated: boolean; by_rule: boolean }[];
    }[];
    moves: Move[];
    funding: { year: number; state: string }[];
  }[];
  years: { year: number; change: Money; cumulative: Money; charged_change: Money; payers: { payer: string; name: string; change: Money }[] }[];
  contradictions: Contradiction[];
}
