import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { DataTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { SearchField } from "../../ui/SearchField";
import { Choice, FilterBar } from "../../ui/filters";
import { type DeviceState, findDevices, stateOf } from "./portfolio";
import type { Device, Judgement, PortfolioResult, Requirement } from "./types";

const STATES = ["approved", "lacking", "unknown"] as const;
const STATE_MARK: Record<string, string> = { approved: "mark-ok", lacking: "mark-danger", unknown: "mark-warning" };
const RESULT_MARK: Record<string, string> = { fulfilled: "mark-ok", partly: "mark-warning", not: "mark-danger", unknown: "" };

/** What is required of devices, and which models are known to meet it. */
export function Devices({ run }: { run: PortfolioResult }) {
  const { t } = useLanguage();
  const words = t.devices;
  const [query, setQuery] = useState("");
  const [kind, setKind] = useState("");
  const [state, setState] = useState<DeviceState>("");
  if (run.requirements.length === 0) return null;
  const kinds = [...new Set(run.devices.map((one) => one.kind))].sort();
  const found = findDevices(run.devices, run.requirements, query, kind, state);
  return (
    <Panel title={words.title} className="devices">
      <p className="subtle small">{words.hint}</p>
      <FilterBar>
        <SearchField label={words.search} value={query} onChange={setQuery} />
        <Choice label={words.kind} value={kind} onChange={setKind} options={[["", words.allKinds], ...kinds.map((one): [string, string] => [one, one])]} />
        <Choice
          label={words.state}
          value={state}
          onChange={(value) => setState(value as DeviceState)}
          options={[["", words.allStates], ...STATES.map((one): [string, string] => [one, words.states[one] ?? one])]}
        />
      </FilterBar>
      <p className="subtle small" role="status">
        {found.length === 0 ? words.none : words.found(found.length)}
      </p>
      <ul className="activity-cards">
        {found.map((one) => (
          <DeviceCard key={one.id} one={one} requirements={run.requirements} />
        ))}
      </ul>
      <details className="requirements">
        <summary>{words.requirements(run.requirements.length)}</summary>
        <DataTable
          caption={words.requirements(run.requirements.length)}
          items={run.requirements}
          rowKey={(one) => one.id}
          columns={[
            { title: words.requirement, cell: (one) => one.id },
            { title: words.text, cell: (one) => one.text, className: "wrap" },
            { title: t.portfolio.area, cell: (one) => one.area },
            { title: words.about, cell: (one) => one.kinds.join(", ") || words.allKinds, className: "wrap" },
            { title: words.weight, cell: (one) => (one.mandatory ? words.mandatory : words.recommended) },
            { title: t.portfolio.source, cell: (one) => <span className="subtle small">{one.source}</span>, className: "wrap" },
          ]}
        />
      </details>
    </Panel>
  );
}

function DeviceCard({ one, requirements }: { one: Device; requirements: Requirement[] }) {
  const { t } = useLanguage();
  const words = t.devices;
  const state = stateOf(one);
  return (
    <li>
      <h3>
        {one.vendor} {one.model}
      </h3>
      <p className="subtle small">
        {one.kind} · {one.protocol}
      </p>
      <p className="marks">
        <span className={`mark ${STATE_MARK[state] ?? ""}`}>{words.states[state]}</span>
        {one.quality === "illustrative" && <span className="mark">{words.illustrative}</span>}
      </p>
      <p className="small">{words.counts(one.fulfilled, one.partly, one.not, one.unknown)}</p>
      <details>
        <summary>
          {words.details}
          <span className="visually-hidden">
            : {one.vendor} {one.model}
          </span>
        </summary>
        <ul className="judgements">
          {one.judgements.map((judgement) => (
            <JudgementLine key={judgement.requirement} one={judgement} requirement={requirements.find((r) => r.id === judgement.requirement)} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function JudgementLine({ one, requirement }: { one: Judgement; requirement: Requirement | undefined }) {
  const { t } = useLanguage();
  const words = t.devices;
  return (
    <li>
      <p>
        <span className={`mark ${one.expired ? "mark-warning" : (RESULT_MARK[one.result] ?? "")}`}>
          {one.expired ? words.expired(one.expires) : words.results[one.result]}
        </span>{" "}
        <strong>{one.requirement}</strong> {requirement?.text}
        {requirement && !requirement.mandatory && ` (${words.recommended})`}
      </p>
      {one.by && (
        <p className="subtle small">
          {words.judged(one.by, one.date)}
          {one.expires && !one.expired && ` · ${words.until(one.expires)}`}
          <Proof label={words.evidence} at={one.evidence} />
          <Proof label={words.report} at={one.report} />
        </p>
      )}
    </li>
  );
}

/** A link when it is one; else the words that were written, a file number of an archive for example. */
function Proof({ label, at }: { label: string; at: string }) {
  if (!at) return null;
  return (
    <>
      {" · "}
      {/^https?:\/\//.test(at) ? (
        <a href={at} target="_blank" rel="noreferrer">
          {label}
        </a>
      ) : (
        `${label}: ${at}`
      )}
    </>
  );
}
