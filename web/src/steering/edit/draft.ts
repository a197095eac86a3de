// A draft: what a person has changed and not saved, as a list of edits that can be gone back in.
import type { Edit, Mistake, SheetTable, VersionDetail } from "../types";

export interface Draft {
  done: Edit[];
  undone: Edit[];
}

export type Action =
  | { type: "edit"; edit: Edit }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "clear" };

export const nothing: Draft = { done: [], undone: [] };

export function reduce(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case "edit":
      return { done: [...draft.done, action.edit], undone: [] };
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

const ADDED = /^\+(\d+)(?:\/(.+))?$/;

/** A row that is not saved yet has no line; it is named "+1", "+2" ... in its table. */
export interface AddedRow {
  id: string;
  cells: string[];
}

export interface TableDraft {
  set: Map<string, string>;
  removed: Set<number>;
  added: AddedRow[];
}

/** What the edits make of one file. */
export function tableDraft(edits: Edit[], table: SheetTable): TableDraft {
  const result: TableDraft = { set: new Map(), removed: new Set(), added: [] };
  for (const edit of edits) {
    if (edit.file !== table.file) continue;
    const added = ADDED.exec(edit.key);
    if (edit.action === "add") result.added.push({ id: edit.key, cells: table.columns.map(() => "") });
    else if (added) changeAdded(result, edit, `+${added[1]}`, added[2], table.columns);
    else if (edit.action === "remove") {
      // Removed twice is there again.
      const line = Number(edit.key);
      if (!result.removed.delete(line)) result.removed.add(line);
    } else result.set.set(edit.key, edit.value);
  }
  return result;
}

function changeAdded(draft: TableDraft, edit: Edit, id: string, column: string | undefined, columns: string[]) {
  const row = draft.added.find((one) => one.id === id);
  if (!row) return;
  if (edit.action === "remove") draft.added = draft.added.filter((one) => one !== row);
  else if (column) row.cells[columns.indexOf(column)] = edit.value;
}

export const nextRowId = (edits: Edit[], file: string): string =>
  `+${edits.filter((edit) => edit.file === file && edit.action === "add").length + 1}`;

/** The last value of each key of case.toml. */
export const tomlValues = (edits: Edit[]): Map<string, string> =>
  new Map(edits.filter((edit) => edit.file === "case.toml").map((edit) => [edit.key, edit.value]));

const csvField = (value: string): string => (/[",\n;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The draft as the server takes it: only what differs from the version, each key once. */
export function wireEdits(draft: Draft, version: VersionDetail): Edit[] {
  const before = new Map(version.sections.flatMap((s) => s.fields.map((f): [string, string] => [f.key, f.value])));
  const wire: Edit[] = [];
  for (const [key, value] of tomlValues(draft.done))
    if ((before.get(key) ?? "") !== value) wire.push({ file: "case.toml", action: "set", key, value });
  for (const table of version.tables) wire.push(...wireTable(table, tableDraft(draft.done, table)));
  return wire;
}

function wireTable(table: SheetTable, draft: TableDraft): Edit[] {
  const wire: Edit[] = [];
  for (const row of table.rows) {
    if (draft.removed.has(row.line)) {
      wire.push({ file: table.file, action: "remove", key: String(row.line), value: "" });
      continue;
    }
    table.columns.forEach((column, i) => {
      const value = draft.set.get(`${row.line}/${column}`);
      if (value !== undefined && value !== row.cells[i])
        wire.push({ file: table.file, action: "set", key: `${row.line}/${column}`, value });
    });
  }
  const last = table.rows.at(-1)?.line ?? 1;
  for (const row of draft.added)
    wire.push({ file: table.file, action: "add", key: String(last), value: row.cells.map(csvField).join(",") });
  return wire;
}

/** Where a mistake of the edited file stands in the version that is edited: rows that went shift those below. */
export function lineBefore(line: number, removed: Set<number>): number {
  let result = line;
  for (const gone of [...removed].sort((a, b) => a - b)) if (gone <= result) result += 1;
  return result;
}

/** Mistakes of the server about one value of case.toml: by its line, or by its key when the edit itself is wrong. */
export const mistakesAt = (mistakes: Mistake[], key: string, line: number): Mistake[] =>
  mistakes.filter(
    (one) => one.file === "case.toml" && ((one.line > 0 && one.line === line) || one.text.startsWith(`${key}: `)),
  );

/** Norwegian hands write a decimal comma and spaces between thousands. */
export const asNumber = (text: string): string => text.replace(/[\s\u00a0]/g, "").replace("−", "-").replace(/^([-+]?\d+),(\d+)$/, "$1.$2");
