import { Button } from "@digdir/designsystemet-react";
import { PlusIcon, TrashIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import type { Mistake, SheetTable } from "../types";
import { CellInput, QualityInput } from "./CellInput";
import type { Work } from "./work";
import { asNumber, csvRow, place } from "./draft";
import { fieldName } from "./groups";

const PAGE = 40;
/** Characters; a column with a longer text gets more room. */
const LONG = 14;
const NUMBER = /^[-+]?\d[\d\s\u00a0]*([.,]\d+)?$/;
const NUMERIC = new Set(["amount", "hours", "low", "high", "inhabitants", "inhabitants_67", "inhabitants_80", "value", "person_years", "total", "yearly_cost"]);

/** What a new row starts with: a row of nothing would be no row. */
function firstCell(table: SheetTable): string {
  const last = table.rows.at(-1)?.cells[0];
  if (last === undefined || last === "") return "?";
  return table.columns[0] === "id" && /^\d+$/.test(last) ? String(Number(last) + 1) : last;
}

/** One CSV file as a table that is changed in place. */
export function TableEditor({ table, work, mistakes }: { table: SheetTable; work: Work; mistakes: Mistake[] }) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const { readOnly } = work;
  const [filter, setFilter] = useState("");
  const [most, setMost] = useState(PAGE);
  // Rows that were added now stand at the end, and are seen there.
  const [added, setAdded] = useState(0);
  const title = t.steering.files_[table.file] ?? table.file;
  const wanted = filter.trim().toLowerCase();
  const cell = (row: SheetTable["rows"][number], i: number) =>
    work.values.get(place(table.file, `${row.line}/${table.columns[i]}`)) ?? row.cells[i] ?? "";
  const errorsOf = (line: number) => mistakes.filter((m) => m.line > 0 && m.line === line).map((m) => m.text);
  const matching = table.rows.filter((row) => !wanted || row.cells.some((_, i) => cell(row, i).toLowerCase().includes(wanted)));
  const wide = new Set(table.columns.filter((_, i) => table.rows.some((row) => (row.cells[i] ?? "").length > LONG)));
  const shown = matching.filter((row, i) => i < most || i >= matching.length - added || errorsOf(row.line).length > 0);
  const set = (line: number, column: string, value: string) =>
    work.onEdit({
      file: table.file,
      action: "set",
      key: `${line}/${column}`,
      value: NUMBER.test(value.trim()) && NUMERIC.has(column) ? asNumber(value) : value,
    });
  const add = () => {
    setAdded(added + 1);
    const cells = table.columns.map((_, i) => (i === 0 ? firstCell(table) : ""));
    work.onEdit({ file: table.file, action: "add", key: String(table.rows.at(-1)?.line ?? 1), value: csvRow(cells) });
  };
  return (
    <Panel title={title} className="edit-section" aside={<code className="subtle">{table.file}</code>}>
      {table.rows.length > PAGE && (
        <div className="table-tools">
          <label className="table-filter">
            <span>{words.filter}</span>
            <input className="cell-input" value={filter} onChange={(e) => setFilter(e.target.value)} />
          </label>
          <span className="subtle small">{words.showing(Math.min(most, matching.length), table.rows.length)}</span>
        </div>
      )}
      <div className="table-scroll" role="region" aria-label={words.table(table.file)} tabIndex={0}>
        <table className="edit-table">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {fieldName(t.steering.fields, column)}
                </th>
              ))}
              {!readOnly && (
                <th scope="col">
                  <span className="visually-hidden">{words.row}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => {
              const errors = errorsOf(row.line);
              return (
                <tr key={row.line} data-row={place(table.file, String(row.line))}>
                  {table.columns.map((column, i) => {
                    const shared = { label: `${column}, ${words.row} ${index + 1}`, value: cell(row, i), before: row.cells[i] ?? "", readOnly };
                    return (
                      <td key={column} className={wide.has(column) ? "wide" : "narrow"}>
                        {column === "quality" ? (
                          <QualityInput {...shared} onCommit={(value) => set(row.line, column, value)} />
                        ) : (
                          <CellInput
                            {...shared}
                            numeric={NUMERIC.has(column)}
                            errors={i === 0 ? errors : []}
                            onCommit={(value) => set(row.line, column, value)}
                          />
                        )}
                      </td>
                    );
                  })}
                  {!readOnly && (
                    <td className="row-action">
                      <Button
                        icon
                        data-size="sm"
                        variant="tertiary"
                        aria-label={words.removeRow(index + 1)}
                        onClick={() => work.onEdit({ file: table.file, action: "remove", key: String(row.line), value: "" })}
                      >
                        <TrashIcon aria-hidden="true" />
                      </Button>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="table-tools">
        {matching.length > most && (
          <Button data-size="sm" variant="tertiary" onClick={() => setMost(most + 200)}>
            {t.common.showMore}
          </Button>
        )}
        {!readOnly && (
          <Button data-size="sm" variant="tertiary" data-add={place(table.file, "")} onClick={add}>
            <PlusIcon aria-hidden="true" />
            {words.addRow}
          </Button>
        )}
      </div>
    </Panel>
  );
}
