import { Field, Label, Select } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "../app/i18n";
import { useSession } from "../tenancy/session";
import { serverNow } from "./clock";
import { shiftStart } from "./time";

/** The filters of a page live in its address, so that a selection can be shared and gone back to. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  const get = (name: string, initial = "") => parameters.get(name) ?? initial;
  const set = (name: string, value: string) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const clear = () => setParameters({}, { replace: true });
  return { get, set, clear, any: parameters.size > 0 };
}

export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}) {
  return (
    <Field data-size="sm" className="filter">
      <Label>{label}</Label>
      <Select value={value} onChange={(e) => onChange(e.target.value)}>
        {options.map(([key, text]) => (
          <Select.Option key={key} value={key}>
            {text}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

export function MunicipalityChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLanguage();
  const { municipalities } = useSession();
  return (
    <Choice
      label={t.common.municipality}
      value={value}
      onChange={onChange}
      options={[["", t.common.all], ...municipalities.map((m): [string, string] => [m.number, m.name])]}
    />
  );
}

export const FilterBar = ({ children }: { children: ReactNode }) => <div className="filters">{children}</div>;

export type Period = "shift" | "day" | "week" | "month" | "custom" | "any";

const DAY_MS = 86_400_000;

/** The start of a period, to whole minutes so that the same question is asked for a while. */
export function periodStart(period: string): string | undefined {
  const now = serverNow();
  const minute = (ms: number) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString();
  switch (period) {
    case "shift":
      return new Date(shiftStart(now)).toISOString();
    case "day":
      return minute(now - DAY_MS);
    case "week":
      return minute(now - 7 * DAY_MS);
    case "month":
      return minute(now - 30 * DAY_MS);
    default:
      return undefined;
  }
}
