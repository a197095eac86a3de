import { useLanguage } from "../../app/i18n";
import { DataTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { number, percent } from "../economy/money";
import { SERIES } from "../economy/plot";
import { Tile } from "../tool";
import type { DecisionResult, Ranking, Verdict } from "./types";

const MARKS: Record<Verdict, string> = { follows: "mark-ok", follows_not_clearly: "mark-warning", does_not_follow: "mark-danger" };

export function VerdictMark({ verdict }: { verdict: Verdict | null }) {
  const { t } = useLanguage();
  if (!verdict) return <span className="subtle">{t.decision.noVerdict}</span>;
  return <span className={`mark ${MARKS[verdict]}`}>{t.decision.verdicts[verdict]}</span>;
}

export const nameIn = (all: { id: string; name: string }[], id: string) => all.find((one) => one.id === id)?.name ?? id;

export function Tiles({ run }: { run: DecisionResult }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  const claims = run.areas.flatMap((area) => area.claims);
  const count = (verdict: Verdict) => claims.filter((one) => one.verdict === verdict).length;
  const best = run.overall.alternatives.find((one) => one.id === run.overall.favourite);
  return (
    <dl className="summary steering-summary">
      <div className="summary-tile target met">
        <dt>
          {words.overall}: {words.best.toLowerCase()}
        </dt>
        <dd>
          <span className="tile-text">{nameIn(run.alternatives, run.overall.favourite)}</span>
          <span className="subtle small">{best && words.ofWeights(percent(best.first * 100, language, 0))}</span>
        </dd>
      </div>
      {(["follows", "follows_not_clearly", "does_not_follow"] as const).map((verdict) => (
        <Tile
          key={verdict}
          title={`${words.verdictCount}: ${words.verdicts[verdict]?.toLowerCase()}`}
          value={words.of(count(verdict), claims.length)}
        />
      ))}
      {run.barriers.length > 0 && <Tile title={words.barriersTile} value={words.of(run.barriers_handled, run.barriers.length)} />}
      <div className="summary-tile">
        <dt>{words.drawsTile}</dt>
        <dd>
          <span className="small">{words.draws(number(run.samples, language), run.seed)}</span>
        </dd>
      </div>
    </dl>
  );
}

/** Who is first with how much of the weights, as one bar. */
function FirstBar({ run, ranking }: { run: DecisionResult; ranking: Ranking }) {
  const { language } = useLanguage();
  const shown = ranking.alternatives.map((one, i) => ({ ...one, i })).filter((one) => one.first > 0);
  const text = shown.map((one) => `${nameIn(run.alternatives, one.id)} ${percent(one.first * 100, language, 0)}`).join(", ");
  return (
    <span className="first-bar" role="img" aria-label={text} title={text}>
      {shown.map((one) => (
        <span key={one.id} style={{ flexGrow: one.first, background: SERIES[one.i % SERIES.length] }} />
      ))}
    </span>
  );
}

/** Every area with what the report says of it, and whether that follows. */
export function AreaTable({ run, chosen }: { run: DecisionResult; chosen: string }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  return (
    <Panel
      title={words.areas}
      aside={
        <ul className="legend">
          {run.alternatives.map((one, i) => (
            <li key={one.id}>
              <span style={{ background: SERIES[i % SERIES.length] }} aria-hidden="true" />
              {one.name}
            </li>
          ))}
        </ul>
      }
    >
      <p className="subtle small">{words.areasHint(percent(run.clear * 100, language, 0))}</p>
      <DataTable
        caption={words.areas}
        items={run.areas}
        rowKey={(area) => area.id}
        columns={[
          { title: words.area, cell: (area) => <strong className={area.id === chosen ? "chosen" : ""}>{area.name}</strong> },
          { title: words.conclusion, cell: (area) => area.conclusion, className: "wrap" },
          { title: words.verdict, cell: (area) => <VerdictMark verdict={area.verdict} /> },
          {
            title: words.best,
            cell: (area) => (
              <>
                {nameIn(run.alternatives, area.favourite)}{" "}
                <span className="num subtle">
                  {percent((area.alternatives.find((one) => one.id === area.favourite)?.first ?? 0) * 100, language, 0)}
                </span>
                <FirstBar run={run} ranking={area} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
