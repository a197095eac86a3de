import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { Choice } from "../../ui/filters";
import { RunProgress } from "../RunGate";
import { useRun } from "../queries";
import type { NextResult, PortfolioResult } from "./types";

const FEW = 5;
const MARKS: Record<string, string> = { take_in_use: "mark-ok", make_available: "mark-ok", clarify: "mark-warning", wait: "" };

/** What one municipality should do next, and why. */
export function Next({
  run,
  version,
  municipality,
  onChoose,
}: {
  run: PortfolioResult;
  version: string;
  municipality: string;
  onChoose: (number: string) => void;
}) {
  const { t } = useLanguage();
  const words = t.portfolio;
  const followed = useRun(version, { kind: "portfolio.next", parameters: { municipality } });
  return (
    <Panel
      title={words.next}
      className="next-steps"
      aside={
        <Choice
          label={words.municipality}
          value={municipality}
          onChange={onChoose}
          options={run.municipalities.map((one): [string, string] => [one.number, `${one.number} ${one.name}`])}
        />
      }
    >
      <p className="subtle small">{words.nextHint}</p>
      {followed.result === undefined ? (
        <RunProgress followed={followed} />
      ) : (
        <Steps key={municipality} steps={(followed.result as NextResult).steps} />
      )}
    </Panel>
  );
}

function Steps({ steps }: { steps: NextResult["steps"] }) {
  const { t, tx } = useLanguage();
  const words = t.portfolio;
  const [all, setAll] = useState(false);
  if (steps.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <ol className="steps">
        {(all ? steps : steps.slice(0, FEW)).map((step) => (
          <li key={step.solution}>
            <p>
              <span className={`mark ${MARKS[step.act] ?? ""}`}>{words.acts[step.act]}</span> <strong>{step.solution_name}</strong>{" "}
              {step.overdue && <span className="mark mark-danger">{words.overdue}</span>}
            </p>
            <ul className="subtle small">
              {step.reasons.map((reason) => (
                <li key={reason.kind}>{tx(reason)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {!all && steps.length > FEW && (
        <Button data-size="sm" variant="tertiary" onClick={() => setAll(true)}>
          {words.reset} ({steps.length - FEW})
        </Button>
      )}
    </>
  );
}
