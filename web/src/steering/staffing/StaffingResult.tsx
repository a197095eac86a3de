import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Downloads, Says } from "../tool";
import { AlternativeTable } from "./AlternativeTable";
import { AnswerChart } from "./AnswerChart";
import { HourChart } from "./HourChart";
import { Method } from "./Method";
import { NeedChart } from "./NeedChart";
import { RangePanel } from "./RangePanel";
import { ConnectionPanel, ReservePanel } from "./Together";
import { useSentences } from "./sentences";
import type { Staffing } from "./types";

/** What the simulation found. `children` stand before the method, where more can be asked for. */
export default function StaffingResult({ result: given, children }: { result: unknown; children?: ReactNode }) {
  const result = given as Staffing;
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
      <RangePanel result={result} />
      <div className="tool-pair">
        <AnswerChart result={result} />
        <HourChart result={result} />
      </div>
      <NeedChart result={result} chosen={chosen} onChoose={choose} />
      <div className="tool-pair">
        <ReservePanel result={result} />
        <ConnectionPanel result={result} />
      </div>
      {children}
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
