import { useLanguage } from "../../app/i18n";
import { DataTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { percent } from "../economy/money";
import { nameIn } from "./Areas";
import type { DecisionResult, Judged } from "./types";

/** The weights of the one who would choose each alternative. */
export function CentralWeights({ run, judged }: { run: DecisionResult; judged: Judged }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  return (
    <Panel title={words.central}>
      <p className="subtle small">{words.centralHint}</p>
      <DataTable
        caption={words.central}
        items={run.criteria.map((criterion, i) => ({ ...criterion, i }))}
        rowKey={(criterion) => criterion.id}
        columns={[
          { title: words.criterion, cell: (criterion) => criterion.name },
          { title: words.importance, cell: ({ i }) => words.classes[judged.importance[i] ?? ""] ?? "" },
          ...judged.alternatives.map((one) => ({
            title: nameIn(run.alternatives, one.id),
            cell: ({ i }: { i: number }) => {
              const weight = one.central_weights?.[i];
              if (weight === undefined) return null;
              const strength = Math.round(Math.min(1, weight * 2) * 55);
              return (
                <span className="heat num" style={{ background: `color-mix(in srgb, var(--series-1) ${strength}%, transparent)` }}>
                  {percent(weight * 100, language, 0)}
                </span>
              );
            },
            className: "number wrap",
          })),
        ]}
      />
    </Panel>
  );
}
