import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from "@navikt/aksel-icons";
import type { KeyFigures } from "../api/types";
import { useLanguage } from "../app/i18n";
import { formatNumber, formatSeconds, formatShare } from "../ui/time";

// Norway has no statutory answering time; these are the levels British and Nordic alarm centres are held to
// (TSA/TEC Quality: 97.5 % within 60 s, 99 % within 180 s).
const TARGETS = [
  { share: "within_60_share", seconds: 60, target: 0.975 },
  { share: "within_180_share", seconds: 180, target: 0.99 },
] as const;

function AnswerTile({ figures, share, seconds, target }: { figures: KeyFigures } & (typeof TARGETS)[number]) {
  const { t, language } = useLanguage();
  const words = t.overview.figures;
  const value = figures.answer_time_s[share];
  const met = value >= target;
  return (
    <div className={`summary-tile target ${met ? "met" : "missed"}`}>
      <dt>{words.within(formatSeconds(seconds, t.common.units))}</dt>
      <dd>
        <span className="num">{formatShare(value, language)}</span>
        <span className={`mark ${met ? "mark-ok" : "mark-warning"}`}>
          {met ? <CheckmarkCircleIcon aria-hidden="true" /> : <ExclamationmarkTriangleIcon aria-hidden="true" />}
          {met ? words.targetMet : words.targetMissed} ({formatShare(target, language)})
        </span>
      </dd>
    </div>
  );
}

export function Tiles({ figures }: { figures: KeyFigures }) {
  const { t, language } = useLanguage();
  const words = t.overview.figures;
  const seconds = (value: number) => formatSeconds(value, t.common.units);
  const plain: [string, string, string?][] = [
    [words.alarms, formatNumber(figures.alarms, language)],
    [words.technical, formatNumber(figures.technical, language)],
    [words.openNow, formatNumber(figures.open_now, language)],
    [words.answered, formatNumber(figures.answered, language)],
  ];
  const times: [string, string, string][] = [
    [words.answerTime, seconds(figures.answer_time_s.p50), `${words.p90} ${seconds(figures.answer_time_s.p90)}`],
    [words.handlingTime, seconds(figures.handling_time_s.p50), `${words.p90} ${seconds(figures.handling_time_s.p90)}`],
  ];
  return (
    <dl className="summary figures-summary">
      {plain.map(([label, value]) => (
        <div key={label} className="summary-tile">
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
      {times.map(([label, value, more]) => (
        <div key={label} className="summary-tile">
          <dt>
            {label}, {words.median.toLowerCase()}
          </dt>
          <dd>
            <span className="num">{value}</span>
            <span className="subtle small">{more}</span>
          </dd>
        </div>
      ))}
      {figures.answered > 0 && TARGETS.map((target) => <AnswerTile key={target.seconds} figures={figures} {...target} />)}
    </dl>
  );
}
