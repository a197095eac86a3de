import { Button } from "@digdir/designsystemet-react";
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TrashIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import type { SheetSection } from "../types";
import type { Work } from "./work";
import { ValueInput } from "./ValueInput";
import { place } from "./draft";
import { type Group, fieldName, labelOf } from "./groups";

/** The records of one kind, one a row: changed in place, added, moved and removed. */
export function RecordRows({ group, work, title }: { group: Group; work: Work; title: string }) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const [more, setMore] = useState(false);
  const { file } = group;
  const hidden = group.columns.filter((one) => !one.shown).length;
  const columns = group.columns.filter((one) => one.shown || more);
  const columnName = (column: string) => fieldName(t.steering.fields, column);
  const change = (action: "add" | "remove" | "move", key: string, value = "") => work.onEdit({ file, action, key, value });
  return (
    <>
      {group.records.length > 0 && (
        <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
          <table className="edit-table">
            <thead>
              <tr>
                {columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {columnName(name)}
                  </th>
                ))}
                {!work.readOnly && (
                  <th scope="col">
                    <span className="visually-hidden">{words.row}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {group.records.map((record, index) => (
                <tr key={record.name} data-record={place(file, record.name)}>
                  {columns.map((column) => (
                    <td key={column.name} className={column.field.type === "number" ? "narrow" : "wide"}>
                      <RecordCell record={record} column={column} label={`${title} ${index + 1}: ${columnName(column.name)}`} work={work} />
                    </td>
                  ))}
                  {!work.readOnly && (
                    <td className="row-actions">
                      <RecordActions
                        what={`${title}: ${labelOf(work.sheet.sections, file, record.name)}`}
                        first={index === 0}
                        last={index === group.records.length - 1}
                        onMove={(by) => change("move", record.name, String(by))}
                        onRemove={() => change("remove", record.name)}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!work.readOnly && (
        <div className="table-tools">
          {group.grows && (
            <Button data-size="sm" variant="tertiary" data-add={place(file, group.name)} onClick={() => change("add", group.name)}>
              <PlusIcon aria-hidden="true" />
              {words.addTo(title)}
            </Button>
          )}
          {hidden > 0 && group.records.length > 0 && (
            <Button data-size="sm" variant="tertiary" aria-expanded={more} onClick={() => setMore(!more)}>
              {more ? words.fewerFields : words.moreFields(hidden)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function RecordCell({ record, column, label, work }: { record: SheetSection; column: Group["columns"][number]; label: string; work: Work }) {
  const key = `${record.name}.${column.name}`;
  const there = record.fields.find((one) => one.key === key);
  const field = there ?? record.absent.find((one) => one.key === key);
  if (!field || (work.readOnly && !there)) return null;
  return (
    <ValueInput
      label={label}
      field={field}
      name={column.name}
      value={work.values.get(place(record.file, key)) ?? field.value}
      before={field.value}
      readOnly={work.readOnly}
      errors={work.mistakesOf(record.file, key)}
      onCommit={(value) => work.onEdit({ file: record.file, action: "set", key, value })}
    />
  );
}

function RecordActions({
  what,
  first,
  last,
  onMove,
  onRemove,
}: {
  what: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  return (
    <div className="row-buttons">
      <Button icon data-size="sm" variant="tertiary" aria-label={words.moveUp(what)} disabled={first} onClick={() => onMove(-1)}>
        <ArrowUpIcon aria-hidden="true" />
      </Button>
      <Button icon data-size="sm" variant="tertiary" aria-label={words.moveDown(what)} disabled={last} onClick={() => onMove(1)}>
        <ArrowDownIcon aria-hidden="true" />
      </Button>
      <Button icon data-size="sm" variant="tertiary" aria-label={words.removeRecord(what)} onClick={onRemove}>
        <TrashIcon aria-hidden="true" />
      </Button>
    </div>
  );
}
