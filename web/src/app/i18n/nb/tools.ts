export const tools = {
  csv: "Last ned tabell (CSV)",
  json: "Last ned alt (JSON)",
  report: {
    "cooperation.document": (format: string) => `Samarbeidsrapport (${format})`,
    "staffing.document": (format: string) => `Bemanningsrapport (${format})`,
  },
};
