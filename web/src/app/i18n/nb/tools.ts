export const tools = {
  csv: "Last ned tabell (CSV)",
  json: "Last ned alt (JSON)",
  report: (format: string) => `Rapport (${format})`,
};
