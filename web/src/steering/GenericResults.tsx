import { useLanguage } from "../app/i18n";
import { Panel } from "../ui/Panel";
import { DataTable } from "../ui/PagedTable";
import { kroner } from "./economy/money";
import type { ResultsProps } from "./types";

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isMoney = (value: Json): value is { ore: number } => isObject(value) && typeof value.ore === "number";
const readable = (name: string) => name.replaceAll("_", " ").replaceAll(".", " · ");

/** Results of a kind that has no page of its own yet: every list a table, everything else a line. */
export default function GenericResults({ results }: ResultsProps) {
  return (
    <>
      {Object.entries(results).map(([name, value]) => (
        <Part key={name} name={name} value={value} />
      ))}
    </>
  );
}

function Part({ name, value }: { name: string; value: Json }) {
  const { t, language } = useLanguage();
  const words = t.steering.generic;
  const show = (one: Json): string => {
    if (isMoney(one)) return kroner(one.ore, language);
    if (one === null || one === undefined) return "–";
    if (typeof one === "number") return one.toLocaleString(language === "nb" ? "nb-NO" : "en-GB", { maximumFractionDigits: 4 });
    return typeof one === "object" ? JSON.stringify(one) : String(one);
  };
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    const columns = isObject(value[0]) && !isMoney(value[0]) ? Object.keys(value[0]) : [words.value];
    const items = value.map((row, i) => ({ row, i }));
    return (
      <Panel title={readable(name)}>
        <DataTable
          caption={readable(name)}
          items={items}
          rowKey={({ i }) => String(i)}
          columns={columns.map((column) => ({
            title: readable(column),
            cell: ({ row }: { row: Json }) => show(isObject(row) && !isMoney(row) ? row[column] : row),
          }))}
        />
      </Panel>
    );
  }
  if (!isObject(value)) return null;
  const plain = Object.entries(value).filter(([, one]) => !Array.isArray(one) && (!isObject(one) || isMoney(one)));
  return (
    <>
      {plain.length > 0 && (
        <Panel title={readable(name)}>
          <dl className="facts">
            {plain.map(([key, one]) => [<dt key={key}>{readable(key)}</dt>, <dd key={`${key}-value`}>{show(one)}</dd>])}
          </dl>
        </Panel>
      )}
      {Object.entries(value)
        .filter(([, one]) => Array.isArray(one) || (isObject(one) && !isMoney(one)))
        .map(([key, one]) => (
          <Part key={key} name={`${name}.${key}`} value={one} />
        ))}
    </>
  );
}
