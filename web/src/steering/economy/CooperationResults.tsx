import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import type { ResultsProps } from "../types";
import { AlternativeTable, AsIsTiles } from "./Summary";
import { AreaTable, CheckTable, ContradictionTable, GapTable, ItemTable } from "./Tables";
import { KeyTable } from "./KeyTable";
import { MunicipalityTable } from "./MunicipalityTable";
import { SavingMap } from "./SavingMap";
import { Uncertainty } from "./Uncertainty";
import { YearChart } from "./YearChart";
import type { ComparisonResult, CooperationResult, Gap } from "./types";

/** What a cooperation costs and saves, who pays, and how sure it is. */
export default function CooperationResults({ results, municipalityPath }: ResultsProps) {
  const { t } = useLanguage();
  const words = t.steering.economy;
  const run = results["economy.run"] as CooperationResult;
  const comparison = results["economy.compare"] as ComparisonResult | undefined;
  const gaps = (results["economy.check"] as { gaps: Gap[] } | undefined)?.gaps ?? [];
  const [chosen, setChosen] = useState(run.alternatives.at(-1)?.id ?? "");
  const alternative = run.alternatives.find((one) => one.id === chosen) ?? run.alternatives[0];
  const spread = run.uncertainty?.alternatives.find((one) => one.id === alternative?.id);
  return (
    <>
      <AsIsTiles run={run} />
      <AlternativeTable run={run} chosen={alternative?.id ?? ""} />
      {alternative && (
        <>
          <div className="alternative-choice">
            <Choice
              label={words.chosen}
              value={alternative.id}
              onChange={setChosen}
              options={run.alternatives.map((one): [string, string] => [one.id, one.name])}
            />
          </div>
          <div className="map-and-table">
            <SavingMap alternative={alternative} path={municipalityPath} />
            <MunicipalityTable run={run} alternative={alternative} spread={spread} path={municipalityPath} />
          </div>
          {comparison && <KeyTable comparison={comparison} alternative={alternative} />}
          {run.uncertainty && spread && <Uncertainty all={run.uncertainty} run={run} spread={spread} />}
          <div className="charts">
            <YearChart alternative={alternative} />
            <ItemTable alternative={alternative} />
          </div>
        </>
      )}
      <AreaTable run={run} />
      <GapTable gaps={gaps} />
      <CheckTable run={run} />
      <ContradictionTable contradictions={run.contradictions} />
    </>
  );
}
