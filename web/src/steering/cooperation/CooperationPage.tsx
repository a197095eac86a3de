import { useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Choice } from "../../ui/filters";
import { type ToolProps, Downloads, Says, ToolRun, useAlternatives } from "../tool";
import { CoreTiles } from "./CoreTiles";
import { DoorTable } from "./DoorTable";
import { GroupMatrix } from "./GroupMatrix";
import { Method } from "./Method";
import { PartitionPanel } from "./PartitionPanel";
import { Remedy } from "./Remedy";
import { ShareChart } from "./ShareChart";
import { SplitTable } from "./SplitTable";
import type { Analysis, Split } from "./types";

/** Whether the cooperation holds when each council can leave, and what would keep everybody. */
export default function CooperationPage({ version }: ToolProps) {
  const { t } = useLanguage();
  const words = t.cooperation;
  const [parameters, setParameters] = useSearchParams();
  const alternatives = useAlternatives(version);
  const alternative = parameters.get("alternative") ?? "";
  const set = (name: string, value: string) => {
    const now = new URLSearchParams(parameters);
    if (value) now.set(name, value);
    else now.delete(name);
    setParameters(now, { replace: true });
  };
  return (
    <div className="results">
      <ToolRun<Analysis>
        version={version}
        shown={{ kind: "cooperation.analyse", parameters: alternative ? { alternative } : {} }}
        needs={words.needs}
      >
        {(analysis) => (
          <Result
            analysis={analysis}
            alternatives={alternatives}
            onAlternative={(id) => set("alternative", id)}
            chosen={parameters.get("split") ?? ""}
            onSplit={(id) => set("split", id)}
          />
        )}
      </ToolRun>
    </div>
  );
}

function Result({
  analysis,
  alternatives,
  onAlternative,
  chosen,
  onSplit,
}: {
  analysis: Analysis;
  alternatives: [string, string][];
  onAlternative: (id: string) => void;
  chosen: string;
  onSplit: (id: string) => void;
}) {
  const { t, tx } = useLanguage();
  const words = t.cooperation;
  const split = analysis.splits.find((one) => one.id === chosen) ?? analysis.splits[0];
  const illustrative = analysis.basis.numbers.some((one) => one.quality === "illustrative");
  if (!split) return null;
  return (
    <>
      <div className="tool-bar">
        {analysis.alternative && alternatives.length > 1 && (
          <Choice label={words.alternative} value={analysis.alternative.id} onChange={onAlternative} options={alternatives} />
        )}
        <Choice
          label={words.split}
          value={split.id}
          onChange={onSplit}
          options={analysis.splits.map((one): [string, string] => [one.id, tx(one.title)])}
        />
        <Downloads name="samarbeid" result={analysis} csv={() => rowsOf(analysis)} />
      </div>
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
