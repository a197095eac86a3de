import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { QualityMark } from "../edit/CellInput";
import { kroner, number, percent, short } from "./money";
import type { Alternative, Contradiction, CooperationResult, Gap } from "./types";

export function ItemTable({ alternative }: { alternative: Alternative }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  return (
    <Panel title={words.items}>
      <DataTable
        caption={words.items}
        items={alternative.items}
        rowKey={(item) => `${item.name}/${item.key ?? item.per}/${item.from}`}
        columns={[
          { title: words.item, cell: (item) => item.name },
          {
            title: words.amount,
            cell: (item) => (
              <>
                <span className="num">{short(item.amount.ore, language)}</span> <QualityMark quality={item.quality} />
              </>
            ),
            className: "number",
          },
          { title: words.charge, cell: (item) => words.charges[item.charge] ?? item.charge },
          { title: words.key, cell: (item) => item.key ?? item.per },
          { title: words.source, cell: (item) => <span className="subtle small">{item.source}</span> },
        ]}
      />
    </Panel>
  );
}

export function AreaTable({ run }: { run: CooperationResult }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  return (
    <Panel title={words.areas}>
      <DataTable
        caption={words.areas}
        items={run.as_is.areas}
        rowKey={(area) => area.area}
        columns={[
          { title: words.area, cell: (area) => words.areaNames[area.area] ?? area.area },
          { title: words.total, cell: (area) => <span className="num">{short(area.total.ore, language)}</span>, className: "number" },
          { title: words.hours, cell: (area) => <span className="num">{number(area.hours, language)}</span>, className: "number" },
          {
            title: words.reported,
            cell: (area) => (
              <span className={`mark ${area.reported_percent >= 50 ? "mark-ok" : "mark-warning"}`}>
                {percent(area.reported_percent, language, 0)}
              </span>
            ),
          },
          ...Object.keys(words.categories)
            .filter((category) => run.as_is.areas.some((area) => (area.categories[category]?.ore ?? 0) !== 0))
            .map((category) => ({
              title: words.categories[category] ?? category,
              cell: (area: (typeof run.as_is.areas)[number]) => (
                <span className="num">{kroner(area.categories[category]?.ore ?? 0, language)}</span>
              ),
              className: "number",
            })),
        ]}
      />
    </Panel>
  );
}

/** Municipalities that lack the same answers, filled in the same way, stand together. */
function alike(gaps: Gap[]): { names: string[]; of: Gap[] }[] {
  const rows = new Map<string, { names: string[]; of: Gap[] }>();
  for (const name of new Set(gaps.map((gap) => gap.name))) {
    const of = gaps.filter((gap) => gap.name === name);
    const key = of.map((gap) => `${gap.area}/${gap.category}/${gap.by}`).join();
    const row = rows.get(key);
    if (row) row.names.push(name);
    else rows.set(key, { names: [name], of });
  }
  return [...rows.values()];
}

/** What nobody has answered, and what stands in its place. */
export function GapTable({ gaps }: { gaps: Gap[] }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  if (gaps.length === 0) return null;
  const same = alike(gaps);
  return (
    <Panel title={words.gapTitle} aside={<span className="mark mark-warning">{words.gaps(gaps.length)}</span>}>
      <DataTable
        caption={words.gapTitle}
        items={same}
        rowKey={(row) => row.names.join()}
        columns={[
          { title: words.municipality, cell: (row) => row.names.join(", "), className: "wrap" },
          { title: t.common.number, cell: (row) => <span className="num">{number(row.of.length, language)}</span>, className: "number" },
          {
            title: words.gapTitle,
            cell: (row) => (
              <span className="marks">
                {row.of.map((gap) => (
                  <span key={`${gap.area}/${gap.category}`} className="mark">
                    {words.areaNames[gap.area] ?? gap.area}: {(words.categories[gap.category] ?? gap.category).toLowerCase()} (
                    {words.fills[gap.by] ?? gap.by})
                  </span>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export function CheckTable({ run }: { run: CooperationResult }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  if (run.report_states.length === 0) return null;
  const name = (id: string | undefined) => run.alternatives.find((one) => one.id === id)?.name ?? "";
  return (
    <Panel title={words.checks}>
      <DataTable
        caption={words.checks}
        items={run.report_states.map((row, i) => ({ ...row, i }))}
        rowKey={(row) => String(row.i)}
        columns={[
          { title: words.figure, cell: (row) => words.figures[row.figure] ?? row.figure },
          { title: words.alternative, cell: (row) => name(row.alternative) },
          { title: words.states, cell: (row) => <span className="num">{number(row.stated, language)}</span>, className: "number" },
          {
            title: words.computed,
            cell: (row) => <span className="num">{number(row.computed, language, Math.abs(row.computed) < 1000 ? 1 : 0)}</span>,
            className: "number",
          },
          {
            title: "",
            cell: (row) => <span className={`mark ${row.agrees ? "mark-ok" : "mark-danger"}`}>{row.agrees ? words.agrees : words.differs}</span>,
          },
          { title: words.source, cell: (row) => <span className="subtle small">{row.source}</span> },
        ]}
      />
    </Panel>
  );
}

/** Where the source contradicts itself: shown, never hidden. */
export function ContradictionTable({ contradictions }: { contradictions: Contradiction[] }) {
  const { t } = useLanguage();
  const words = t.steering.economy;
  if (contradictions.length === 0) return null;
  return (
    <Panel title={words.contradictions}>
      <dl className="contradictions">
        {contradictions.map((one) => (
          <div key={one.topic}>
            <dt>{one.topic}</dt>
            <dd>
              <strong>{words.says}:</strong> {one.says}
            </dd>
            <dd>
              <strong>{words.alsoSays}:</strong> {one.also_says}
            </dd>
            <dd>
              <strong>{words.reading}:</strong> {one.reading}
            </dd>
            <dd className="subtle small">
              {words.source}: {one.source}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
