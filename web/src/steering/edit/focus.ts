import type { Edit } from "../types";
import { place } from "./draft";

const FIELD = "input, select";

/** Puts the focus where the work goes on when something was added, moved or removed. */
export function focusAfter(edit: Edit): void {
  const record = /^(.*)\.(\d+)$/.exec(edit.key);
  const group = edit.file.endsWith(".csv") ? "" : record && edit.action !== "add" ? (record[1] ?? "") : edit.key;
  if (edit.action === "move") {
    const row = rows("record", edit.file, `${group}.`)[Number(record?.[2]) + Number(edit.value)];
    const [up, down] = row?.querySelectorAll<HTMLButtonElement>("button") ?? [];
    const wanted = edit.value === "1" ? down : up;
    return show(wanted?.disabled ? (wanted === down ? up : down) : wanted);
  }
  if (edit.action === "remove") return show(document.querySelector<HTMLElement>(`[data-add="${CSS.escape(place(edit.file, group))}"]`));
  if (edit.action !== "add" || edit.key === "") return;
  const all = edit.file.endsWith(".csv") ? rows("row", edit.file, "") : rows("record", edit.file, `${group}.`);
  show(all.at(-1)?.querySelector<HTMLElement>(FIELD));
}

function rows(attribute: string, file: string, start: string): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>(`[data-${attribute}]`);
  const prefix = place(file, start);
  return [...all].filter((row) => {
    const name = row.getAttribute(`data-${attribute}`) ?? "";
    return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
  });
}

function show(element: HTMLElement | null | undefined) {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
}
