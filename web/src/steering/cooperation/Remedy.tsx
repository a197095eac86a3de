import * as Plot from "@observablehq/plot";
import { useCallback, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Panel } from "../../ui/Panel";
import { Choice } from "../../ui/filters";
import { kroner, number, percent, short, signed } from "../economy/money";
import { GAIN, LOSS, STYLE } from "../economy/plot";
import type { Analysis, Moved, Split } from "./types";

type Way = "nearest" | "key";

/** The smallest change that keeps everybody: of the key's weights, or of the kroner. */
export function Remedy({ analysis, split }: { analysis: Analysis; split: Split }) {
  const { t, language } = useLanguage();
  const words = t.cooperation;
  const [way, setWay] = useState<Way>("nearest");
  const nearest = split.nearest_stable;
  const change = split.smallest_key_change;
  if (!nearest && !change) {
    const text = split.stability.in_core
      ? words.remedyNone
      : analysis.core.empty
        ? words.remedyImpossible(short(analysis.core.least_subsidy?.ore ?? 0, language))
        : words.remedyUnknown;
    return (
      <Panel title={words.remedyTitle}>
        <p>{text}</p>
      </Panel>
    );
  }
  const looked: Way = way === "key" && change ? "key" : nearest ? "nearest" : "key";
  const moved = looked === "key" ? change?.municipalities : nearest?.municipalities;
  const measure = (name: string) => words.measures[name] ?? name;
  return (
    <div className="remedy">
      <Panel
        title={words.remedyTitle}
        aside={
          nearest && change ? (
            <Choice
              label={words.way}
              value={looked}
              onChange={(value) => setWay(value as Way)}
              options={[
                ["nearest", words.wayNearest],
                ["key", words.wayKey],
              ]}
            />
          ) : undefined
        }
      >
        {looked === "nearest" && nearest && <p>{words.nearestText(short(nearest.moved.ore, language))}</p>}
        {looked === "key" && change && (
          <>
            <p>
              {words.changeText(percent(change.weight_percent, language, 1), measure(change.towards), short(change.moved.ore, language))}
            </p>
            <ul className="key-counts">
              {change.keys.map((key) => (
                <li key={key.key}>
                  <strong>{key.key}</strong>:{" "}
                  {key.parts.map((part) => `${number(part.percent, language, 1)} % ${measure(part.metric ?? part.measure)}`).join(", ")}
                </li>
              ))}
            </ul>
          </>
        )}
        {!change && split.kind === "key" && <p className="subtle small">{words.noKeyChange}</p>}
      </Panel>
      <ChangeChart moved={moved ?? []} />
    </div>
  );
}

function ChangeChart({ moved }: { moved: Moved[] }) {
  const { t, language } = useLanguage();
  const words = t.cooperation;
  const items = moved.filter((one) => Math.abs(one.change.ore) >= 100).sort((a, b) => a.change.ore - b.change.ore);
  const plot = useCallback(
    (): Plot.PlotOptions => ({
      height: 70 + items.length * 21,
      marginBottom: 42,
      marginLeft: 92,
      marginRight: 20,
      style: STYLE,
      x: { grid: true, label: words.thousands, labelAnchor: "center", labelArrow: "none", labelOffset: 36, tickFormat: (value: number) => number(value, language), ticks: 5 },
      y: { label: null, domain: items.map((one) => one.name), tickSize: 0 },
      marks: [
        Plot.barX(items, {
          x: (one: Moved) => one.change.ore / 100_000,
          y: "name",
          fill: (one: Moved) => (one.change.ore > 0 ? LOSS : GAIN),
          insetTop: 3,
          insetBottom: 3,
        }),
        Plot.ruleX([0], { stroke: "currentColor" }),
      ],
    }),
    [items, words, language],
  );
  const first = items[0];
  return (
    <Chart
      title={words.changeTitle}
      summary={first ? `${words.changeTitle}. ${first.name}: ${signed(first.change.ore, language)}.` : words.changeTitle}
      plot={plot}
      items={items}
      rowKey={(one) => one.name}
      columns={[
        { title: words.municipality, cell: (one) => one.name },
        { title: words.pays, cell: (one) => kroner(one.pays.ore, language), className: "number" },
        { title: words.change, cell: (one) => signed(one.change.ore, language), className: "number" },
      ]}
    />
  );
}
