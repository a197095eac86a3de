import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { type Column, DataTable } from "../../ui/PagedTable";
import { Choice } from "../../ui/filters";
import { kroner, percent, signed } from "./money";
import type { Alternative, ComparisonResult } from "./types";

type Row = ComparisonResult["alternatives"][number]["municipalities"][number];
type Look = "cost" | "saving" | "against";

const AS_WRITTEN = "as written";

/** Who pays what under each key, who gains and who loses. */
export function KeyTable({ comparison, alternative }: { comparison: ComparisonResult; alternative: Alternative }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const [look, setLook] = useState<Look>("saving");
  const rows = comparison.alternatives.find((one) => one.id === alternative.id)?.municipalities ?? [];
  const keys = rows[0]?.keys.map((one) => one.key) ?? [];
  const name = (key: string) => (key === AS_WRITTEN ? words.asWritten : key);
  const savers = (index: number) => rows.filter((row) => (row.keys[index]?.saving.ore ?? 0) >= 0).length;
  const columns: Column<Row>[] = [
    { title: words.municipality, cell: (row) => row.name },
    { title: words.today, cell: (row) => <span className="num">{kroner(row.as_is.ore, language)}</span>, className: "number" },
    ...keys.map((key, index): Column<Row> => ({
      title: name(key),
      cell: (row) => <Amount entry={row.keys[index]} look={look} />,
      className: "number",
    })),
    {
      title: words.breakEven,
      cell: (row) => <span className="num">{percent(row.break_even_percent, language, 2)}</span>,
      className: "number",
    },
  ];
  return (
    <Panel
      title={words.keys}
      aside={
        <Choice
          label={words.show}
          value={look}
          onChange={(value) => setLook(value as Look)}
          options={[
            ["saving", words.showSaving],
            ["cost", words.showCost],
            ["against", words.showAgainst],
          ]}
        />
      }
    >
      <p className="subtle small">
        {words.keysHint} {words.gains} {words.breakEven}: {words.breakEvenHint.toLowerCase()}.
      </p>
      <ul className="key-counts">
        {keys.map((key, index) => (
          <li key={key}>
            <strong>{name(key)}</strong>: {words.gainCount(savers(index), rows.length - savers(index))}
          </li>
        ))}
      </ul>
      <DataTable caption={words.keys} columns={columns} items={rows} rowKey={(row) => String(row.number)} />
    </Panel>
  );
}

function Amount({ entry, look }: { entry: Row["keys"][number] | undefined; look: Look }) {
  const { language } = useLanguage();
  if (!entry) return null;
  if (look === "cost") return <span className="num">{kroner(entry.cost.ore, language)}</span>;
  // Paying less than under the chosen key is a gain.
  const gain = look === "saving" ? entry.saving.ore : -entry.against_as_written.ore;
  const shown = look === "saving" ? entry.saving.ore : entry.against_as_written.ore;
  return <span className={`num ${gain === 0 ? "" : gain > 0 ? "gain" : "loss"}`}>{signed(shown, language)}</span>;
}
