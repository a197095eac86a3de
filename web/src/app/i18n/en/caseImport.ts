import type { Dictionary } from "../dictionary";

export const caseImport: Dictionary["steering"]["import_"] = {
  title: { survey: "Import a survey", tables: "Import tables" },
  intro: {
    survey:
      "Choose a CSV or XLSX file with the columns municipality, area, category and amount or hours. You see what each row would change before anything is saved.",
    tables:
      "Choose the workbook that you downloaded and filled in (XLSX), or one of the case's CSV files. The rows of the file take the place of those in the case, and you see what each would change before anything is saved.",
  },
  file: "File",
  reading: "Reading the file …",
  counts: (changed, added, removed, same, wrong) =>
    `${changed} change, ${added} new, ${removed ? `${removed} removed, ` : ""}${same} unchanged, ${wrong} wrong`,
  only: "Show only",
  all: "all rows",
  status: { same: "unchanged", changed: "changes", added: "new", removed: "removed", wrong: "wrong" },
  row: "Line",
  question: { survey: "Question", tables: "Row" },
  before: { survey: "Answer now", tables: "In the case" },
  after: { survey: "Answer in the file", tables: "In the file" },
  wrongHint: "Put the wrong rows right in the file and choose it again. Nothing is saved.",
  save: "Save as a new version",
  comment: {
    survey: (file) => `Survey imported from ${file}`,
    tables: (file) => `Tables imported from ${file}`,
  },
  nothing: "The file changes nothing.",
};
