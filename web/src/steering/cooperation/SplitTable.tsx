import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { number, short } from "../economy/money";
import type { Analysis, Split } from "./types";

/** Every key and every fair benchmark: does it hold, and what would it take. */
export function SplitTable({ analysis, chosen }: { analysis: Analysis; chosen: string }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  return (
    <Panel title={words.splitsTitle}>
      <p className="subtle small">{words.splitsHint}</p>
      <DataTable<Split>
        caption={words.splitsTitle}
        items={analysis.splits}
        rowKey={(one) => one.id}
        columns={[
          { title: words.split, cell: (one) => <strong className={one.id === chosen ? "chosen" : ""}>{tx(one.title)}</strong> },
          { title: words.kind, cell: (one) => (one.kind === "key" ? words.key : words.benchmark) },
          {
            title: words.holds,
            cell: (one) => (
              <span className={`mark ${one.stability.in_core ? "mark-ok" : "mark-danger"}`}>
                {one.stability.in_core ? words.holdsYes : words.holdsNo}
              </span>
            ),
          },
          {
            title: words.groupsBetterOff,
            cell: (one) => <span className="num">{number(one.stability.groups_better_off, language)}</span>,
            className: "number",
          },
          {
            title: words.largestGain,
            cell: (one) => {
              const gain = one.stability.largest_gains[0];
              return gain?.sentence ? tx(gain.sentence) : "–";
            },
            className: "wide-cell",
          },
          {
            title: words.movedToHold,
            cell: (one) => <span className="num">{one.nearest_stable ? short(one.nearest_stable.moved.ore, language) : "–"}</span>,
            className: "number",
          },
        ]}
      />
    </Panel>
  );
}
