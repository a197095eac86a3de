import { useLanguage } from "../../app/i18n";
import { DataTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { levels, nameOf } from "./portfolio";
import type { PortfolioResult } from "./types";

const WIDTH = 250;
const GAP = 70;
const ROW = 46;
const BOX = 34;
const LONGEST = 34;

/** What must come first, from left to right. */
export function Dependencies({ run }: { run: PortfolioResult }) {
  const { t } = useLanguage();
  const words = t.portfolio;
  if (run.dependencies.length === 0) return null;
  const columns = levels(run.dependencies, run.order);
  const rows = Math.max(...columns.map((column) => column.length));
  const place = new Map(
    columns.flatMap((column, x) =>
      column.map((id, y): [string, { x: number; y: number }] => [
        id,
        { x: x * (WIDTH + GAP), y: (y + (rows - column.length) / 2) * ROW + (ROW - BOX) / 2 },
      ]),
    ),
  );
  const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  return (
    <Panel title={words.dependencies}>
      <div className="dependency-map">
        <svg
          viewBox={`-2 0 ${columns.length * (WIDTH + GAP) - GAP + 4} ${rows * ROW}`}
          role="img"
          aria-label={words.dependenciesSummary(run.dependencies.length)}
        >
          {run.dependencies.map((one) => {
            const [from, to] = [place.get(one.needs), place.get(one.solution)];
            if (!from || !to) return null;
            const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + BOX / 2, to.x, to.y + BOX / 2];
            return <path key={`${one.needs}/${one.solution}`} d={`M${x1},${y1}C${x1 + GAP / 2},${y1} ${x2 - GAP / 2},${y2} ${x2},${y2}`} />;
          })}
          {[...place].map(([id, { x, y }]) => (
            <g key={id} transform={`translate(${x},${y})`}>
              <title>{nameOf(run, id)}</title>
              <rect width={WIDTH} height={BOX} rx={6} />
              <text x={12} y={BOX / 2 + 5}>
                {cut(nameOf(run, id))}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <DataTable
        caption={words.dependencies}
        items={run.dependencies}
        rowKey={(one) => `${one.solution}/${one.needs}`}
        columns={[
          { title: words.solution, cell: (one) => nameOf(run, one.solution) },
          { title: words.needs, cell: (one) => nameOf(run, one.needs) },
          { title: words.why, cell: (one) => one.reason, className: "wrap" },
          { title: words.source, cell: (one) => <span className="subtle small">{one.source}</span> },
        ]}
      />
    </Panel>
  );
}
