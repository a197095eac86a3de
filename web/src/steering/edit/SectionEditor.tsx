import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import type { Edit, Sheet } from "../types";
import { RecordRows } from "./RecordRows";
import { ValueRows } from "./ValueRows";
import { type Group, holderOf, kindOf, labelOf } from "./groups";

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

/** One table of a TOML file, or all its records of one kind. */
export function SectionEditor({ group, work }: { group: Group; work: Work }) {
  const title = useTitle()(work.sheet, group.file, group.name);
  return (
    <Panel title={title} className="edit-section">
      {(group.values.length > 0 || group.absent.length > 0 || group.open) && <ValueRows group={group} work={work} title={title} />}
      {(group.records.length > 0 || group.grows) && <RecordRows group={group} work={work} title={title} />}
    </Panel>
  );
}
