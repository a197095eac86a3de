import { CellInput, ChoiceInput, QualityInput } from "./CellInput";
import { asNumber } from "./draft";
import type { SheetField } from "../types";

/** A value of a TOML file: as one of its words when only those will do, else as text. */
export function ValueInput({
  label,
  field,
  name,
  value,
  before,
  readOnly,
  errors,
  onCommit,
}: {
  label: string;
  field: SheetField;
  name: string;
  value: string;
  before: string;
  readOnly: boolean;
  errors: string[];
  onCommit: (value: string) => void;
}) {
  const numeric = field.type === "number";
  const shared = { label, value, before, readOnly, errors };
  if (name === "quality" || name.endsWith(".quality")) return <QualityInput {...shared} onCommit={onCommit} />;
  const words = field.type === "flag" ? ["true", "false"] : field.choices;
  if (words.length > 0) return <ChoiceInput {...shared} words={words} optional={!field.required} onCommit={onCommit} />;
  return <CellInput {...shared} numeric={numeric} onCommit={(text) => onCommit(numeric ? asNumber(text) : text)} />;
}
