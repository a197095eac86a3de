import { useState } from "react";
import { type Language, useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { Choice } from "../../ui/filters";
import { number } from "../economy/money";
import { SERIES } from "../economy/plot";
import { bestOf, weightedSums, withinImportance } from "./weighted";
import type { DecisionResult, Judged } from "./types";

/** In per cent, with the decimal mark of the language. */
const asShown = (weights: number[], language: Language) =>
  weights.map((one) => number(one * 100, language, 1));
const asNumber = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")));

/** The plain weighted sum, with weights that can be changed on the spot. */
export function Weighted({ run, judged }: { run: DecisionResult; judged: Judged }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  const [start, setStart] = useState(judged.weighted[0]?.weighting ?? "");
  const [texts, setTexts] = useState(() => asShown(judged.weighted[0]?.weights ?? [], language));
  const weights = texts.map(asNumber);
  const from = (name: string) => {
    setStart(name);
    setTexts(asShown(judged.weighted.find((one) => one.weighting === name)?.weights ?? [], language));
  };
  return (
    <Panel
      title={words.weighted}
      aside={
        <Choice
          label={words.start}
          value={start}
          onChange={from}
          options={judged.weighted.map((one): [string, string] => [one.weighting, one.weighting === "centre" ? words.centre : one.weighting])}
        />
      }
    >
      <p className="subtle small">{words.weightedHint}</p>
      <Sums run={run} judged={judged} weights={weights} />
      <ul className="weights">
        {run.criteria.map((criterion, i) => (
          <li key={criterion.id}>
            <label>
              <span>
                {criterion.name} <span className="subtle small">{words.classes[judged.importance[i] ?? ""]}</span>
              </span>
              <input
                className="cell-input cell-number"
                inputMode="decimal"
                aria-label={words.weightOf(criterion.name)}
                aria-invalid={!((weights[i] ?? -1) >= 0) || undefined}
                value={texts[i] ?? ""}
                onChange={(event) => setTexts(texts.map((text, at) => (at === i ? event.target.value : text)))}
              />
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sums({ run, judged, weights }: { run: DecisionResult; judged: Judged; weights: number[] }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  const values = weightedSums(weights, judged.scores);
  if (!values)
    return (
      <p className="mark mark-danger" role="status">
        {words.noSum}
      </p>
    );
  const best = bestOf(values).map((i) => run.alternatives[i]?.name ?? "");
  const most = Math.max(...values, 1e-9);
  return (
    <div className="sums">
      <ul aria-label={words.sum}>
        {run.alternatives.map((one, i) => (
          <li key={one.id}>
            <span>{one.name}</span>
            <span className="sum-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * (values[i] ?? 0)) / most}%`, background: SERIES[i % SERIES.length] }} />
            </span>
            <span className="num">{number(values[i] ?? 0, language, 2)}</span>
          </li>
        ))}
      </ul>
      <p role="status">
        <strong>{best.length === 1 ? words.winner(best[0] ?? "") : words.tie(best.join(", "))}</strong>{" "}
        <span className="subtle small">{withinImportance(weights, judged.importance) ? words.within : words.outside}</span>
      </p>
    </div>
  );
}
