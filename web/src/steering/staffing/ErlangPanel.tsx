import { Alert, Textfield } from "@digdir/designsystemet-react";
import * as Plot from "@observablehq/plot";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useDeferredValue, useState } from "react";
import { api } from "../../api/client";
import { useLanguage } from "../../app/i18n";
import { Chart } from "../../figures/Chart";
import { Panel } from "../../ui/Panel";
import { Problem } from "../../ui/states";
import { MistakeList, mistakesOf } from "../MistakeList";
import { GREY, SERIES, STYLE } from "../economy/plot";
import { Tile } from "../tool";
import { duration, share } from "./figures";
import type { Erlang } from "./types";

const FIELDS = ["per_hour", "handling_s", "percent", "within_s", "operators"] as const;
type Field = (typeof FIELDS)[number];

const USUAL: Record<Field, string> = { per_hour: "12", handling_s: "240", percent: "97.5", within_s: "60", operators: "" };

/** What the server is asked for: a decimal comma is a point there, and an aim in per cent a share. */
function parametersOf(fields: Record<Field, string>): Record<string, string> {
  const plain = (field: Field) => fields[field].trim().replace(",", ".");
  const asked: Record<string, string> = {
    per_hour: plain("per_hour"),
    handling_s: plain("handling_s"),
    target: String(Number(plain("percent")) / 100),
    within_s: plain("within_s"),
  };
  if (plain("operators") !== "") asked.operators = plain("operators");
  return asked;
}

/** A quick estimate for a steady load, by Erlang C: operators needed, and what fewer and more reach. */
export function ErlangPanel() {
  const { t } = useLanguage();
  const words = t.staffing.erlang;
  const [fields, setFields] = useState(USUAL);
  const parameters = useDeferredValue(parametersOf(fields));
  const query = useQuery({
    queryKey: ["calculation", "staffing.erlang", parameters],
    queryFn: () => api.post<Erlang>("/calculations", { kind: "staffing.erlang", parameters }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const mistakes = mistakesOf(query.error);
  return (
    <Panel title={words.title} className="erlang">
      <p className="subtle">{words.intro}</p>
      <div className="tool-bar">
        {FIELDS.map((field) => (
          <Textfield
            key={field}
            data-size="sm"
            inputMode="decimal"
            label={words.fields[field]}
            value={fields[field]}
            onChange={(e) => setFields({ ...fields, [field]: e.target.value })}
          />
        ))}
      </div>
      {mistakes.length > 0 ? (
        <MistakeList title={words.wrong} mistakes={mistakes} />
      ) : query.error ? (
        <Problem error={query.error} />
      ) : (
        query.data && <Answer answer={query.data} />
      )}
    </Panel>
  );
}

function Answer({ answer }: { answer: Erlang }) {
  const { t, language } = useLanguage();
  const words = t.staffing.erlang;
  return (
    <>
      {!answer.steady && (
        <Alert data-color="danger" data-size="sm" role="status">
          {words.grows(answer.operators, answer.to_be_steady)}
        </Alert>
      )}
      <dl className="summary steering-summary">
        <Tile title={words.needed} value={answer.needed} note={words.neededNote(share(answer.target, language), answer.within_s)} />
        {answer.steady && (
          <>
            <Tile
              title={words.within(answer.operators)}
              value={share(answer.within ?? 0, language)}
              tone={(answer.within ?? 0) >= answer.target ? "gain" : "loss"}
              note={words.withinNote(answer.within_s)}
            />
            <Tile title={words.occupancy} value={share(answer.occupancy ?? 0, language, 0)} note={words.load(answer.load.toLocaleString(language === "nb" ? "nb-NO" : "en-GB", { maximumFractionDigits: 2 }))} />
            <Tile title={words.wait} value={duration(answer.mean_wait_s ?? 0, language)} note={words.waits(share(answer.waits ?? 0, language))} />
          </>
        )}
      </dl>
      <Curve answer={answer} />
    </>
  );
}

function Curve({ answer }: { answer: Erlang }) {
  const { t, language } = useLanguage();
  const words = t.staffing.erlang;
  const items = answer.curve;
  const plot = useCallback((): Plot.PlotOptions => {
    const steady = items.filter((one) => one.steady);
    const names = [words.service, words.occupancy];
    return {
      height: 240,
      marginLeft: 44,
      marginBottom: 40,
      style: STYLE,
      x: { label: words.operators, labelAnchor: "center", labelArrow: "none", labelOffset: 34, type: "point", domain: items.map((one) => one.operators) },
      y: { tickFormat: "%", grid: true, label: null, domain: [0, 1] },
      color: { domain: names, range: [SERIES[0]!, GREY], legend: true },
      marks: [
        Plot.ruleY([answer.target], { stroke: "currentColor", strokeDasharray: "4,3" }),
        Plot.lineY(steady, { x: "operators", y: "occupancy", stroke: () => words.occupancy }),
        Plot.lineY(steady, { x: "operators", y: "within", stroke: () => words.service, strokeWidth: 2.5 }),
        Plot.dot(steady, { x: "operators", y: "within", fill: () => words.service, r: 4 }),
      ],
    };
  }, [items, answer.target, words]);
  return (
    <Chart
      title={words.curveTitle(answer.within_s)}
      summary={words.curveSummary(answer.needed, share(answer.target, language), answer.to_be_steady)}
      plot={plot}
      items={items}
      rowKey={(one) => String(one.operators)}
      columns={[
        { title: words.operators, cell: (one) => one.operators, className: "number" },
        { title: words.service, cell: (one) => (one.steady ? share(one.within ?? 0, language) : words.unsteady), className: "number" },
        { title: words.occupancy, cell: (one) => (one.steady ? share(one.occupancy ?? 0, language, 0) : "–"), className: "number" },
        { title: words.wait, cell: (one) => (one.steady ? duration(one.mean_wait_s ?? 0, language) : "–"), className: "number" },
      ]}
    />
  );
}
