import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { address, api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useSession } from "../tenancy/session";
import { mayEdit } from "./CasesPage";
import { DecisionDialog } from "./DecisionDialog";
import { ImportDialog } from "./ImportDialog";
import { ShareDialog } from "./ShareDialog";
import { InvoiceDialog } from "./InvoiceDialog";
import { useVersion } from "./queries";
import { saveAs } from "./saveAs";
import type { CaseDetail, Version } from "./types";

/** The format that needs to be told an alternative and a year. */
const INVOICES = "zip";

type Open = "share" | "decide" | "import" | "invoices";

/** What can be done with a version: share it, enter the decision on it, read a file into it, take it out. */
export function CaseActions({ one, version }: { one: CaseDetail; version: Version }) {
  const { t } = useLanguage();
  const { actor } = useSession();
  const detail = useVersion(version.id);
  const [open, setOpen] = useState<Open | null>(null);
  const words = t.steering;
  const may = mayEdit(actor.role);
  const formats = detail.data?.formats ?? [];
  const files = formats.filter((format) => format !== INVOICES);
  const close = () => setOpen(null);
  return (
    <div className="case-actions">
      {files.length > 0 && (
        <span className="export-formats">
          <span aria-hidden="true">{words.export}</span>
          {files.map((format) => (
            <a
              key={format}
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              href={address(`/versions/${version.id}/export`, { format })}
              aria-label={`${words.export} (${format.toUpperCase()})`}
              download
            >
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      )}
      {formats.includes(INVOICES) && (
        <Button data-size="sm" variant="tertiary" onClick={() => setOpen("invoices")}>
          {t.invoices.open}
        </Button>
      )}
      <Button data-size="sm" variant="tertiary" onClick={() => void saveFiles(version)}>
        {words.files}
      </Button>
      {may && (one.kind === "cooperation" || one.kind === "portfolio") && (
        <Button data-size="sm" variant="tertiary" onClick={() => setOpen("import")}>
          {one.kind === "portfolio" ? words.importTables : words.importSurvey}
        </Button>
      )}
      {may && !version.decision && (
        <Button data-size="sm" variant="tertiary" onClick={() => setOpen("decide")}>
          {words.decide}
        </Button>
      )}
      {may && (
        <Button data-size="sm" variant="secondary" onClick={() => setOpen("share")}>
          {words.share}
        </Button>
      )}
      {open === "invoices" && detail.data && <InvoiceDialog version={detail.data} onClose={close} />}
      {open === "share" && <ShareDialog version={version} onClose={close} />}
      {open === "decide" && <DecisionDialog version={version} onClose={close} />}
      {open === "import" && <ImportDialog one={one} version={version} onClose={close} />}
    </div>
  );
}

/** Every file by itself: they are what POST /cases takes back, and what a spreadsheet opens. */
async function saveFiles(version: Version) {
  const { files } = await api.get<{ files: Record<string, string> }>(`/versions/${version.id}/files`);
  for (const [name, text] of Object.entries(files)) {
    saveAs(name, new Blob([text], { type: "text/plain" }));
  }
}
