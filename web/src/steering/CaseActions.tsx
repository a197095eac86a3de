import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { address, api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useSession } from "../tenancy/session";
import { mayEdit } from "./CasesPage";
import { DecisionDialog } from "./DecisionDialog";
import { ImportDialog } from "./ImportDialog";
import { ShareDialog } from "./ShareDialog";
import { useSteering } from "./queries";
import type { CaseDetail, Version } from "./types";

type Open = "share" | "decide" | "import";

/** What can be done with a version: share it, enter the decision on it, fill in its survey, take it out. */
export function CaseActions({ one, version }: { one: CaseDetail; version: Version }) {
  const { t } = useLanguage();
  const { actor } = useSession();
  const steering = useSteering();
  const [open, setOpen] = useState<Open | null>(null);
  const words = t.steering;
  const may = mayEdit(actor.role);
  const formats = steering.data?.kinds.find((kind) => kind.name === one.kind)?.formats ?? [];
  const close = () => setOpen(null);
  return (
    <div className="case-actions">
      {formats.map((format) => (
        <a
          key={format}
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          href={address(`/versions/${version.id}/export`, { format })}
          download
        >
          {words.export} ({format.toUpperCase()})
        </a>
      ))}
      <Button data-size="sm" variant="tertiary" onClick={() => void saveFiles(version)}>
        {words.files}
      </Button>
      {may && one.kind === "cooperation" && (
        <Button data-size="sm" variant="tertiary" onClick={() => setOpen("import")}>
          {words.importSurvey}
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
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}
