import { useLanguage } from "../../app/i18n";
import type { Edit, Sheet } from "../types";
import { holderOf, kindOf, labelOf } from "./groups";

/** What the editors of a draft share. */
export interface Work {
  sheet: Sheet;
  /** What was typed since, by `place`. */
  values: Map<string, string>;
  mistakesOf: (file: string, key: string) => string[];
  readOnly: boolean;
  onEdit: (edit: Edit) => void;
}

/** What a table of a TOML file is called. */
export function useTitle(): (sheet: Sheet, file: string, name: string) => string {
  const { t } = useLanguage();
  return (sheet, file, name) => {
    const kind = kindOf(name);
    const words = t.steering.sections;
    const own = (file === "case.toml" ? words[kind] : (words[`${file}/${kind}`] ?? words[kind])) ?? kind.slice(kind.lastIndexOf(".") + 1).replaceAll("_", " ");
    const holder = holderOf(name);
    return holder ? `${own}: ${labelOf(sheet.sections, file, holder)}` : own;
  };
}
