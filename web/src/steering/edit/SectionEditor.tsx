import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import type { Mistake, SheetField } from "../types";
import { CellInput, QualityInput } from "./CellInput";
import { asNumber, mistakesAt } from "./draft";
import { type Group, PARTS, type Part, type Value, partKey } from "./groups";

interface Props {
  group: Group;
  values: Map<string, string>;
  mistakes: Mistake[];
  readOnly: boolean;
  onSet: (key: string, value: string) => void;
}

/** One table of case.toml. */
export function SectionEditor(props: Props) {
  const { t } = useLanguage();
  const { group } = props;
  return (
    <Panel title={t.steering.sections[group.name] ?? group.name} className="edit-section">
      {group.values.length > 0 && <ValueRows {...props} />}
      {group.records.length > 0 && <RecordRows {...props} />}
    </Panel>
  );
}

/** Numbers can say where they come from; years and counts of years are choices of the case. */
const tellable = (value: Value) => value.field.type === "number" && !/years?$/.test(value.name);

const texts = (mistakes: Mistake[], key: string) => mistakes.map((one) => one.text.replace(`${key}: `, ""));

function ValueRows({ group, values, mistakes, readOnly, onSet }: Props) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const shown = PARTS.filter(
    (part) =>
      group.values.some((value) => value.parts[part]) ||
      ((part === "quality" || part === "source") && group.name !== "" && group.values.some(tellable)),
  );
  const title: Record<Part, string> = { quality: words.quality, source: words.source, low: words.low, high: words.high };
  return (
    <div className="table-scroll" role="region" aria-label={t.steering.sections[group.name] ?? group.name} tabIndex={0}>
      <table className="edit-table">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.value}</th>
            {shown.map((part) => (
              <th key={part} scope="col">
                {title[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.values.map((value) => {
            const name = t.steering.fields[value.name] ?? value.name;
            const numeric = value.field.type === "number";
            return (
              <tr key={value.key}>
                <th scope="row">
                  {name}
                  {value.field.note && <span className="subtle small note">{value.field.note}</span>}
                </th>
                <td className={numeric ? "narrow" : "wide"}>
                  <CellInput
                    label={name}
                    value={values.get(value.key) ?? value.field.value}
                    before={value.field.value}
                    numeric={numeric}
                    // A case keeps its kind.
                    readOnly={readOnly || value.key === "kind"}
                    errors={texts(mistakesAt(mistakes, value.key, value.field.line), value.key)}
                    onCommit={(text) => onSet(value.key, numeric ? asNumber(text) : text)}
                  />
                </td>
                {shown.map((part) => (
                  <td key={part} className={part === "source" ? "wide" : "narrow"}>
                    <PartInput value={value} part={part} label={`${name}: ${title[part]}`} values={values} readOnly={readOnly} onSet={onSet} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PartInput({
  value,
  part,
  label,
  values,
  readOnly,
  onSet,
}: {
  value: Value;
  part: Part;
  label: string;
  values: Map<string, string>;
  readOnly: boolean;
  onSet: (key: string, value: string) => void;
}) {
  const there = value.parts[part];
  // A text or a year says itself where it is from; a number can always be told.
  if (!there && (!tellable(value) || part === "low" || part === "high")) return null;
  const key = partKey(value, part);
  const before = there?.value ?? "";
  const now = values.get(key) ?? before;
  if (part === "quality")
    return <QualityInput label={label} value={now} before={before} readOnly={readOnly} onCommit={(text) => onSet(key, text)} />;
  const numeric = part !== "source";
  return (
    <CellInput
      label={label}
      value={now}
      before={before}
      numeric={numeric}
      readOnly={readOnly}
      errors={[]}
      onCommit={(text) => onSet(key, numeric ? asNumber(text) : text)}
    />
  );
}

function RecordRows({ group, values, mistakes, readOnly, onSet }: Props) {
  const { t } = useLanguage();
  const title = t.steering.sections[group.name] ?? group.name;
  const columnName = (column: string) => t.steering.fields[column] ?? column.replaceAll("_", " ");
  const fieldOf = (record: { name: string; fields: SheetField[] }, column: string) =>
    record.fields.find((field) => field.key === `${record.name}.${column}`);
  return (
    <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="edit-table">
        <thead>
          <tr>
            {group.columns.map((column) => (
              <th key={column} scope="col">
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.records.map((record, index) => (
            <tr key={record.name}>
              {group.columns.map((column) => {
                const field = fieldOf(record, column);
                if (!field) return <td key={column} />;
                const numeric = field.type === "number";
                const label = `${title} ${index + 1}: ${columnName(column)}`;
                const now = values.get(field.key) ?? field.value;
                return (
                  <td key={column} className={numeric ? "narrow" : "wide"}>
                    {column === "quality" ? (
                      <QualityInput label={label} value={now} before={field.value} readOnly={readOnly} onCommit={(text) => onSet(field.key, text)} />
                    ) : (
                      <CellInput
                        label={label}
                        value={now}
                        before={field.value}
                        numeric={numeric}
                        readOnly={readOnly}
                        errors={texts(mistakesAt(mistakes, field.key, field.line), field.key)}
                        onCommit={(text) => onSet(field.key, numeric ? asNumber(text) : text)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
