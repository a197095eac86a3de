import { Alert, Button, Textfield } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ActionDialog } from "../../alarm/workspace/ActionDialog";
import { ApiProblem, api } from "../../api/client";
import { useLanguage } from "../../app/i18n";
import { useToast } from "../../app/toasts";
import { Problem } from "../../ui/states";
import { MistakeList, mistakesOf } from "../MistakeList";
import { useCaseChanged } from "../queries";
import type { CaseDetail, Edit, Version, VersionDetail } from "../types";

/** Asks why, saves the draft as a version, and says who was first when somebody was. */
export function SaveDialog({
  one,
  version,
  edits,
  branch,
  onClose,
  onSaved,
}: {
  one: CaseDetail;
  version: VersionDetail;
  edits: Edit[];
  branch: boolean;
  onClose: () => void;
  onSaved: (version: Version) => void;
}) {
  const { t } = useLanguage();
  const words = t.steering.edit;
  const toast = useToast();
  const changed = useCaseChanged();
  const [comment, setComment] = useState("");
  const save = useMutation({
    mutationFn: (now: boolean) =>
      api.post<Version>(`/cases/${one.id}/versions`, { base: version.id, comment: comment.trim(), edits, branch: now }),
    onSuccess: async (saved) => {
      await changed(one.id);
      toast(words.saved(saved.number));
      onClose();
      onSaved(saved);
    },
    onError: () => void changed(one.id),
  });
  const stale = save.error instanceof ApiProblem && save.error.slug === "stale-version" ? save.error : null;
  const latest = stale && (stale.extras.latest as { number: number; comment: string });
  const who = one.versions.find((v) => v.number === latest?.number)?.author.name ?? t.common.unknown;
  const mistakes = mistakesOf(save.error);
  return (
    <ActionDialog
      title={words.save}
      submit={latest ? words.branch : words.save}
      disabled={comment.trim() === ""}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate(branch || latest !== null)}
    >
      <p className="subtle">{words.changes(edits.length)}</p>
      <Textfield data-size="sm" label={words.comment} multiline rows={3} value={comment} onChange={(e) => setComment(e.target.value)} />
      {latest && (
        <Alert data-color="warning" data-size="sm" role="alert">
          <strong>{words.stale(who, latest.number)}</strong>
          <p>{words.staleComment(latest.comment)}</p>
          <p>{words.staleHint}</p>
          <Button data-size="sm" variant="secondary" onClick={() => window.open(`/steering/${one.id}?version=${latest.number}&tab=versions`)}>
            {words.lookFirst}
          </Button>
        </Alert>
      )}
      {mistakes.length > 0 ? <MistakeList mistakes={mistakes} /> : save.error && !latest && <Problem error={save.error} />}
    </ActionDialog>
  );
}
