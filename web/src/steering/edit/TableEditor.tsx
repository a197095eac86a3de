import { Button } from "@digdir/designsystemet-react";
import { ArrowUndoIcon, PlusIcon, TrashIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import type { Edit, Mistake, SheetTable } from "../types";
import { CellInput, QualityInput } from "./CellInput";
import { type TableDraft, asNumber, lineBefore, nextRowId } from "./draft";

const PAGE = 40;
const NUMBER = /^[-+]?\d[\d\s\u00a0]*([.,]\d+)?$/;
const NUMERIC = new Set(["amount", "hours", "low", "high", "inhabitants", "inhabitants_67", "inhabitants_80", "value", "person_years", "total", "yearly_cost"]);

/** One CSV file as a table that is changed in place. */
export function TableEditor({
  table,
  draft,
  edits,
  mistakes,
  readOnly,
  onEdit,
}: {
  table: SheetTable;
  draft: TableDraft;
  edits: Edit[];
  mistakes: Mistake[];
  readOnly: boolean;
  onEdit: (edit: Edit) => void;
}) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const [filter, setFilter] = useState("");
  const [most, setMost] = useState(PAGE);
  const title = t.steering.files_[table.file] ?? table.file;
  const wanted = filter.trim().toLowerCase();
  const saved = table.rows.map((row) => ({
    id: String(row.line),
    line: row.line,
    before: row.cells,
    cells: table.columns.map((column, i) => draft.set.get(`${row.line}/${column}`) ?? row.cells[i] ?? ""),
    removed: draft.removed.has(row.line),
  }));
  const added = draft.added.map((row) => ({ id: row.id, line: 0, before: row.cells.map(() => ""), cells: row.cells, removed: false }));
  const errorsOf = (line: number) => mistakes.filter((m) => m.line > 0 && lineBefore(m.line, draft.removed) === line).map((m) => m.text);
  const matching = saved.filter((row) => !wanted || row.cells.some((cell) => cell.toLowerCase().includes(wanted)));
  const shown = [...matching.filter((row, i) => i < most || errorsOf(row.line).length > 0), ...added];
  const set = (id: string, column: string, value: string) =>
    onEdit({ file: table.file, action: "set", key: `${id}/${column}`, value: NUMBER.test(value.trim()) && NUMERIC.has(column) ? asNumber(value) : value });
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
                  {t.steering.fields[column] ?? column.replaceAll("_", " ")}
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
              const errors = row.line > 0 ? errorsOf(row.line) : [];
              return (
                <tr key={row.id} className={row.removed ? "removed" : row.line === 0 ? "added" : ""}>
                  {table.columns.map((column, i) => (
                    <td key={column} className={column === "source" || column === "text" ? "wide" : "narrow"}>
                      {column === "quality" ? (
                        <QualityInput
                          label={`${column}, ${words.row} ${index + 1}`}
                          value={row.cells[i] ?? ""}
                          before={row.before[i] ?? ""}
                          readOnly={readOnly || row.removed}
                          onCommit={(value) => set(row.id, column, value)}
                        />
                      ) : (
                        <CellInput
                          label={`${column}, ${words.row} ${index + 1}`}
                          value={row.cells[i] ?? ""}
                          before={row.before[i] ?? ""}
                          numeric={NUMERIC.has(column)}
                          readOnly={readOnly || row.removed}
                          errors={i === 0 ? errors : []}
                          onCommit={(value) => set(row.id, column, value)}
                        />
                      )}
                    </td>
                  ))}
                  {!readOnly && (
                    <td className="row-action">
                      <Button
                        icon
                        data-size="sm"
                        variant="tertiary"
                        aria-label={row.removed ? words.restoreRow(index + 1) : words.removeRow(index + 1)}
                        onClick={() => onEdit({ file: table.file, action: "remove", key: row.id, value: "" })}
                      >
                        {row.removed ? <ArrowUndoIcon aria-hidden="true" /> : <TrashIcon aria-hidden="true" />}
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
          <Button
            data-size="sm"
            variant="tertiary"
            onClick={() => onEdit({ file: table.file, action: "add", key: nextRowId(edits, table.file), value: "" })}
          >
            <PlusIcon aria-hidden="true" />
            {words.addRow}
          </Button>
        )}
      </div>
    </Panel>
  );
}
