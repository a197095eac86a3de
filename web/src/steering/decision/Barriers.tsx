import { useLanguage } from "../../app/i18n";
import { DataTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import type { DecisionResult } from "./types";

/** What stands in the way, who has taken it on, and how. */
export function Barriers({ run }: { run: DecisionResult }) {
  const { t } = useLanguage();
  const words = t.decision;
  if (run.barriers.length === 0) return null;
  return (
    <Panel title={words.barriers} aside={<span className="subtle small">{words.of(run.barriers_handled, run.barriers.length)}</span>}>
      <p className="subtle small">{words.barriersHint}</p>
      <DataTable
        caption={words.barriers}
        items={run.barriers}
        rowKey={(one) => one.id}
        columns={[
          { title: words.barrier, cell: (one) => <strong>{one.name}</strong> },
          {
            title: words.handled,
            cell: (one) => (
              <span className={`mark ${one.handled ? "mark-ok" : "mark-warning"}`}>{one.handled ? words.handled : words.notHandled}</span>
            ),
          },
          { title: words.owner, cell: (one) => one.owner || "–" },
          { title: words.measure, cell: (one) => one.measure || "–", className: "wrap" },
          { title: words.status, cell: (one) => one.status || "–" },
          { title: words.due, cell: (one) => one.due || "–" },
          { title: words.source, cell: (one) => <span className="subtle small">{one.source}</span>, className: "wrap" },
        ]}
      />
    </Panel>
  );
}
