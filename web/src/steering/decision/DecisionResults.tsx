import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import { ContradictionTable } from "../economy/Tables";
import type { ResultsProps } from "../types";
import { Acceptability } from "./Acceptability";
import { AreaTable, Tiles } from "./Areas";
import { Assessors } from "./Assessors";
import { Barriers } from "./Barriers";
import { CentralWeights } from "./CentralWeights";
import { ClaimTable } from "./Claims";
import { Turns } from "./Turns";
import { Weighted } from "./Weighted";
import type { DecisionResult } from "./types";

/** Which alternative the tables support, and whether the report's conclusions follow from them. */
export default function DecisionResults({ results }: ResultsProps) {
  const { t } = useLanguage();
  const words = t.decision;
  const run = results["decide.run"] as DecisionResult;
  const [chosen, setChosen] = useState(run.areas[0]?.id ?? "");
  const [by, setBy] = useState(run.assessors[0]?.id ?? "");
  const area = run.areas.find((one) => one.id === chosen) ?? run.areas[0];
  const judged = area?.assessors.find((one) => one.assessor === by) ?? area?.assessors[0];
  return (
    <>
      <Tiles run={run} />
      <AreaTable run={run} chosen={area?.id ?? ""} />
      {area && judged && (
        <>
          <div className="choice-bar">
            <Choice
              label={words.chosen}
              value={area.id}
              onChange={setChosen}
              options={run.areas.map((one): [string, string] => [one.id, one.name])}
            />
            {run.assessors.length > 1 && (
              <Choice
                label={words.assessor}
                value={judged.assessor}
                onChange={setBy}
                options={run.assessors.map((one): [string, string] => [one.id, one.name])}
              />
            )}
          </div>
          <div className="charts">
            <Acceptability run={run} ranking={area} title={`${words.acceptability}: ${area.name}`} />
            <ClaimTable area={area} />
          </div>
          {run.assessors.length > 1 && <Assessors run={run} area={area} />}
          <div className="charts">
            <Turns run={run} judged={judged} />
            <Weighted key={`${area.id}/${judged.assessor}`} run={run} judged={judged} />
          </div>
          <CentralWeights run={run} judged={judged} />
        </>
      )}
      <Acceptability run={run} ranking={run.overall} title={`${words.acceptability}: ${words.overall.toLowerCase()}`} />
      <Barriers run={run} />
      <ContradictionTable contradictions={run.contradictions} />
    </>
  );
}
