import { Link } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { type Column, DataTable } from "../../ui/PagedTable";
import { kroner, number, percent, signed } from "./money";
import type { Alternative, AlternativeMunicipality, AlternativeSpread, CooperationResult } from "./types";

/** Every municipality: today, the alternative, what it saves and how likely that is. */
export function MunicipalityTable({
  run,
  alternative,
  spread,
  path,
}: {
  run: CooperationResult;
  alternative: Alternative;
  spread?: AlternativeSpread | undefined;
  path?: ((number: number) => string) | undefined;
}) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const probability = new Map(spread?.municipalities.map((m) => [m.number, m.probability_saves]));
  // What no municipality has answered must not look as if it had.
  const filled = new Set(
    run.as_is.municipalities.filter((m) => m.lines.some((line) => line.from !== "answer" && line.amount.ore !== 0)).map((m) => m.number),
  );
  const columns: Column<AlternativeMunicipality>[] = [
    {
      title: words.municipality,
      cell: (m) => (path ? <Link to={path(m.number)}>{m.name}</Link> : m.name),
    },
    {
      title: words.today,
      cell: (m) => (
        <span className="num">
          {kroner(m.as_is.ore, language)}
          {filled.has(m.number) && <abbr title={words.filled}>*</abbr>}
        </span>
      ),
      className: "number",
    },
    { title: words.costPerYear, cell: (m) => <span className="num">{kroner(m.cost.ore, language)}</span>, className: "number" },
    {
      title: words.perInhabitant,
      cell: (m) => <span className="num">{number(m.per_inhabitant.ore / 100, language)} kr</span>,
      className: "number",
    },
    {
      title: words.savingPerYear,
      cell: (m) => <span className={`num ${m.saving.ore >= 0 ? "gain" : "loss"}`}>{signed(m.saving.ore, language)}</span>,
      className: "number",
    },
    {
      title: "%",
      cell: (m) => <span className="num">{percent(m.saving_percent, language)}</span>,
      className: "number",
    },
  ];
  if (spread)
    columns.push({
      title: words.probability,
      cell: (m) => <Likely share={probability.get(m.number) ?? 0} />,
    });
  return (
    <Panel title={words.municipalities}>
      <DataTable caption={words.municipalities} columns={columns} items={alternative.municipalities} rowKey={(m) => String(m.number)} />
      {filled.size > 0 && (
        <p className="small">
          * <span className="mark mark-warning">{words.filled}</span> <span className="subtle">{words.filledHint}</span>
        </p>
      )}
      {spread && (
        <p className="small">
          <span className="mark mark-danger">{t.steering.qualities.illustrative}</span>{" "}
          <span className="subtle">{words.illustrativeRanges}</span>
        </p>
      )}
    </Panel>
  );
}

/** A probability as a bar with its number beside. */
export function Likely({ share }: { share: number }) {
  const { language } = useLanguage();
  return (
    <span className="likely">
      <span className="likely-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(share * 100)}%` }} className={share >= 0.5 ? "likely-gain" : "likely-loss"} />
      </span>
      <span className="num">{percent(share * 100, language, 0)}</span>
    </span>
  );
}
