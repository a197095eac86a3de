// What the pages share whose tool reads a file of its own beside case.toml: coalitions and staffing.
import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { useSession } from "../tenancy/session";
import { Panel } from "../ui/Panel";
import { Problem } from "../ui/states";
import { mayEdit } from "./CasesPage";
import { RunProgress } from "./RunGate";
import { useCaseChanged, useRun, useVersion } from "./queries";
import type { ShownRun, Version, VersionDetail } from "./types";

export interface ToolProps {
  /** The id of the version that is looked at. */
  version: string;
}

/** Computes, shows how far it is, and, when it cannot be computed, says what the tool needs and offers to add it. */
export function ToolRun<T>({
  version,
  shown,
  needs,
  file,
  children,
}: {
  version: string;
  shown: ShownRun;
  needs: ReactNode;
  /** That the tool reads beside case.toml. */
  file: string;
  children: (result: T) => ReactNode;
}) {
  const followed = useRun(version, shown);
  if (followed.result !== undefined) return <>{children(followed.result as T)}</>;
  return (
    <>
      <RunProgress followed={followed} />
      {followed.run?.state === "failed" && (
        <>
          <p className="tool-needs">{needs}</p>
          <AddFile version={version} file={file} />
        </>
      )}
    </>
  );
}

/** Saves a version with the file that a tool needs, made from a template, and goes on with it. */
function AddFile({ version, file }: { version: string; file: string }) {
  const { t } = useLanguage();
  const { actor } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const detail = useVersion(version).data;
  const changed = useCaseChanged();
  const toast = useToast();
  const words = t.steering.edit;
  const add = useMutation({
    mutationFn: (one: VersionDetail) =>
      api.post<Version>(`/cases/${one.case_id}/versions`, {
        base: one.id,
        comment: words.fileAdded(file),
        edits: [{ file, action: "add", key: "", value: "" }],
        branch: !one.newest,
      }),
    onSuccess: async (saved) => {
      await changed(saved.case_id);
      toast(words.fileAdded(file));
      const now = new URLSearchParams(parameters);
      now.set("version", String(saved.number));
      setParameters(now, { replace: true });
    },
  });
  if (!detail?.offers.some((one) => one.file === file) || !mayEdit(actor.role)) return null;
  return (
    <div className="tool-add">
      <Button data-size="sm" disabled={add.isPending} onClick={() => add.mutate(detail)}>
        {words.addFile(file)}
      </Button>
      <p className="subtle small">{words.offersHint}</p>
      {add.error && <Problem error={add.error} />}
    </div>
  );
}

/** The alternatives that case.toml has, which another one can be computed from. */
export function useAlternatives(version: string): [id: string, name: string][] {
  const detail = useVersion(version);
  return (detail.data?.sections ?? [])
    .filter((section) => section.file === "case.toml" && /^alternative\.\d+$/.test(section.name))
    .map((section) => {
      const field = (key: string) => section.fields.find((one) => one.key.endsWith(`.${key}`))?.value;
      const id = field("id") ?? "";
      return [id, field("name") ?? id] as [string, string];
    })
    .filter(([id]) => id !== "");
}

function save(name: string, type: string, content: BlobPart) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const quoted = (cell: string | number) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

/** Rows as CSV that a spreadsheet reads, with the byte order mark that makes it see the Norwegian letters. */
export const csvOf = (rows: (string | number)[][]): string => `\uFEFF${rows.map((row) => row.map(quoted).join(",")).join("\n")}\n`;

/** The whole result as JSON, its main table as CSV. */
export function Downloads({ name, result, csv }: { name: string; result: unknown; csv: () => (string | number)[][] }) {
  const { t } = useLanguage();
  const words = t.tools;
  return (
    <div className="tool-downloads">
      <Button data-size="sm" variant="tertiary" onClick={() => save(`${name}.csv`, "text/csv", csvOf(csv()))}>
        {words.csv}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={() => save(`${name}.json`, "application/json", JSON.stringify(result, null, 2))}>
        {words.json}
      </Button>
    </div>
  );
}

const FORMATS = ["pdf", "html", "xlsx"] as const;
type Format = (typeof FORMATS)[number];

/** Reports that the server makes. They are computations themselves: a long one tells how far it is and can be stopped. */
export function Documents({
  version,
  kind,
  parameters,
  name,
}: {
  version: string;
  kind: "cooperation.document" | "staffing.document";
  parameters: Record<string, string>;
  name: string;
}) {
  const { t } = useLanguage();
  const [format, setFormat] = useState<Format | null>(null);
  return (
    <div className="tool-documents">
      {FORMATS.map((one) => (
        <Button key={one} data-size="sm" variant="tertiary" onClick={() => setFormat(one)}>
          {t.tools.report[kind](one.toUpperCase())}
        </Button>
      ))}
      {format && (
        <DocumentRun
          key={`${format}${JSON.stringify(parameters)}`}
          version={version}
          shown={{ kind, parameters: { ...parameters, format } }}
          name={`${name}.${format}`}
          onDone={() => setFormat(null)}
        />
      )}
    </div>
  );
}

interface MadeDocument {
  media_type: string;
  base64: string;
}

function DocumentRun({ version, shown, name, onDone }: { version: string; shown: ShownRun; name: string; onDone: () => void }) {
  const followed = useRun(version, shown);
  const made = followed.result as MadeDocument | undefined;
  useEffect(() => {
    if (!made) return;
    save(name, made.media_type, Uint8Array.from(atob(made.base64), (c) => c.charCodeAt(0)));
    onDone();
  }, [made]);
  return made ? null : <RunProgress followed={followed} />;
}

export function Tile({ title, value, note, tone = "" }: { title: string; value: ReactNode; note?: ReactNode; tone?: string }) {
  return (
    <div className="summary-tile">
      <dt>{title}</dt>
      <dd>
        <span className={`num ${tone}`}>{value}</span>
        {note && <span className="subtle small">{note}</span>}
      </dd>
    </div>
  );
}

/** Sentences, most important first: the first in a larger hand. */
export function Says({ title, sentences, aside }: { title: string; sentences: string[]; aside?: ReactNode }) {
  const [first, ...rest] = sentences;
  return (
    <Panel title={title} className="says" aside={aside}>
      {first && <p className="says-first">{first}</p>}
      <ul>
        {rest.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Panel>
  );
}
