import { Button, Chip, Dialog, Heading, Textfield } from "@digdir/designsystemet-react";
import { EyeSlashIcon } from "@navikt/aksel-icons";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../api/client";
import { useLanguage } from "../app/i18n";
import { Empty } from "../ui/states";
import { useDialogFocus } from "../ui/useDialogFocus";
import { problemText } from "../ui/problems";

const SHORTEST = 5;

function ReasonDialog({ id, onOpened, onClose }: { id: string; onOpened: () => void; onClose: () => void }) {
  const { t } = useLanguage();
  const words = t.care;
  const form = useDialogFocus();
  const [reason, setReason] = useState("");
  const [complain, setComplain] = useState(false);
  const open = useMutation({
    mutationFn: () => api.post(`/service-users/${id}/access`, { reason: reason.trim() }),
    onSuccess: onOpened,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length < SHORTEST) setComplain(true);
    else open.mutate();
  };
  const error = complain && reason.trim().length < SHORTEST ? words.reasonTooShort : open.error && problemText(open.error, t);
  return (
    <Dialog open onClose={onClose} closeButton={t.common.close} aria-labelledby="reason-title" className="action-dialog">
      <form ref={form} onSubmit={submit}>
        <Heading level={2} data-size="xs" id="reason-title">
          {words.reasonTitle}
        </Heading>
        <p>{words.reasonText}</p>
        <div className="reason-examples">
          {words.reasonExamples.map((example) => (
            <Chip.Button key={example} data-size="sm" type="button" onClick={() => setReason(example)}>
              {example}
            </Chip.Button>
          ))}
        </div>
        <Textfield
          label={words.reasonLabel}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          error={error || undefined}
        />
        <div className="dialog-buttons">
          <Button type="submit" loading={open.isPending}>
            {words.reasonSubmit}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Stands where a person's details would be until a reason is given. */
export function ReasonGate({ id, onOpened }: { id: string; onOpened: () => void }) {
  const { t } = useLanguage();
  const words = t.care;
  const [asking, setAsking] = useState(true);
  return (
    <>
      <Empty title={words.reasonNeeded} icon={<EyeSlashIcon aria-hidden="true" />}>
        {words.reasonNeededText}
      </Empty>
      <div className="more">
        <Button onClick={() => setAsking(true)}>{words.giveReason}</Button>
      </div>
      {asking && <ReasonDialog id={id} onOpened={onOpened} onClose={() => setAsking(false)} />}
    </>
  );
}
