import { Button } from "@digdir/designsystemet-react";
import { PlusIcon } from "@navikt/aksel-icons";
import { type FormEvent, useState } from "react";
import { useLanguage } from "../../app/i18n";
import type { SheetField } from "../types";
import type { Work } from "./work";
import { ValueInput } from "./ValueInput";
import { place } from "./draft";
import { type Group, PARTS, type Part, type Value, fieldName, partKey } from "./groups";

interface Props {
  group: Group;
  work: Work;
  title: string;
}

/** Numbers can say where they come from; years and counts of years are choices of the case. */
const tellable = (value: Value) => value.field.type === "number" && !/years?$/.test(value.name);

/** The values of a table, one a row, and those that it can be given more. */
export function ValueRows({ group, work, title }: Props) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const [more, setMore] = useState(group.values.length === 0);
  const shown = PARTS.filter(
    (part) =>
      group.values.some((value) => value.parts[part]) ||
      ((part === "quality" || part === "source") && group.name !== "" && group.values.some(tellable)),
  );
  const partTitle: Record<Part, string> = { quality: words.quality, source: words.source, low: words.low, high: words.high };
  const absent: Value[] = group.absent.map((field) => ({
    key: field.key,
    name: group.name === "" ? field.key : field.key.slice(group.name.length + 1),
    field,
    parts: {},
  }));
  const given = (value: Value) => work.values.get(place(group.file, value.key));
  const rows = [...group.values, ...absent.filter((one) => more || given(one) !== undefined)];
  const nameOf = (name: string) => fieldName(t.steering.fields, name);
  const set = (key: string, value: string) => work.onEdit({ file: group.file, action: "set", key, value });
  return (
    <>
      <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="edit-table">
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.value}</th>
              {shown.map((part) => (
                <th key={part} scope="col">
                  {partTitle[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((value) => {
              const name = nameOf(value.name);
              return (
                <tr key={value.key}>
                  <th scope="row">
                    {name}
                    {value.field.note && <span className="subtle small note">{value.field.note}</span>}
                  </th>
                  <td className={value.field.type === "number" ? "narrow" : "wide"}>
                    <ValueInput
                      label={name}
                      field={value.field}
                      name={value.name}
                      value={given(value) ?? value.field.value}
                      before={value.field.value}
                      // A case keeps its kind.
                      readOnly={work.readOnly || value.key === "kind"}
                      errors={work.mistakesOf(group.file, value.key)}
                      onCommit={(text) => set(value.key, text)}
                    />
                  </td>
                  {shown.map((part) => (
                    <td key={part} className={part === "source" ? "wide" : "narrow"}>
                      <PartInput value={value} part={part} label={`${name}: ${partTitle[part]}`} file={group.file} work={work} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {!work.readOnly && (
        <div className="table-tools">
          {absent.length > 0 && (
            <Button data-size="sm" variant="tertiary" aria-expanded={more} onClick={() => setMore(!more)}>
              {more ? words.fewerFields : words.moreFields(absent.length)}
            </Button>
          )}
          {group.open && <NameValue title={title} onAdd={(name, value) => set(group.name === "" ? name : `${group.name}.${name}`, value)} />}
        </div>
      )}
    </>
  );
}

/** One more value, with a name that a person chooses. */
function NameValue({ title, onAdd }: { title: string; onAdd: (name: string, value: string) => void }) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || !value.trim()) return;
    onAdd(name.trim(), value.trim());
    setName("");
    setValue("");
  };
  return (
    <form className="name-value" onSubmit={submit}>
      <input className="cell-input" aria-label={`${title}: ${words.newName}`} placeholder={words.newName} value={name} onChange={(e) => setName(e.target.value)} />
      <input className="cell-input" aria-label={`${title}: ${words.value}`} placeholder={words.value} value={value} onChange={(e) => setValue(e.target.value)} />
      <Button data-size="sm" variant="tertiary" type="submit" disabled={!name.trim() || !value.trim()}>
        <PlusIcon aria-hidden="true" />
        {words.add}
      </Button>
    </form>
  );
}

const ofPart = (part: Part): SheetField => ({
  key: part,
  value: "",
  type: part === "low" || part === "high" ? "number" : "text",
  note: "",
  line: 0,
  choices: [],
  required: false,
});

function PartInput({ value, part, label, file, work }: { value: Value; part: Part; label: string; file: string; work: Work }) {
  const there = value.parts[part];
  // A text or a year says itself where it is from; a number that is there can always be told.
  if (!there && (!tellable(value) || value.field.line === 0 || part === "low" || part === "high")) return null;
  const key = partKey(value, part);
  const before = there?.value ?? "";
  return (
    <ValueInput
      label={label}
      field={there ?? ofPart(part)}
      name={part}
      value={work.values.get(place(file, key)) ?? before}
      before={before}
      readOnly={work.readOnly}
      errors={work.mistakesOf(file, key)}
      onCommit={(text) => work.onEdit({ file, action: "set", key, value: text })}
    />
  );
}
