import { useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import { number } from "../economy/money";
import { type ToolProps, Documents, ToolRun } from "../tool";
import { ErlangPanel } from "./ErlangPanel";
import { IntoEconomy } from "./IntoEconomy";
import StaffingResult from "./StaffingResult";
import type { Staffing } from "./types";

const YEARS = ["10", "100", "500", "1000"];
const USUAL = "100";
const MONTHS = ["1", "3", "6", "12"];
/** Measured until the day began: the same through the whole day. */
const TODAY = new Date().toISOString().slice(0, 10);

/** How many people must answer, what they reach and what it costs, alone or with others. */
export default function StaffingPage({ version }: ToolProps) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const [search, setSearch] = useSearchParams();
  const asked = search.get("years") ?? USUAL;
  const years = YEARS.includes(asked) ? asked : USUAL;
  const set = (name: string, value: string, usual: string) => {
    const now = new URLSearchParams(search);
    if (value === usual) now.delete(name);
    else now.set(name, value);
    setSearch(now, { replace: true });
  };
  const asks = search.get("measured") ?? "";
  const months = MONTHS.includes(asks) ? asks : "";
  const measured: Record<string, string> = months === "" ? {} : { measured_months: months, measured_until: TODAY };
  const parameters = { years, seed: "1", ...measured };
  return (
    <div className="results">
      <div className="tool-bar">
        <Choice
          label={words.years}
          value={years}
          onChange={(value) => set("years", value, USUAL)}
          options={YEARS.map((one): [string, string] => [one, number(Number(one), language)])}
        />
        <Choice
          label={words.arrivals}
          value={months}
          onChange={(value) => set("measured", value, "")}
          options={[["", words.assumed], ...MONTHS.map((one): [string, string] => [one, words.measured(Number(one))])]}
        />
        <p className="subtle small tool-hint">{words.yearsHint}</p>
        <Documents version={version} kind="staffing.document" parameters={parameters} name="bemanning" />
      </div>
      <ToolRun<Staffing> version={version} shown={{ kind: "staffing.simulate", parameters }} needs={words.needs} file="staffing.toml">
        {(result) => (
          <StaffingResult result={result}>
            <IntoEconomy key={version} version={version} result={result} parameters={parameters} />
          </StaffingResult>
        )}
      </ToolRun>
      <ErlangPanel />
    </div>
  );
}
