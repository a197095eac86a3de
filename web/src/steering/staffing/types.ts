// docs/reference/staffing-json.md
import type { Money } from "../economy/money";

/** With the 95 % confidence interval of the simulation. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}
export interface MoneyRange {
  value: Money;
  low: Money;
  high: Money;
}
export interface Cost {
  person_years: Estimate;
  pay: MoneyRange;
}

export interface Within extends Estimate {
  within_s: number;
  target: number;
  reached: boolean;
}

export interface Answers {
  group: string;
  yearly: Estimate;
  within: Within[];
  waits: Estimate;
  mean_s: Estimate;
  p50_s: Estimate;
  p90_s: Estimate;
  p99_s: Estimate;
  longest_s: Estimate;
  pressed_again: Estimate;
  interrupted: Estimate;
  work_hours: Estimate;
}

export interface Hour {
  hour: number;
  yearly: number;
  within: number[];
  p50_s: number;
  p90_s: number;
  p99_s: number;
}

export interface Connection {
  host: string;
  name: string;
  share: Estimate;
  host_cost: Cost;
  host_alone: Answers;
  host_together: Answers;
  lacks_alone_hours_a_week: number;
  lacks_together_hours_a_week: number;
  extra: Cost;
}

/** With all uncertain work low, or all high; `fault` when it is more work than people. */
export interface AtBound {
  fault: string | null;
  answers?: Answers;
  occupancy?: Estimate;
  cost?: Money;
}

export interface Alternative {
  id: string;
  name: string;
  kind: "own" | "colocated" | "connected";
  plan: { operators_by_hour: number[]; operator_hours_a_week: number; fewest: number; most: number };
  hours_below_minimum: number;
  hours_alone: number;
  person_years: Estimate;
  pay: MoneyRange;
  reserve: MoneyRange;
  overhead: Money;
  cost: MoneyRange;
  against?: { alternative: string; person_years: number; cost: Money };
  economy?: {
    alternative: string;
    stated_person_years: number | null;
    stated_cost: Money | null;
    person_years: number | null;
    cost: Money | null;
  };
  occupancy: Estimate;
  reserve_hours: Estimate;
  answers: Answers[];
  hours: Hour[];
  at_low?: AtBound;
  at_high?: AtBound;
  connection?: Connection;
}

interface WorkAtBound {
  work_hours: number;
  needed_person_years: number;
}

/** What the calculator answers; the figures of a queue that grows without bound are missing. */
export interface ErlangPoint {
  operators: number;
  steady: boolean;
  within?: number;
  waits?: number;
  mean_wait_s?: number;
  occupancy?: number;
}
export interface Erlang extends ErlangPoint {
  load: number;
  within_s: number;
  target: number;
  needed: number;
  to_be_steady: number;
  curve: ErlangPoint[];
}

export interface Staffing {
  name: string;
  years: number;
  seed: string;
  /** What arrivals and handling times were measured over; nothing when they are the case's. */
  measured_days?: number;
  numbers: { name: string; value: number; low?: number; high?: number; quality: string; source: string }[];
  targets: { within_s: number; share: number; source: string }[];
  roster: {
    weekly_hours: number;
    desk_hours: number;
    person_years_per_seat: number;
    minimum_on_duty: number;
    person_year_cost: Money;
  };
  demand: {
    users: number;
    work_hours: number;
    load_by_hour: number[];
    kinds: { id: string; technical: boolean; per_year_with_bursts: number; handling_mean_s: number }[];
  };
  ranges?: { years: number; low: WorkAtBound; high: WorkAtBound };
  needed: { operators_by_hour: number[]; operator_hours_a_week: number; cost: Cost };
  bought: {
    person_years: number;
    seats: number;
    whole_seats: number;
    hours_left_a_week: number;
    desk_hours: number;
    stated_hours: number | null;
  }[];
  alternatives: Alternative[];
}
