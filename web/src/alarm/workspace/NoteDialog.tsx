import { Textfield } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useLanguage } from "../../app/i18n";
import { ActionDialog } from "./ActionDialog";

export function NoteDialog({ busy, onSave, onClose }: { busy: boolean; onSave: (note: string) => void; onClose: () => void }) {
  const { t } = useLanguage();
  const [note, setNote] = useState("");
  return (
    <ActionDialog
      title={t.workspace.noteTitle}
      submit={t.workspace.noteSubmit}
      disabled={note.trim() === ""}
      busy={busy}
      onClose={onClose}
      onSubmit={() => onSave(note.trim())}
    >
      <Textfield
        label={t.workspace.noteLabel}
        multiline
        rows={5}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
    </ActionDialog>
  );
}
