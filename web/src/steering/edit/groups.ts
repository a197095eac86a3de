import type { Sheet, SheetField, SheetSection } from "../types";

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
  file: string;
  name: string;
  /** Of [table]: one value a row. */
  values: Value[];
  /** What the table can be given more. */
  absent: SheetField[];
  /** More values may be named. */
  open: boolean;
  /** Of [[table]]: one record a row. */
  records: SheetSection[];
  /** What a record can have; those with `shown` are in some record, or must be. */
  columns: { name: string; field: SheetField; shown: boolean }[];
  /** Records can be added. */
  grows: boolean;
}

const RECORD = /^(.*)\.(\d+)$/;
const leaf = (key: string) => key.slice(key.lastIndexOf(".") + 1);

/** The sections of the TOML files as they are shown: every [[alternative]] in one table. */
export function groupSections({ sections, groups }: Pick<Sheet, "sections" | "groups">): Group[] {
  const all = new Map<string, Group>();
  const group = (file: string, name: string) => {
    const id = `${file}|${name}`;
    let found = all.get(id);
    if (!found) all.set(id, (found = { file, name, values: [], absent: [], open: false, records: [], columns: [], grows: false }));
    return found;
  };
  for (const section of sections) {
    const record = RECORD.exec(section.name);
    if (!record) {
      const into = group(section.file, section.name);
      into.values.push(...valuesOf(section));
      into.absent = section.absent;
      into.open = section.open;
    } else {
      group(section.file, record[1] ?? "").records.push(section);
    }
  }
  for (const one of groups) group(one.file, one.name).grows = true;
  for (const one of all.values()) one.columns = columnsOf(one, groups.find((g) => g.file === one.file && g.name === one.name)?.columns ?? []);
  return [...all.values()];
}

function columnsOf(group: Group, offered: SheetField[]): Group["columns"] {
  const columns: Group["columns"] = [];
  for (const record of group.records) {
    for (const field of record.fields) {
      const name = field.key.slice(record.name.length + 1);
      if (!columns.some((one) => one.name === name)) columns.push({ name, field, shown: true });
    }
  }
  for (const field of offered)
    if (!columns.some((one) => one.name === field.key)) columns.push({ name: field.key, field, shown: field.required });
  return columns;
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

/** "plan.shift" of "plan.0.shift": what a table is called. */
export const kindOf = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, "");

/** What a record is known by: its name or id. */
export function labelOf(sections: SheetSection[], file: string, name: string): string {
  const section = sections.find((one) => one.file === file && one.name === name);
  const field = (key: string) => section?.fields.find((one) => one.key === `${name}.${key}`)?.value;
  return field("name") || field("id") || String(Number(leaf(name)) + 1);
}

/** The record that a table stands in: "plan.0" of "plan.0.shift". */
export const holderOf = (name: string): string | undefined => /^(.*\.\d+)\.[^.]*$/.exec(name)?.[1];

/** The name of a field in a person's language: "handling.mean_s" is said part by part. */
export const fieldName = (fields: Record<string, string>, key: string): string =>
  fields[key] ??
  key
    .replace(/\.value$/, "")
    .split(".")
    .map((part) => fields[part] ?? part.replaceAll("_", " "))
    .join(": ");
