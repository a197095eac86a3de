import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { QualityMark } from "../edit/CellInput";
import { kroner, number } from "../economy/money";
import type { Analysis } from "./types";

/** How it is computed, and of which numbers; those that are in no report are marked. */
export function Method({ analysis }: { analysis: Analysis }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  const { shapley_method: shapley, nucleolus_method: nucleolus } = analysis;
  const numbers = analysis.basis.numbers.map((one, i) => ({ ...one, id: String(i) }));
  return (
    <Panel title={words.methodTitle}>
      <ul className="method-notes">
        {analysis.basis.notes.map((note) => (
          <li key={note.nb}>{tx(note)}</li>
        ))}
        <li>
          {shapley.method === "exact" ? words.shapleyExact : words.shapleySampled(number(shapley.orders ?? 0, language), String(shapley.seed ?? ""))}
        </li>
        <li>
          {!nucleolus.computed
            ? words.nucleolusNot
            : nucleolus.largest_excess && nucleolus.largest_excess.ore < 0
              ? words.nucleolusLeast(kroner(-nucleolus.largest_excess.ore, language))
              : words.nucleolusShort}
        </li>
      </ul>
      <DataTable
        caption={words.numbersTitle}
        items={numbers}
        rowKey={(one) => one.id}
        columns={[
          { title: words.assumption, cell: (one) => (language === "nb" ? one.what_nb : one.what), className: "wide-cell" },
          { title: words.value, cell: (one) => (language === "nb" ? one.value_nb : one.value), className: "number" },
          { title: words.quality, cell: (one) => <QualityMark quality={one.quality} /> },
          { title: words.source, cell: (one) => one.source, className: "wide-cell" },
        ]}
      />
    </Panel>
  );
}
