import { PadlockLockedIcon } from "@navikt/aksel-icons";
import { Link, Navigate, Outlet } from "react-router";
import { useMay, useSession } from "../tenancy/session";
import { Page } from "../ui/Page";
import { Empty } from "../ui/states";
import { type Area, startPage } from "./access";
import { useLanguage } from "./i18n";

function HomeLink() {
  const { t } = useLanguage();
  const { actor } = useSession();
  return (
    <Link to={startPage[actor.role]} className="ds-button" data-variant="primary">
      {t.common.problems.goHome}
    </Link>
  );
}

export function NotFoundPage() {
  const { t } = useLanguage();
  const words = t.common.problems;
  return (
    <Page title={words.notFoundTitle} lead={words.notFound}>
      <HomeLink />
    </Page>
  );
}

export function ForbiddenPage() {
  const { t } = useLanguage();
  const words = t.common.problems;
  return (
    <Page title={words.forbiddenTitle} hideTitle>
      <Empty title={words.forbiddenTitle} icon={<PadlockLockedIcon aria-hidden="true" />}>
        <p className="forbidden-text">{words.forbidden}</p>
        <HomeLink />
      </Empty>
    </Page>
  );
}

/** Pages a role has no part in are refused here with a clear word; the server refuses their content too. */
export function RequireArea({ area }: { area: Area }) {
  return useMay(area) ? <Outlet /> : <ForbiddenPage />;
}

/** The start page is the queue; those who have none go to their own. */
export function StartGate() {
  const { actor } = useSession();
  return useMay("queue") ? <Outlet /> : <Navigate replace to={startPage[actor.role]} />;
}
