import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import { Downloads, Says } from "../tool";
import { CoreTiles } from "./CoreTiles";
import { DoorTable } from "./DoorTable";
import { GroupMatrix } from "./GroupMatrix";
import { Method } from "./Method";
import { PartitionPanel } from "./PartitionPanel";
import { Remedy } from "./Remedy";
import { ShareChart } from "./ShareChart";
import { SplitTable } from "./SplitTable";
import type { Analysis, Split } from "./types";

/** What the analysis found. `choices` and `documents` stand beside its own when more can be asked for. */
export default function CooperationResult({
  result,
  choices,
  documents,
}: {
  result: unknown;
  choices?: ReactNode;
  documents?: ReactNode;
}) {
  const analysis = result as Analysis;
  const { t, tx } = useLanguage();
  const words = t.cooperation;
  const [parameters, setParameters] = useSearchParams();
  const onSplit = (id: string) => {
    const now = new URLSearchParams(parameters);
    now.set("split", id);
    setParameters(now, { replace: true });
  };
  const split = analysis.splits.find((one) => one.id === parameters.get("split")) ?? analysis.splits[0];
  const illustrative = analysis.basis.numbers.some((one) => one.quality === "illustrative");
  if (!split) return null;
  return (
    <>
      <div className="tool-bar">
        {choices}
        <Choice
          label={words.split}
          value={split.id}
          onChange={onSplit}
          options={analysis.splits.map((one): [string, string] => [one.id, tx(one.title)])}
        />
        <Downloads name="samarbeid" result={analysis} csv={() => rowsOf(analysis)} />
      </div>
      {documents}
      <Says title={words.says} sentences={analysis.sentences.map(tx)} aside={illustrative && <span className="mark mark-danger">{words.illustrative}</span>} />
      <CoreTiles analysis={analysis} split={split} />
      <GroupMatrix analysis={analysis} split={split} />
      <div className="tool-pair">
        <ShareChart analysis={analysis} split={split} />
        <Remedy analysis={analysis} split={split} />
      </div>
      <SplitTable analysis={analysis} chosen={split.id} />
      <DoorTable split={split} />
      <PartitionPanel analysis={analysis} split={split} />
      <Method analysis={analysis} />
    </>
  );
}

/** What each pays under each split, a row for each municipality. */
function rowsOf(analysis: Analysis): (string | number)[][] {
  const kroner = (ore: number) => (ore / 100).toFixed(2);
  const head = ["number", "name", "alone", ...analysis.splits.map((one: Split) => one.id)];
  const rows = analysis.players.map((player, i) => [
    player.number ?? "",
    player.name,
    kroner(player.alone.ore),
    ...analysis.splits.map((one) => kroner(one.municipalities[i]?.pays.ore ?? 0)),
  ]);
  return [head, ...rows];
}
