import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useLanguage } from "../app/i18n";
import { Problem } from "../ui/states";
import { MistakeList } from "./MistakeList";
import { type RunFollowed, useRun } from "./queries";
import type { Run, ShownRun } from "./types";

/** How far the computation is, with a way to stop it; the result when it is there. */
export function RunProgress({ followed }: { followed: RunFollowed }) {
  const { t } = useLanguage();
  const words = t.steering.run;
  const { run, error, again, cancel } = followed;
  if (error) return <Problem error={error} retry={again} />;
  if (run?.state === "failed") return <MistakeList title={words.failed} mistakes={run.mistakes} />;
  if (run?.state === "cancelled")
    return (
      <div className="run-progress">
        <p>{words.cancelled}</p>
        <Button data-size="sm" variant="secondary" onClick={again}>
          {words.again}
        </Button>
      </div>
    );
  const percent = Math.round((run?.progress ?? 0) * 100);
  return (
    <div className="run-progress" role="status">
      <label>
        <span>{run?.state === "waiting" ? words.waiting : words.computing}</span>
        <progress value={percent} max={100} />
      </label>
      {run && (
        <Button data-size="sm" variant="tertiary" onClick={cancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  );
}

/** That a decided version's results are those of the decision, when the program would compute others today. */
function DecidedNote({ runs }: { runs: Run[] }) {
  const { t } = useLanguage();
  const other = runs.find((run) => run.differs);
  if (!other) return null;
  return <p className="subtle decided-note">{t.steering.run.decidedWith(other.program)}</p>;
}

/** The results that a kind of case shows, when they are all computed. */
export function RunGate({
  version,
  shown,
  children,
}: {
  version: string;
  shown: ShownRun[];
  children: (results: Record<string, unknown>) => ReactNode;
}) {
  return <Gate version={version} left={shown} done={{}} runs={[]} render={children} />;
}

function Gate({
  version,
  left,
  done,
  runs,
  render,
}: {
  version: string;
  left: ShownRun[];
  done: Record<string, unknown>;
  runs: Run[];
  render: (results: Record<string, unknown>) => ReactNode;
}) {
  const [next, ...rest] = left;
  if (!next)
    return (
      <>
        <DecidedNote runs={runs} />
        {render(done)}
      </>
    );
  return <One key={next.kind} version={version} shown={next} rest={rest} done={done} runs={runs} render={render} />;
}

function One({
  version,
  shown,
  rest,
  done,
  runs,
  render,
}: {
  version: string;
  shown: ShownRun;
  rest: ShownRun[];
  done: Record<string, unknown>;
  runs: Run[];
  render: (results: Record<string, unknown>) => ReactNode;
}) {
  const followed = useRun(version, shown);
  if (followed.result === undefined) return <RunProgress followed={followed} />;
  return (
    <Gate
      version={version}
      left={rest}
      done={{ ...done, [shown.kind]: followed.result }}
      runs={followed.run ? [...runs, followed.run] : runs}
      render={render}
    />
  );
}
