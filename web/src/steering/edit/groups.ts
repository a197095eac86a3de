import type { SheetField, SheetSection } from "../types";

/** A number with what belongs to it: value, quality, source, low and high stand in one row. */
export interface Value {
  key: string;
  name: string;
  field: SheetField;
  /** What says where it comes from; only numbers can be given what they have not. */
  parts: Partial<Record<Part, SheetField>>;
}
export type Part = "quality" | "source" | "low" | "high";
export const PARTS: Part[] = ["quality", "source", "low", "high"];

export interface Group {
  name: string;
  /** Of [table]: one value a row. */
  values: Value[];
  /** Of [[table]]: one record a row. */
  records: { name: string; fields: SheetField[] }[];
  columns: string[];
}

const RECORD = /^(.*)\.(\d+)$/;
const leaf = (key: string) => key.slice(key.lastIndexOf(".") + 1);

/** The sections of case.toml as they are shown: every [[alternative]] in one table. */
export function groupSections(sections: SheetSection[]): Group[] {
  const groups = new Map<string, Group>();
  const group = (name: string) => {
    let found = groups.get(name);
    if (!found) groups.set(name, (found = { name, values: [], records: [], columns: [] }));
    return found;
  };
  for (const section of sections) {
    const record = RECORD.exec(section.name);
    if (!record) {
      group(section.name).values.push(...valuesOf(section));
      continue;
    }
    const into = group(record[1] ?? "");
    into.records.push(section);
    for (const field of section.fields) {
      const column = field.key.slice(section.name.length + 1);
      if (!into.columns.includes(column)) into.columns.push(column);
    }
  }
  return [...groups.values()];
}

function valuesOf(section: SheetSection): Value[] {
  const values: Value[] = [];
  const byKey = new Map<string, Value>();
  const prefix = section.name === "" ? "" : `${section.name}.`;
  for (const field of section.fields) {
    const rest = field.key.slice(prefix.length);
    const inner = rest.includes(".");
    const base = inner ? field.key.slice(0, field.key.lastIndexOf(".")) : field.key;
    const part = PARTS.find((one) => one === leaf(field.key));
    if (inner && part && byKey.has(base)) {
      byKey.get(base)!.parts[part] = field;
    } else {
      const main = inner && leaf(field.key) === "value";
      const value = { key: field.key, name: main || !inner ? leaf(base) : rest, field, parts: {} };
      values.push(value);
      byKey.set(inner ? base : field.key, value);
    }
  }
  return values;
}

/** The key of a part that may not be there yet. */
export const partKey = (value: Value, part: Part): string =>
  value.parts[part]?.key ?? `${value.key.endsWith(".value") ? value.key.slice(0, -6) : value.key}.${part}`;
