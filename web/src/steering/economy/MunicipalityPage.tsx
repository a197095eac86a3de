import { Link, useParams, useSearchParams } from "react-router";
import { useLanguage } from "../../app/i18n";
import { Page } from "../../ui/Page";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { Answer } from "../../ui/states";
import { FrozenNote } from "../FrozenNote";
import { RunGate } from "../RunGate";
import { QualityMark } from "../edit/CellInput";
import { useCase, useSteering } from "../queries";
import { Tile } from "../tool";
import type { CaseDetail } from "../types";
import { Likely } from "./MunicipalityTable";
import { kroner, number, percent, short, signed } from "./money";
import type { Alternative, ComparisonResult, CooperationResult } from "./types";

/** What a cooperation means for one municipality: a page that its council can read. */
export default function CaseMunicipalityPage() {
  const { id = "" } = useParams();
  const query = useCase(id);
  return (
    <Answer query={query} lines={12}>
      {(one) => <OfCase one={one} />}
    </Answer>
  );
}

function OfCase({ one }: { one: CaseDetail }) {
  const { number: text = "" } = useParams();
  const [parameters] = useSearchParams();
  const steering = useSteering();
  const wanted = Number(parameters.get("version")) || one.latest.number;
  const version = one.versions.find((v) => v.number === wanted) ?? one.latest;
  return (
    <Answer query={steering} lines={12}>
      {({ kinds }) => (
        <RunGate version={version.id} shown={kinds.find((kind) => kind.name === one.kind)?.shown ?? []}>
          {(results) => {
            const run = results["economy.run"] as CooperationResult | undefined;
            const there = run?.as_is?.municipalities.some((m) => m.number === Number(text));
            if (!run || !there) return <NotThere one={one} />;
            return (
              <Content
                one={one}
                decision={version}
                run={run}
                comparison={results["economy.compare"] as ComparisonResult}
                of={Number(text)}
                back={`/steering/${one.id}${version.id === one.latest.id ? "" : `?version=${version.number}`}`}
              />
            );
          }}
        </RunGate>
      )}
    </Answer>
  );
}

function NotThere({ one }: { one: CaseDetail }) {
  const { t } = useLanguage();
  const words = t.steering.economy;
  return (
    <Page title={words.notThere} className="case-page">
      <p>
        <Link to={`/steering/${one.id}`}>{`${words.back}: ${one.name}`}</Link>
      </p>
    </Page>
  );
}

