import { Panel } from "../../ui/Panel";
import { RecordRows } from "./RecordRows";
import { ValueRows } from "./ValueRows";
import type { Group } from "./groups";
import { type Work, useTitle } from "./work";

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
