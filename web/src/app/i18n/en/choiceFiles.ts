/** The files of decisions and portfolios. */
export const choiceFiles: Record<string, string> = {
  "scores.csv": "Scores",
  "importance.csv": "Importance (L, LM, M, MS, S)",
  "barriers.csv": "Barriers, owners and measures",
  "solutions.csv": "Solutions",
  "adoption.csv": "What is said of each municipality",
  "plans.csv": "The municipalities' plans",
  "totals.csv": "National totals",
  "ambitions.csv": "Ambitions",
  "dependencies.csv": "What must be in place first",
  "experiences.csv": "Experiences",
};