function Content({
  one,
  decision,
  run,
  comparison,
  of,
  back,
}: {
  one: CaseDetail;
  decision: Pick<CaseDetail["latest"], "decision">;
  run: CooperationResult;
  comparison: ComparisonResult;
  of: number;
  back: string;
}) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const asIs = run.as_is.municipalities.find((m) => m.number === of)!;
  const rows = run.alternatives.map((alternative) => ({
    alternative,
    mine: alternative.municipalities.find((m) => m.number === of)!,
    chance: run.uncertainty?.alternatives.find((a) => a.id === alternative.id)?.municipalities.find((m) => m.number === of),
  }));
  return (
    <Page title={asIs.name} lead={words.municipalityLead(asIs.name)} tools={<Link to={back}>{`${words.back}: ${one.name}`}</Link>} className="case-page">
      <FrozenNote version={decision} />
      <dl className="summary steering-summary">
        <Tile title={words.inhabitants} value={number(asIs.inhabitants, language)} />
        <Tile
          title={`${words.asIs}, ${words.perYear}`}
          value={short(asIs.total.ore, language)}
          note={`${number(asIs.per_inhabitant.ore / 100, language)} kr ${words.perInhabitant}`}
        />
        {rows.map(({ alternative, mine }) => (
          <Tile
            key={alternative.id}
            title={alternative.name}
            value={signed(mine.saving.ore, language)}
            tone={mine.saving.ore >= 0 ? "gain" : "loss"}
            note={words.savedPerYear}
          />
        ))}
      </dl>
      <Panel title={words.inBrief}>
        <ul className="brief">
          {rows.map(({ alternative, mine, chance }) => (
            <li key={alternative.id}>
              {mine.saving.ore >= 0
                ? words.briefSaves(asIs.name, alternative.name, kroner(mine.saving.ore, language))
                : words.briefLoses(asIs.name, alternative.name, kroner(-mine.saving.ore, language))}{" "}
              {chance && words.likely(percent(chance.probability_saves * 100, language, 0))}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.alternatives}>
        <DataTable
          caption={words.alternatives}
          items={rows}
          rowKey={({ alternative }) => alternative.id}
          columns={[
            { title: words.alternative, cell: ({ alternative }) => alternative.name },
            { title: words.today, cell: () => <span className="num">{kroner(asIs.total.ore, language)}</span>, className: "number" },
            { title: words.costPerYear, cell: ({ mine }) => <span className="num">{kroner(mine.cost.ore, language)}</span>, className: "number" },
            {
              title: words.savingPerYear,
              cell: ({ mine }) => <span className={`num ${mine.saving.ore >= 0 ? "gain" : "loss"}`}>{signed(mine.saving.ore, language)}</span>,
              className: "number",
            },
            { title: "%", cell: ({ mine }) => <span className="num">{percent(mine.saving_percent, language)}</span>, className: "number" },
            {
              title: words.npvOver(run.assumptions.years),
              cell: ({ mine }) => <span className="num">{short(mine.net_present_value.ore, language)}</span>,
              className: "number",
            },
            ...(["p10", "p50", "p90"] as const).map((p) => ({
              title: words[p],
              cell: ({ chance }: (typeof rows)[number]) => <span className="num">{chance ? short(chance.saving[p] * 100, language) : "–"}</span>,
              className: "number",
            })),
            { title: words.probability, cell: ({ chance }) => (chance ? <Likely share={chance.probability_saves} /> : "–") },
          ]}
        />
        {run.uncertainty && (
          <p className="small">
            <span className="mark mark-danger">{t.steering.qualities.illustrative}</span>{" "}
            <span className="subtle">{words.illustrativeRanges}</span>
          </p>
        )}
      </Panel>
      {comparison && <Keys comparison={comparison} alternatives={run.alternatives} of={of} />}
      <Panel title={words.lines}>
        <DataTable
          caption={words.lines}
          items={asIs.lines.filter((line) => line.amount.ore !== 0 || line.hours)}
          rowKey={(line) => `${line.area}/${line.category}`}
          columns={[
            { title: words.area, cell: (line) => words.areaNames[line.area] ?? line.area },
            { title: words.item, cell: (line) => words.categories[line.category] ?? line.category },
            { title: words.amount, cell: (line) => <span className="num">{kroner(line.amount.ore, language)}</span>, className: "number" },
            { title: words.hours, cell: (line) => <span className="num">{line.hours ? number(line.hours, language) : ""}</span>, className: "number" },
            {
              title: words.from,
              cell: (line) => (
                <span className={`mark ${line.from === "answer" ? "mark-ok" : "mark-warning"}`}>{words.fills[line.from] ?? line.from}</span>
              ),
            },
            { title: words.quality, cell: (line) => <QualityMark quality={line.quality} /> },
            { title: words.source, cell: (line) => <span className="subtle small">{line.source}</span> },
          ]}
        />
      </Panel>
    </Page>
  );
}

function Keys({ comparison, alternatives, of }: { comparison: ComparisonResult; alternatives: Alternative[]; of: number }) {
  const { t, language } = useLanguage();
  const words = t.steering.economy;
  const mine = comparison.alternatives.map((one) => one.municipalities.find((m) => m.number === of)!);
  const keys = mine[0]?.keys.map((one) => one.key) ?? [];
  const name = (id: string) => alternatives.find((one) => one.id === id)?.name ?? id;
  return (
    <Panel title={words.keys}>
      <DataTable
        caption={words.keys}
        items={keys.map((key, index) => ({ key, index }))}
        rowKey={({ key }) => key}
        columns={[
          { title: words.key, cell: ({ key }) => (key === "as written" ? words.asWritten : key) },
          ...comparison.alternatives.flatMap((one, a) => [
            {
              title: `${name(one.id)}: ${words.showCost}`,
              cell: ({ index }: { index: number }) => <span className="num">{kroner(mine[a]?.keys[index]?.cost.ore ?? 0, language)}</span>,
              className: "number wrap",
            },
            {
              title: `${name(one.id)}: ${words.saving.toLowerCase()}`,
              cell: ({ index }: { index: number }) => {
                const ore = mine[a]?.keys[index]?.saving.ore ?? 0;
                return <span className={`num ${ore >= 0 ? "gain" : "loss"}`}>{signed(ore, language)}</span>;
              },
              className: "number wrap",
            },
          ]),
        ]}
      />
    </Panel>
  );
}
