import { useLanguage } from "../../app/i18n";
import { DataTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { percent } from "../economy/money";
import { nameIn } from "./Areas";
import type { Area, DecisionResult } from "./types";

/** What each of those who assess an area holds to be best. */
export function Assessors({ run, area }: { run: DecisionResult; area: Area }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  return (
    <Panel title={words.assessors}>
      <p className={`mark ${area.unanimous ? "mark-ok" : "mark-warning"}`}>{area.unanimous ? words.unanimous : words.disagree}</p>
      <DataTable
        caption={words.assessors}
        items={area.assessors}
        rowKey={(one) => one.assessor}
        columns={[
          { title: words.assessor, cell: (one) => nameIn(run.assessors, one.assessor) },
          { title: words.best, cell: (one) => <strong>{nameIn(run.alternatives, one.favourite)}</strong> },
          ...run.alternatives.map((alternative, i) => ({
            title: alternative.name,
            cell: (one: Area["assessors"][number]) => <span className="num">{percent((one.alternatives[i]?.first ?? 0) * 100, language, 0)}</span>,
            className: "number wrap",
          })),
        ]}
      />
    </Panel>
  );
}
