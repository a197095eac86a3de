import { Alert, Button, Tabs } from "@digdir/designsystemet-react";
import { Suspense, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useLanguage } from "../app/i18n";
import { useSession } from "../tenancy/session";
import { Page } from "../ui/Page";
import { Choice } from "../ui/filters";
import { Answer, Loading } from "../ui/states";
import { formatTime } from "../ui/time";
import { CaseActions } from "./CaseActions";
import { mayEdit } from "./CasesPage";
import { FrozenNote } from "./FrozenNote";
import { RunGate } from "./RunGate";
import { VersionsPanel } from "./VersionsPanel";
import { EditPanel } from "./edit/EditPanel";
import { resultsOf, toolsOf } from "./kinds";
import { useCase, useSteering, useVersion } from "./queries";
import type { CaseDetail, Version } from "./types";

export default function CasePage() {
  const { id = "" } = useParams();
  const query = useCase(id);
  const { tx } = useLanguage();
  return (
    <Answer query={query} lines={12}>
      {(one) => (
        <Page title={one.name} lead={tx(one.title)} tools={<CaseTools one={one} />} className="case-page">
          <CaseBody one={one} />
        </Page>
      )}
    </Answer>
  );
}

/**
 * The version that is looked at stands in the address: ?version=3. Without it, the newest when the page was opened: a
 * version that somebody else saves must not come under the hands of one who edits.
 */
function useChosen(one: CaseDetail): [Version, (number: number, tab?: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const [opened] = useState(one.latest.number);
  const number = Number(parameters.get("version")) || opened;
  const version = one.versions.find((v) => v.number === number) ?? one.latest;
  const choose = (next: number, tab?: string) => {
    const now = new URLSearchParams(parameters);
    if (next === opened) now.delete("version");
    else now.set("version", String(next));
    if (tab) now.set("tab", tab);
    setParameters(now, { replace: true });
  };
  return [version, choose];
}

function CaseTools({ one }: { one: CaseDetail }) {
  const { t, language } = useLanguage();
  const [version, choose] = useChosen(one);
  const words = t.steering;
  return (
    <>
      <Choice
        label={words.chooseVersion}
        value={String(version.number)}
        onChange={(value) => choose(Number(value))}
        options={one.versions.map((v): [string, string] => [
          String(v.number),
          `${v.number} · ${formatTime(v.at, "short", language)}${v.decision ? ` · ${words.decided.toLowerCase()}` : ""}`,
        ])}
      />
      <CaseActions one={one} version={version} />
    </>
  );
}

function CaseBody({ one }: { one: CaseDetail }) {
  const { t } = useLanguage();
  const { actor } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const [version, choose] = useChosen(one);
  const [editing, setEditing] = useState(false);
  const words = t.steering;
  const tab = parameters.get("tab") ?? "results";
  const setTab = (value: string) => {
    const now = new URLSearchParams(parameters);
    if (value === "results") now.delete("tab");
    else now.set("tab", value);
    setParameters(now, { replace: true });
  };
  return (
    <>
      <FrozenNote version={version} />
      {version.id !== one.latest.id && (
        <Alert data-color="info" data-size="sm" className="older">
          {words.older(one.latest.number)}{" "}
          <Button data-size="sm" variant="tertiary" onClick={() => choose(one.latest.number)}>
            {words.showNewest}
          </Button>
        </Alert>
      )}
      <Tabs value={tab} onChange={setTab} data-size="sm">
        <Tabs.List>
          <Tabs.Tab value="results">{words.tabs.results}</Tabs.Tab>
          {toolsOf(one.kind).map(({ id }) => (
            <Tabs.Tab key={id} value={id}>
              {t[id].tab}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="numbers">
            {words.tabs.numbers}
            {editing && " *"}
          </Tabs.Tab>
          <Tabs.Tab value="versions">{`${words.tabs.versions} (${one.versions.length})`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="results">{tab === "results" && <Results one={one} version={version} />}</Tabs.Panel>
        {toolsOf(one.kind).map(({ id, Page: ToolPage }) => (
          <Tabs.Panel key={id} value={id}>
            {tab === id && (
              <Suspense fallback={<Loading lines={10} />}>
                <ToolPage version={version.id} />
              </Suspense>
            )}
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="numbers">
          {(tab === "numbers" || editing) && (
            <Numbers
              key={version.id}
              one={one}
              version={version}
              may={mayEdit(actor.role)}
              onDirty={setEditing}
              onSaved={(saved) => choose(saved.number, "results")}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          {tab === "versions" && <VersionsPanel versions={one.versions} shown={version} onShow={(v) => choose(v.number, "results")} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Results({ one, version }: { one: CaseDetail; version: Version }) {
  const steering = useSteering();
  const View = resultsOf(one.kind);
  const query = version.id === one.latest.id ? "" : `?version=${version.number}`;
  return (
    <Answer query={steering} lines={10}>
      {({ kinds }) => (
        <RunGate version={version.id} shown={kinds.find((kind) => kind.name === one.kind)?.shown ?? []}>
          {(results) => (
            <Suspense fallback={<Loading lines={10} />}>
              <div className="results">
                <View results={results} version={version.id} municipalityPath={(number) => `/steering/${one.id}/municipalities/${number}${query}`} />
              </div>
            </Suspense>
          )}
        </RunGate>
      )}
    </Answer>
  );
}

function Numbers({
  one,
  version,
  may,
  onDirty,
  onSaved,
}: {
  one: CaseDetail;
  version: Version;
  may: boolean;
  onDirty: (dirty: boolean) => void;
  onSaved: (version: Version) => void;
}) {
  const query = useVersion(version.id);
  return (
    <Answer query={query} lines={14}>
      {(detail) => <EditPanel one={one} version={detail} may={may} onDirty={onDirty} onSaved={onSaved} />}
    </Answer>
  );
}
