// What a kind of case shows of its results. A new kind is a component and a line here; a kind without one is shown
// as plain tables.
import { type ComponentType, lazy } from "react";
import type { ToolProps } from "./tool";
import type { ResultsProps } from "./types";

const Cooperation = lazy(() => import("./economy/CooperationResults"));
const Financing = lazy(() => import("./economy/FinancingResults"));
const Growth = lazy(() => import("./economy/GrowthResults"));
const Decision = lazy(() => import("./decision/DecisionResults"));
const Portfolio = lazy(() => import("./portfolio/PortfolioResults"));
const Generic = lazy(() => import("./GenericResults"));

const results: Record<string, ComponentType<ResultsProps>> = {
  cooperation: Cooperation,
  financing: Financing,
  growth: Growth,
  decision: Decision,
  portfolio: Portfolio,
};

/** A tool of its own on a kind of case, behind a tab beside the results: it computes when it is opened. */
export interface Tool {
  id: "cooperation" | "staffing";
  Page: ComponentType<ToolProps>;
  /** Its result alone, as a shared link shows it, and the run that gives it. */
  Result: ComponentType<{ result: unknown }>;
  run: string;
}

const tools: Record<string, Tool[]> = {
  cooperation: [
    {
      id: "cooperation",
      Page: lazy(() => import("./cooperation/CooperationPage")),
      Result: lazy(() => import("./cooperation/CooperationResult")),
      run: "cooperation.analyse",
    },
    {
      id: "staffing",
      Page: lazy(() => import("./staffing/StaffingPage")),
      Result: lazy(() => import("./staffing/StaffingResult")),
      run: "staffing.simulate",
    },
  ],
};

export const toolsOf = (kind: string): Tool[] => tools[kind] ?? [];

export const resultsOf = (kind: string): ComponentType<ResultsProps> => results[kind] ?? Generic;
