import { Button } from "@digdir/designsystemet-react";
import { PadlockLockedIcon } from "@navikt/aksel-icons";
import { useState } from "react";
import { useLanguage } from "../app/i18n";
import { type Column, DataTable } from "../ui/PagedTable";
import { Panel } from "../ui/Panel";
import { Answer } from "../ui/states";
import { formatTime } from "../ui/time";
import { useChanges } from "./queries";
import type { Change, Version } from "./types";

const MOST = 200;

/** Who saved what, and what it changed. */
export function VersionsPanel({
  versions,
  shown,
  onShow,
}: {
  versions: Version[];
  shown: Version;
  onShow: (version: Version) => void;
}) {
  const { t, language } = useLanguage();
  const words = t.steering.versions;
  const [looked, setLooked] = useState(shown.id);
  const byId = new Map(versions.map((v) => [v.id, v]));
  const looking = byId.get(looked) ?? shown;
  const columns: Column<Version>[] = [
    {
      title: words.number,
      cell: (v) => (
        <span className="nowrap">
          <span className="num">{v.number}</span>{" "}
          {v.decision && (
            <span className="mark mark-ok">
              <PadlockLockedIcon aria-hidden="true" />
              {t.steering.decided}
            </span>
          )}
        </span>
      ),
    },
    { title: words.comment, cell: (v) => v.comment },
    { title: words.author, cell: (v) => <span className="nowrap">{v.author.name}</span> },
    { title: words.at, cell: (v) => <span className="nowrap">{formatTime(v.at, "short", language)}</span> },
    { title: words.from, cell: (v) => <span className="num">{(v.parent && byId.get(v.parent)?.number) || "–"}</span> },
    {
      title: words.changes,
      cell: (v) => (
        <span className="row-buttons">
          <Button
            data-size="sm"
            variant={v.id === looking.id ? "secondary" : "tertiary"}
            aria-pressed={v.id === looking.id}
            onClick={() => setLooked(v.id)}
          >
            {words.showChanges(v.number)}
          </Button>
          <Button data-size="sm" variant="tertiary" onClick={() => onShow(v)} aria-label={`${words.open}: ${t.steering.version(v.number)}`}>
            {words.open}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <DataTable caption={words.caption} columns={columns} items={versions} rowKey={(v) => v.id} />
      <Changes version={looking} />
    </>
  );
}

function Changes({ version }: { version: Version }) {
  const { t } = useLanguage();
  const words = t.steering.versions;
  const query = useChanges(version.id, version.parent !== null);
  const title = `${words.changes}: ${t.steering.version(version.number).toLowerCase()}`;
  if (version.parent === null)
    return (
      <Panel title={title}>
        <p className="subtle">{words.first}</p>
      </Panel>
    );
  return (
    <Panel title={title}>
      <Answer query={query} lines={4}>
        {({ items }) => (items.length === 0 ? <p className="subtle">{words.same}</p> : <ChangeTable items={items} title={title} />)}
      </Answer>
    </Panel>
  );
}

function ChangeTable({ items, title }: { items: Change[]; title: string }) {
  const { t } = useLanguage();
  const words = t.steering.versions;
  return (
    <>
      <DataTable
        caption={title}
        items={items.slice(0, MOST)}
        rowKey={(c) => `${c.file}/${c.line_before}/${c.line_after}`}
        columns={[
          { title: words.line, cell: (c) => <code className="nowrap">{`${c.file}:${c.line_after || c.line_before}`}</code> },
          { title: words.before, cell: (c) => (c.line_before > 0 ? <code className="diff-before">{c.before || " "}</code> : "–") },
          { title: words.after, cell: (c) => (c.line_after > 0 ? <code className="diff-after">{c.after || " "}</code> : "–") },
        ]}
      />
      {items.length > MOST && <p className="subtle">{words.more(items.length - MOST)}</p>}
    </>
  );
}
