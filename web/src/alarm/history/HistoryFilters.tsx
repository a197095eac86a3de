import { Textfield } from "@digdir/designsystemet-react";
import { useMemo } from "react";
import { useKeyFigures } from "../../api/queries";
import { OUTCOMES } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Choice, FilterBar, MunicipalityChoice, type useFilters, periodStart } from "../../ui/filters";

/** The codes that have occurred lately are the ones worth choosing between. */
function useCodes(): [string, string][] {
  const { tx } = useLanguage();
  const from = useMemo(() => periodStart("month"), []);
  const figures = useKeyFigures({ from });
  return (figures.data?.by_code ?? []).map(({ code, text }) => [code, `${tx(text)} (${code})`]);
}

export function HistoryFilters({ filters, period }: { filters: ReturnType<typeof useFilters>; period: string }) {
  const { t } = useLanguage();
  const words = t.overview.history;
  const periods = t.overview.periods;
  const codes = useCodes();
  const bind = (name: string, initial = "") => ({
    value: filters.get(name, initial),
    onChange: (value: string) => filters.set(name, value),
  });
  const day = (name: "from" | "to") => (
    <Textfield
      data-size="sm"
      type="date"
      className="filter"
      label={words[name]}
      value={filters.get(name)}
      onChange={(e) => filters.set(name, e.target.value)}
    />
  );
  return (
    <FilterBar>
      <Choice
        label={words.period}
        value={period}
        onChange={(value) => filters.set("period", value)}
        options={[
          ["shift", periods.shift],
          ["day", periods.day],
          ["week", periods.week],
          ["month", periods.month],
          ["any", periods.any],
          ["custom", periods.custom],
        ]}
      />
      {period === "custom" && day("from")}
      {period === "custom" && day("to")}
      <MunicipalityChoice {...bind("municipality")} />
      <Choice
        label={words.kind}
        {...bind("kind")}
        options={[
          ["", t.common.all],
          ["alarm", t.alarm.kind.alarm],
          ["technical", t.alarm.kind.technical],
        ]}
      />
      <Choice label={words.code} {...bind("code")} options={[["", t.common.all], ...codes]} />
      <Choice
        label={words.state}
        {...bind("state", "all")}
        options={[
          ["all", t.common.all],
          ["open", words.openOnly],
          ["closed", words.closedOnly],
        ]}
      />
      <Choice
        label={words.outcome}
        {...bind("outcome")}
        options={[["", t.common.all], ...OUTCOMES.map((o): [string, string] => [o, t.alarm.outcome[o]])]}
      />
    </FilterBar>
  );
}
