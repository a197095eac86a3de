import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { QualityMark } from "../edit/CellInput";
import { kroner, millions, short, signed } from "../economy/money";
import { BLUE, GREY, STYLE } from "../economy/plot";
import type { Analysis, Partition, Split } from "./types";

const MOST_NAMES = 6;

/** The cheapest way to divide into clusters, beside those that somebody might propose. */
export function PartitionPanel({ analysis, split }: { analysis: Analysis; split: Split }) {
  const { t, language } = useLanguage();
  const words = t.cooperation;
  const { partition } = analysis;
  const items = (
    [
      [words.best, partition.best],
      [words.oneCluster, partition.one_cluster],
      [words.restTogether, partition.partnerships_rest_together],
      [words.restAlone, partition.partnerships_rest_alone],
      [words.eachAlone, partition.alone],
    ] as [string, Partition | undefined][]
  ).flatMap(([name, one]) => (one ? [{ name, ...one }] : []));
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 64 + items.length * 32,
      marginBottom: 42,
      marginLeft: 226,
      marginRight: 84,
      style: STYLE,
      x: { label: t.steering.growth.million, grid: true, labelAnchor: "center", labelArrow: "none", labelOffset: 36, ticks: 5 },
      y: { label: null, domain: items.map((one) => one.name), tickSize: 0 },
      marks: [
        Plot.barX(items, {
          x: (one: (typeof items)[number]) => millions(one.cost.ore),
          y: "name",
          fill: (one: (typeof items)[number]) => (one.cost.ore === partition.best.cost.ore ? BLUE : GREY),
          insetTop: 4,
          insetBottom: 4,
        }),
        Plot.text(items, {
          x: (one: (typeof items)[number]) => millions(one.cost.ore),
          y: "name",
          text: (one: (typeof items)[number]) => short(one.cost.ore, language),
          dx: 6,
          textAnchor: "start",
          fill: "currentColor",
        }),
        Plot.ruleX([0]),
      ],
    }),
    [items, partition, t, language],
  );
  const clusters = (one: Partition) =>
    one.clusters
      .filter((cluster) => cluster.members.length > 1)
      .map((cluster) =>
        cluster.members.length > MOST_NAMES
          ? words.clusterOf(cluster.members.length)
          : cluster.members.map((member) => member.name).join(", "),
      );
  return (
    <div className="tool-pair">
      <Chart
        title={words.partitionTitle}
        summary={`${words.partitionTitle}. ${words.best}: ${short(partition.best.cost.ore, language)}.`}
        plot={plot}
        items={items}
        rowKey={(one) => one.name}
        columns={[
          { title: words.partition, cell: (one) => one.name },
          { title: words.cost, cell: (one) => kroner(one.cost.ore, language), className: "number" },
          { title: words.saved, cell: (one) => signed(one.saving.ore, language), className: "number" },
          { title: words.clusters, cell: (one) => clusters(one).join("; ") || words.allAlone },
        ]}
      />
      <Panel title={words.partnershipsTitle}>
        <p className="subtle small">
          {partition.exact ? words.partitionExact : words.partitionBound(short(partition.lower_bound.ore, language))}
        </p>
        {split.partnerships.length === 0 ? (
          <p className="subtle">{words.noPartnerships}</p>
        ) : (
          <DataTable
            caption={words.partnershipsTitle}
            items={split.partnerships}
            rowKey={(one) => one.name}
            columns={[
              {
                title: words.partnership,
                cell: (one) => {
                  const stated = analysis.partnerships.find((other) => other.name === one.name);
                  return (
                    <>
                      <strong>{one.name}</strong> {stated && <QualityMark quality={stated.quality} />}
                      <br />
                      <span className="subtle small">{one.members.map((member) => member.name).join(", ")}</span>
                    </>
                  );
                },
                className: "wide-cell",
              },
              {
                title: words.leavingTogether,
                cell: (one) => (
                  <span className={`num ${one.gain.ore > 0 ? "loss" : ""}`}>
                    {one.gain.ore > 0 ? words.wouldGain(short(one.gain.ore, language)) : words.wouldLose(short(-one.gain.ore, language))}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}
