import { Button } from "@digdir/designsystemet-react";
import { FolderIcon, PadlockLockedIcon, PlusIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { Link } from "react-router";
import { useLanguage } from "../app/i18n";
import { useSession } from "../tenancy/session";
import { type Column, DataTable } from "../ui/PagedTable";
import { Page } from "../ui/Page";
import { Answer, Empty } from "../ui/states";
import { formatTime } from "../ui/time";
import { NewCaseDialog } from "./NewCaseDialog";
import { useCases } from "./queries";
import type { Case } from "./types";

export const mayEdit = (role: string) => role === "leader";

export default function CasesPage() {
  const { t, tx, language } = useLanguage();
  const { actor } = useSession();
  const query = useCases();
  const [making, setMaking] = useState(false);
  const words = t.steering;
  const columns: Column<Case>[] = [
    {
      title: words.name,
      cell: (one) => (
        <>
          <Link to={`/steering/${one.id}`} className="case-link">
            {one.name}
          </Link>{" "}
          {one.decided > 0 && (
            <span className="mark mark-ok">
              <PadlockLockedIcon aria-hidden="true" />
              {words.decidedCount(one.decided)}
            </span>
          )}
        </>
      ),
    },
    { title: words.kind, cell: (one) => tx(one.title) },
    { title: words.latest, cell: (one) => <span className="num">{one.latest.number}</span>, className: "number" },
    { title: words.versions.comment, cell: (one) => <span className="subtle">{one.latest.comment}</span> },
    { title: words.changed, cell: (one) => <span className="nowrap">{formatTime(one.latest.at, "short", language)}</span> },
    { title: words.by, cell: (one) => <span className="nowrap">{one.latest.author.name}</span> },
  ];
  const button = mayEdit(actor.role) && (
    <Button data-size="sm" onClick={() => setMaking(true)}>
      <PlusIcon aria-hidden="true" />
      {words.newCase}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} tools={button}>
      <Answer query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.empty} icon={<FolderIcon aria-hidden="true" />}>
              <p>{words.emptyHint}</p>
            </Empty>
          ) : (
            <DataTable caption={words.cases} columns={columns} items={items} rowKey={(one) => one.id} />
          )
        }
      </Answer>
      {making && <NewCaseDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}
