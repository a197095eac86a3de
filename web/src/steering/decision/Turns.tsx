import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { number, percent } from "../economy/money";
import { nameIn } from "./Areas";
import type { DecisionResult, Judged, Turn } from "./types";

/** What would have to be otherwise for each of the others to be best. */
export function Turns({ run, judged }: { run: DecisionResult; judged: Judged }) {
  const { t } = useLanguage();
  return (
    <Panel title={t.decision.turns}>
      <dl className="turns">
        {judged.turns.map((turn) => (
          <div key={turn.alternative}>
            <dt>{nameIn(run.alternatives, turn.alternative)}</dt>
            <TurnWays run={run} turn={turn} />
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function TurnWays({ run, turn }: { run: DecisionResult; turn: Turn }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  const share = (value: number) => percent(value * 100, language, 0);
  const word = (name: string) => words.classes[name] ?? name;
  const criterion = (id: string) => nameIn(run.criteria, id);
  const scores = turn.scores ?? [];
  return (
    <>
      <dd>
        <span className="way">{words.byWeights}</span>
        <span>
          {turn.within_importance ? words.turnWeights(share(turn.within_importance.moved)) : words.turnNever}
          {!turn.within_importance && turn.any_weights && `; ${words.turnAny(share(turn.any_weights.moved))}`}
        </span>
      </dd>
      {turn.importance.length > 0 && (
        <dd>
          <span className="way">{words.byImportance}</span>
          <span>{turn.importance.map((one) => words.turnImportance(criterion(one.criterion), word(one.from), word(one.to))).join("; ")}</span>
        </dd>
      )}
      {scores.length > 0 && (
        <dd>
          <span className="way">{words.byScores}</span>
          <span>
            {scores.map((one) => words.turnScore(criterion(one.criterion), number(one.from, language), number(one.to, language))).join("; ")}
            {scores.length > 1 && ` (${words.turnTogether})`}
          </span>
        </dd>
      )}
    </>
  );
}
