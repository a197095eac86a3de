import { useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import { number } from "../economy/money";
import { type ToolProps, Downloads, Says, ToolRun } from "../tool";
import { AlternativeTable } from "./AlternativeTable";
import { AnswerChart } from "./AnswerChart";
import { HourChart } from "./HourChart";
import { Method } from "./Method";
import { NeedChart } from "./NeedChart";
import { ConnectionPanel, ReservePanel } from "./Together";
import { useSentences } from "./sentences";
import type { Staffing } from "./types";

const YEARS = ["10", "100", "500", "1000"];
const USUAL = "100";

/** How many people must answer, what they reach and what it costs, alone or with others. */
export default function StaffingPage({ version }: ToolProps) {
  const { t, language } = useLanguage();
  const words = t.staffing;
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get("years") ?? USUAL;
  const years = YEARS.includes(asked) ? asked : USUAL;
  const setYears = (value: string) => {
    const now = new URLSearchParams(parameters);
    if (value === USUAL) now.delete("years");
    else now.set("years", value);
    setParameters(now, { replace: true });
  };
  return (
    <div className="results">
      <div className="tool-bar">
        <Choice
          label={words.years}
          value={years}
          onChange={setYears}
          options={YEARS.map((one): [string, string] => [one, number(Number(one), language)])}
        />
        <p className="subtle small tool-hint">{words.yearsHint}</p>
      </div>
      <ToolRun<Staffing> version={version} shown={{ kind: "staffing.simulate", parameters: { years, seed: "1" } }} needs={words.needs}>
        {(result) => <Result result={result} />}
      </ToolRun>
    </div>
  );
}

function Result({ result }: { result: Staffing }) {
  const { t } = useLanguage();
  const words = t.staffing;
  const [parameters, setParameters] = useSearchParams();
  const sentences = useSentences(result);
  const chosen = result.alternatives.find((one) => one.id === parameters.get("plan")) ?? result.alternatives[0];
  const choose = (id: string) => {
    const now = new URLSearchParams(parameters);
    now.set("plan", id);
    setParameters(now, { replace: true });
  };
  if (!chosen) return null;
  return (
    <>
      <Says
        title={words.says}
        sentences={sentences}
        aside={<Downloads name="bemanning" result={result} csv={() => rowsOf(result)} />}
      />
      <AlternativeTable result={result} />
      <div className="tool-pair">
        <AnswerChart result={result} />
        <HourChart result={result} />
      </div>
      <NeedChart result={result} chosen={chosen} onChoose={choose} />
      <div className="tool-pair">
        <ReservePanel result={result} />
        <ConnectionPanel result={result} />
      </div>
      <Method result={result} />
    </>
  );
}

/** A row for each alternative, with the intervals. */
function rowsOf(result: Staffing): (string | number)[][] {
  const seconds = result.targets.map((one) => one.within_s);
  const head = ["id", "name", "person_years", "person_years_low", "person_years_high", "cost", "cost_low", "cost_high", "occupancy", "hours_alone"];
  for (const s of seconds) head.push(`within_${s}_s`, `within_${s}_s_low`, `within_${s}_s_high`);
  head.push("longest_s");
  const rows = result.alternatives.map((one) => {
    const answers = one.answers.find((group) => group.group === "alarms");
    return [
      one.id,
      one.name,
      one.person_years.value,
      one.person_years.low,
      one.person_years.high,
      one.cost.value.kroner,
      one.cost.low.kroner,
      one.cost.high.kroner,
      one.occupancy.value,
      one.hours_alone,
      ...(answers?.within.flatMap((within) => [within.value, within.low, within.high]) ?? []),
      answers?.longest_s.value ?? "",
    ];
  });
  return [head, ...rows];
}
