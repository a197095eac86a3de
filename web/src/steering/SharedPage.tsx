import { LinkBrokenIcon } from "@navikt/aksel-icons";
import { Suspense } from "react";
import { useParams } from "react-router";
import { Logo } from "../app/Logo";
import { useLanguage } from "../app/i18n";
import { Page } from "../ui/Page";
import { Empty, Loading } from "../ui/states";
import { formatTime } from "../ui/time";
import { FrozenNote } from "./FrozenNote";
import { resultsOf } from "./kinds";
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
  const View = resultsOf(shared.kind);
  const ready = shared.results.every((one) => one.result !== null);
  const results = Object.fromEntries(shared.results.map((one) => [one.kind, one.result]));
  return (
    <Page
      title={shared.name}
      lead={`${tx(shared.title)} · ${words.shares.pageLead(shared.number, formatTime(shared.at, "short", language))}`}
      className="case-page"
    >
      <p className="subtle small">{words.shares.readOnly(formatTime(shared.until, "date", language))}</p>
      <FrozenNote version={shared} />
      {ready ? (
        <Suspense fallback={<Loading lines={10} />}>
          <div className="results">
            <View results={results} />
          </div>
        </Suspense>
      ) : (
        <p role="status">{words.run.computing}</p>
      )}
    </Page>
  );
}
