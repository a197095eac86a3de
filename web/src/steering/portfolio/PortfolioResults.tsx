import { useState } from "react";
import type { Text } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { ContradictionTable } from "../economy/Tables";
import type { ResultsProps } from "../types";
import { Tile } from "../tool";
import { Activities } from "./Activities";
import { Dependencies } from "./Dependencies";
import { Devices } from "./Devices";
import { Experiences } from "./Experiences";
import { HeatMap } from "./HeatMap";
import { Next } from "./Next";
import { OverTime } from "./OverTime";
import { ProgressChart } from "./Progress";
import { RoadMap } from "./RoadMap";
import type { PortfolioResult } from "./types";

/** Who has what, how far it is to the ambition, and what is next. */
export default function PortfolioResults({ results, version }: ResultsProps) {
  const run = results["portfolio.report"] as PortfolioResult;
  const [municipality, setMunicipality] = useState(run.municipalities[0]?.number ?? "");
  return (
    <>
      <Tiles run={run} />
      <ProgressChart run={run} />
      <OverTime run={run} />
      <ContradictionTable contradictions={run.contradictions} />
      <Doubts doubts={run.doubts} />
      <HeatMap run={run} chosen={municipality} onChoose={setMunicipality} />
      {version && municipality && <Next run={run} version={version} municipality={municipality} onChoose={setMunicipality} />}
      <RoadMap run={run} />
      <Dependencies run={run} />
      <Activities run={run} />
      <Experiences run={run} />
      <Devices run={run} />
    </>
  );
}

function Tiles({ run }: { run: PortfolioResult }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const inTime = run.progress.filter((one) => one.missing === 0 || (one.reached !== null && one.reached <= one.by));
  const tiles: [string, string, string][] = [
    [words.solutions, String(run.solutions.length), words.per(run.date)],
    [words.municipalities, String(run.municipalities.length), words.per(run.date)],
    [words.reachedTile, t.decision.of(inTime.length, run.progress.length), ""],
    [words.contradictionsTile, String(run.contradictions.length), run.contradictions.length > 0 ? words.seeBelow : ""],
  ];
  return (
    <dl className="summary steering-summary">
      {tiles.map(([title, value, note]) => (
        <Tile key={title} title={title} value={value} note={note} />
      ))}
    </dl>
  );
}

function Doubts({ doubts }: { doubts: Text[] }) {
  const { t, tx } = useLanguage();
  if (doubts.length === 0) return null;
  return (
    <Panel title={t.portfolio.doubts}>
      <ul className="brief">
        {doubts.map((one) => (
          <li key={one.nb}>{tx(one)}</li>
        ))}
      </ul>
    </Panel>
  );
}
