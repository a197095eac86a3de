import { Tabs } from "@digdir/designsystemet-react";
import { LinkBrokenIcon } from "@navikt/aksel-icons";
import { type ReactNode, Suspense } from "react";
import { useParams, useSearchParams } from "react-router";
import { Logo } from "../app/Logo";
import { useLanguage } from "../app/i18n";
import { Page } from "../ui/Page";
import { Empty, Loading } from "../ui/states";
import { formatTime } from "../ui/time";
import { FrozenNote } from "./FrozenNote";
import { type Tool, resultsOf, toolsOf } from "./kinds";
import { useShared } from "./queries";
import type { SharedCase } from "./types";

/** What a link shows to somebody who is not signed in: one version's results, nothing else. */
export default function SharedPage() {
  const { token = "" } = useParams();
  const { t } = useLanguage();
  const query = useShared(token);
  const words = t.steering.shares;
  return (
    <div className="shell">
      <header className="shell-head">
        <span className="brand">
          <Logo />
          <span>Varde</span>
        </span>
      </header>
      <main id="main" tabIndex={-1}>
        {query.data ? (
          <Shared shared={query.data} />
        ) : query.error ? (
          <Page title={words.gone} hideTitle>
            <Empty title={words.gone} icon={<LinkBrokenIcon aria-hidden="true" />}>
              {words.goneText}
            </Empty>
          </Page>
        ) : (
          <div className="page">
            <Loading lines={10} />
          </div>
        )}
      </main>
    </div>
  );
}

function Shared({ shared }: { shared: SharedCase }) {
  const { t, tx, language } = useLanguage();
  const words = t.steering;
  const tools = toolsOf(shared.kind);
  const ofTool = (kind: string) => shared.results.find((one) => one.kind === kind);
  const own = shared.results.filter((one) => !tools.some((tool) => tool.run === one.kind));
  const shown = tools.filter((tool) => ofTool(tool.run));
  const results = <OwnResults shared={shared} own={own} />;
  return (
    <Page
      title={shared.name}
      lead={`${tx(shared.title)} · ${words.shares.pageLead(shared.number, formatTime(shared.at, "short", language))}`}
      className="case-page"
    >
      <p className="subtle small">{words.shares.readOnly(formatTime(shared.until, "date", language))}</p>
      <FrozenNote version={shared} />
      {shown.length === 0 ? (
        results
      ) : (
        <ToolTabs tools={shown} resultOf={(tool) => ofTool(tool.run)?.result ?? null}>
          {results}
        </ToolTabs>
      )}
    </Page>
  );
}

function OwnResults({ shared, own }: { shared: SharedCase; own: SharedCase["results"] }) {
  const View = resultsOf(shared.kind);
  if (!own.every((one) => one.result !== null)) return <Computing />;
  return (
    <Suspense fallback={<Loading lines={10} />}>
      <div className="results">
        <View results={Object.fromEntries(own.map((one) => [one.kind, one.result]))} />
      </div>
    </Suspense>
  );
}

/** The tools of the case behind tabs of their own, as on the case's page; which one stands in the address. */
function ToolTabs({ tools, resultOf, children }: { tools: Tool[]; resultOf: (tool: Tool) => unknown; children: ReactNode }) {
  const { t } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const tab = parameters.get("tab") ?? "results";
  return (
    <Tabs value={tab} onChange={(value) => setParameters(value === "results" ? {} : { tab: value }, { replace: true })} data-size="sm">
      <Tabs.List>
        <Tabs.Tab value="results">{t.steering.tabs.results}</Tabs.Tab>
        {tools.map(({ id }) => (
          <Tabs.Tab key={id} value={id}>
            {t[id].tab}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="results">{tab === "results" && children}</Tabs.Panel>
      {tools.map((tool) => (
        <Tabs.Panel key={tool.id} value={tool.id}>
          {tab === tool.id && <ToolResult tool={tool} result={resultOf(tool)} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function ToolResult({ tool: { Result }, result }: { tool: Tool; result: unknown }) {
  if (result === null) return <Computing />;
  return (
    <Suspense fallback={<Loading lines={10} />}>
      <div className="results">
        <Result result={result} />
      </div>
    </Suspense>
  );
}

function Computing() {
  const { t } = useLanguage();
  return <p role="status">{t.steering.run.computing}</p>;
}
