import type { Dictionary } from "../dictionary";

export const tools: Dictionary["tools"] = {
  csv: "Download table (CSV)",
  json: "Download everything (JSON)",
  report: (format) => `Report (${format})`,
};
