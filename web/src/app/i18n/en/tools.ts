import type { Dictionary } from "../dictionary";

export const tools: Dictionary["tools"] = {
  csv: "Download table (CSV)",
  json: "Download everything (JSON)",
  report: {
    "cooperation.document": (format) => `Coalition report (${format})`,
    "staffing.document": (format) => `Staffing report (${format})`,
  },
};
