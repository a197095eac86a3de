// The result of decide.run (docs/reference/decision-json.md). Shares are from 0 to 1.
import type { Contradiction } from "../economy/types";

export interface Named {
  id: string;
  name: string;
}

export interface Ranked {
  id: string;
  first: number;
  standard_error: number;
  ranks: number[];
  ahead_of: number[];
  central_weights: number[] | null;
  confidence: number | null;
}

export interface Ranking {
  favourite: string;
  alternatives: Ranked[];
}

export type Verdict = "follows" | "follows_not_clearly" | "does_not_follow";

export interface Claim {
  text: string;
  source: string;
  share: number;
  doubted_share: number | null;
  support: "always" | "clearly" | "mostly" | "rarely" | "never";
  verdict: Verdict;
}

interface Move {
  moved: number;
  weights: number[];
}

export interface Turn {
  alternative: string;
  within_importance: Move | null;
  any_weights: Move | null;
  importance: { criterion: string; from: string; to: string }[];
  scores: { criterion: string; from: number; to: number }[] | null;
}

export interface Judged extends Ranking {
  assessor: string;
  importance: string[];
  scores: number[][];
  weighted: { weighting: string; best: string; weights: number[]; values: number[]; within_importance: boolean }[];
  turns: Turn[];
}

export interface Area extends Named, Ranking {
  summary: boolean;
  conclusion: string;
  source: string;
  verdict: Verdict | null;
  claims: Claim[];
  doubted: Ranking | null;
  assessors: Judged[];
  unanimous: boolean;
}

export interface Barrier extends Named {
  area: string;
  owner: string;
  measure: string;
  status: string;
  due: string;
  source: string;
  handled: boolean;
}

export interface DecisionResult {
  samples: number;
  seed: string;
  clear: number;
  source: string;
  date: string;
  alternatives: Named[];
  criteria: Named[];
  assessors: Named[];
  areas: Area[];
  overall: Ranking;
  barriers: Barrier[];
  barriers_handled: number;
  contradictions: Contradiction[];
}
