import { Alert, Checkbox, Textfield } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ActionDialog } from "../alarm/workspace/ActionDialog";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { serverNow } from "../ui/clock";
import { Problem } from "../ui/states";
import { useCaseChanged } from "./queries";
import type { Version } from "./types";

export function DecisionDialog({ version, onClose }: { version: Version; onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.steering.decision;
  const toast = useToast();
  const changed = useCaseChanged();
  const [reference, setReference] = useState("");
  const [body, setBody] = useState("");
  const [date, setDate] = useState(new Date(serverNow()).toISOString().slice(0, 10));
  const [sure, setSure] = useState(false);
  const decide = useMutation({
    mutationFn: () =>
      api.post<Version>(`/versions/${version.id}/decision`, { reference: reference.trim(), date, body: body.trim() }),
    onSuccess: async () => {
      await changed(version.case_id);
      toast(words.done(version.number));
      onClose();
    },
  });
  const today = new Date(serverNow()).toISOString().slice(0, 10);
  return (
    <ActionDialog
      title={words.title}
      submit={words.submit}
      disabled={!sure || reference.trim() === "" || body.trim() === "" || date === ""}
      busy={decide.isPending}
      onClose={onClose}
      onSubmit={() => decide.mutate()}
    >
      <Alert data-color="warning" data-size="sm">
        {words.intro(version.number)}
      </Alert>
      <Textfield
        data-size="sm"
        label={words.reference}
        description={words.referenceHint}
        value={reference}
        onChange={(e) => setReference(e.target.value)}
      />
      <Textfield data-size="sm" label={words.body} description={words.bodyHint} value={body} onChange={(e) => setBody(e.target.value)} />
      <Textfield data-size="sm" type="date" label={words.date} max={today} value={date} onChange={(e) => setDate(e.target.value)} />
      <Checkbox data-size="sm" label={words.confirm} checked={sure} onChange={(e) => setSure(e.target.checked)} />
      {decide.error && <Problem error={decide.error} />}
    </ActionDialog>
  );
}
