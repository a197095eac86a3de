// The results of portfolio.report and portfolio.next (docs/reference/portfolio-json.md).
import type { Text } from "../../api/types";
import type { Contradiction } from "../economy/types";

export type Fact = "available" | "in_use" | "unspecified";

export interface Word {
  holds: boolean;
  since: string;
  said: string;
  said_by: string;
  source: string;
  quality: string;
}

export interface Solution {
  id: string;
  name: string;
  area: string;
  owner: string;
  about: string;
  statutory: boolean;
  counties: string[];
}

export interface Municipality {
  /** Four digits: "0301". */
  number: string;
  name: string;
  county: string;
  solutions: { solution: string; available: Word | null; in_use: Word | null }[];
}

export interface Progress {
  solution: string;
  fact: Fact;
  by: string;
  target: number;
  now: number | null;
  now_source: string;
  now_is_other_fact: boolean;
  missing: number | null;
  per_month: number | null;
  per_month_since: string;
  reached: string | null;
}

export interface Total {
  solution: string;
  fact: Fact;
  date: string;
  count: number;
  source: string;
  note: string;
}

export interface Dependency {
  solution: string;
  needs: string;
  reason: string;
  source: string;
}

export interface Activity {
  id: string;
  name: string;
  kind: "introduction" | "common_measure";
  priority: number | null;
  area: string;
  owner: string;
  from: string;
  to: string;
  purpose: string;
  status: string;
  status_date: string;
  cost: string;
  benefit: string;
  pilot: string;
  evaluation: string;
  source: string;
  municipalities_do: string[];
  sector_does: string[];
  selection: Record<string, string>;
}

export interface Experience {
  id: string;
  solution: string;
  municipality: string;
  date: string;
  title: string;
  text: string;
  contact: string;
  source: string;
}

export interface Requirement {
  id: string;
  text: string;
  area: string;
  /** Of device; empty = all. */
  kinds: string[];
  mandatory: boolean;
  source: string;
}

export type Fulfilment = "unknown" | "not" | "partly" | "fulfilled";

export interface Judgement {
  requirement: string;
  result: Fulfilment;
  /** It held once, and must be judged anew. */
  expired: boolean;
  date: string;
  expires: string;
  by: string;
  evidence: string;
  report: string;
}

export interface Device {
  id: string;
  vendor: string;
  model: string;
  kind: string;
  protocol: string;
  quality: string;
  source: string;
  approved: boolean;
  fulfilled: number;
  partly: number;
  not: number;
  unknown: number;
  judgements: Judgement[];
}

export interface PortfolioResult {
  date: string;
  source: string;
  solutions: Solution[];
  order: string[];
  dependencies: Dependency[];
  progress: Progress[];
  totals: Total[];
  municipalities: Municipality[];
  plans: { municipality: string; solution: string; fact: Fact; by: string; owner: string; note: string }[];
  activities: Activity[];
  experiences: Experience[];
  requirements: Requirement[];
  devices: Device[];
  doubts: Text[];
  contradictions: Contradiction[];
}

export interface NextResult {
  municipality_name: string;
  steps: {
    solution: string;
    solution_name: string;
    act: "take_in_use" | "make_available" | "clarify" | "wait";
    first: string[];
    overdue: boolean;
    planned_by: string | null;
    reasons: ({ kind: string } & Text)[];
  }[];
}
