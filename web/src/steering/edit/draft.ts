// A draft: what a person has changed and not saved, as a list of edits that can be gone back in. Every edit is on what
// those before it left. Most set a value, and nothing else moves; one that changes more carries what the server says
// there is to edit then.
import type { Edit, Mistake, Sheet } from "../types";

export interface Step {
  edit: Edit;
  sheet?: Sheet;
}

export interface Draft {
  done: Step[];
  undone: Step[];
}

export type Action =
  | { type: "edit"; step: Step; instead?: Draft }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "clear" };

export const nothing: Draft = { done: [], undone: [] };

export function reduce(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case "edit":
      return { done: [...(action.instead ?? draft).done, action.step], undone: [] };
    case "undo": {
      const last = draft.done.at(-1);
      return last ? { done: draft.done.slice(0, -1), undone: [...draft.undone, last] } : draft;
    }
    case "redo": {
      const next = draft.undone.at(-1);
      return next ? { done: [...draft.done, next], undone: draft.undone.slice(0, -1) } : draft;
    }
    case "clear":
      return nothing;
  }
}

/** What there is to edit, but for the values that were set since. */
export const sheetOf = (draft: Draft, version: Sheet): Sheet => draft.done.findLast((step) => step.sheet)?.sheet ?? version;

/** The values that were set since, by `place`. */
export function valuesOf(draft: Draft): Map<string, string> {
  const values = new Map<string, string>();
  for (const { edit, sheet } of draft.done) {
    if (sheet) values.clear();
    else values.set(place(edit.file, edit.key), edit.value);
  }
  return values;
}

export const place = (file: string, key: string): string => `${file}|${key}`;

/** The draft as the server takes it: of values that only change, each once and only if it is another than before. */
export function wireEdits(draft: Draft, version: Sheet): Edit[] {
  const wire: Edit[] = [];
  let sheet = version;
  let set = new Map<string, Edit>();
  const flush = () => {
    if (set.size === 0) return;
    const before = beforeOf(sheet);
    for (const [where, edit] of set) if ((before.get(where) ?? "") !== edit.value) wire.push(edit);
    set = new Map();
  };
  for (const step of draft.done) {
    if (!step.sheet) {
      set.set(place(step.edit.file, step.edit.key), step.edit);
      continue;
    }
    flush();
    wire.push(step.edit);
    sheet = step.sheet;
  }
  flush();
  return wire;
}

function beforeOf(sheet: Sheet): Map<string, string> {
  const before = new Map<string, string>();
  for (const { file, fields } of sheet.sections) for (const field of fields) before.set(place(file, field.key), field.value);
  for (const { file, columns, rows } of sheet.tables)
    for (const row of rows) columns.forEach((column, i) => before.set(place(file, `${row.line}/${column}`), row.cells[i] ?? ""));
  return before;
}

const refuses = (mistake: Mistake, edit: Edit) =>
  mistake.file === edit.file && mistake.line === 0 && mistake.text.startsWith(`${edit.key}: `);

/** Without the values that the server would not take: what is made next stands on what it took. */
export const withoutRefused = (draft: Draft, mistakes: Mistake[]): Draft => ({
  ...draft,
  done: draft.done.filter((step) => step.sheet || !mistakes.some((one) => refuses(one, step.edit))),
});

/** Why the server does not take an edit. */
export const refusal = (mistakes: Mistake[], edit: Edit): string | undefined =>
  mistakes.find((one) => refuses(one, edit))?.text.slice(edit.key.length + 2) ??
  mistakes.find((one) => one.file === edit.file && one.line === 0 && edit.key === "")?.text;

/** Whether an edit changes more than its value: others are named by the id of a record, and shown with its name. */
export function changesMore(edit: Edit, sheet: Sheet): boolean {
  if (edit.action !== "set") return true;
  if (edit.file.endsWith(".csv")) return false;
  if (edit.file === "case.toml" && /^\w+\.\d+\.(id|name)$/.test(edit.key)) return true;
  // What is neither there nor offered has a name that a person chose.
  const known = sheet.sections.some((one) => one.file === edit.file && [...one.fields, ...one.absent].some((field) => field.key === edit.key));
  return !known && !/\.(quality|source|low|high)$/.test(edit.key);
}

/** Mistakes about one value, by the line where it stands in the draft, or by its key when the edit itself is wrong. */
export function mistakesAt(mistakes: Mistake[], draft: Sheet, file: string, key: string): string[] {
  const fields = draft.sections.filter((one) => one.file === file).flatMap((one) => one.fields);
  const field = fields.find((one) => one.key === key || one.key === `${key}.value`);
  const names = (text: string, one: string) => text.startsWith(`${one}: `) || text.startsWith(`${one} `);
  // Several fields may stand in one line; a mistake that names one of them is that one's.
  const isHere = ({ line, text }: Mistake) =>
    names(text, key) ||
    (field !== undefined &&
      line > 0 &&
      line === field.line &&
      (names(text, field.key) || !fields.some((one) => one.line === line && names(text, one.key))));
  return mistakes.filter((one) => one.file === file && isHere(one)).map((one) => one.text.replace(`${key}: `, ""));
}

/** Norwegian hands write a decimal comma and spaces between thousands. */
export const asNumber = (text: string): string => text.replace(/[\s\u00a0]/g, "").replace("−", "-").replace(/^([-+]?\d+),(\d+)$/, "$1.$2");

const csvField = (value: string): string => (/[",\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** An empty row of a CSV file; the first cell is quoted, for a row of nothing but commas is no row. */
export const csvRow = (cells: string[]): string => cells.map(csvField).join(",");
