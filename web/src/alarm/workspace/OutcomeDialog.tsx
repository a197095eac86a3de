import { Fieldset, Radio, Textfield } from "@digdir/designsystemet-react";
import { useRef, useState } from "react";
import { type ActionRequest, type Alarm, OUTCOMES, type Outcome } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { ActionDialog, focusChoice } from "./ActionDialog";

// A call-out is documented whatever the code says; "other" is documented by its own text.
const needsNote = (alarm: Alarm, outcome: Outcome | null) =>
  outcome !== "other" && (alarm.note_required || outcome === "call_out");

/** What came of it. The same question whether the alarm is only resolved or also closed. */
export function OutcomeDialog({
  alarm,
  action,
  documented,
  busy,
  onSave,
  onClose,
}: {
  alarm: Alarm;
  action: "resolve" | "close";
  /** Whether the log already has a note; the code may demand one before closing. */
  documented: boolean;
  busy: boolean;
  onSave: (request: ActionRequest) => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const words = t.workspace;
  const [outcome, setOutcome] = useState<Outcome | null>(alarm.outcome);
  const [text, setText] = useState(alarm.outcome_text ?? "");
  const [note, setNote] = useState("");
  const noteField = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const closing = action === "close";
  const noteNeeded = closing && !documented && needsNote(alarm, outcome);
  const complete = outcome !== null && (outcome !== "other" || text.trim() !== "") && (!noteNeeded || note.trim() !== "");

  const save = () => {
    if (!outcome) return;
    onSave({
      action,
      outcome,
      ...(outcome === "other" && { outcome_text: text.trim() }),
      ...(note.trim() && { note: note.trim() }),
    });
  };
  return (
    <ActionDialog
      title={closing ? words.closeTitle : words.resolveTitle}
      submit={closing ? words.closeSubmit : words.resolveSubmit}
      disabled={!complete}
      busy={busy}
      onClose={onClose}
      onSubmit={save}
      onKeyDown={(event) => {
        const typing = event.target instanceof HTMLTextAreaElement || (event.target as HTMLInputElement).type === "text";
        const choice = !typing && /^[1-7]$/.test(event.key) ? OUTCOMES[Number(event.key) - 1] : undefined;
        if (choice) {
          setOutcome(choice);
          focusChoice(event, choice);
        }
        // Enter in the list of outcomes goes on to the note, or sends when nothing is missing.
        if (event.key === "Enter" && !typing && noteNeeded && note.trim() === "") {
          event.preventDefault();
          noteField.current?.focus();
        }
      }}
    >
      <Fieldset className="outcomes">
        <Fieldset.Legend>{words.outcomeLegend}</Fieldset.Legend>
        <Fieldset.Description>{words.outcomeHint}</Fieldset.Description>
        {OUTCOMES.map((value, i) => (
          <Radio
            key={value}
            data-size="sm"
            name="outcome"
            label={`${i + 1}. ${t.alarm.outcome[value]}`}
            value={value}
            checked={outcome === value}
            onChange={() => setOutcome(value)}
          />
        ))}
      </Fieldset>
      {outcome === "other" && (
        <Textfield label={words.outcomeText} required value={text} onChange={(e) => setText(e.target.value)} />
      )}
      <Textfield
        ref={noteField as never}
        label={noteNeeded ? words.noteNeeded : words.noteOptional}
        multiline
        rows={3}
        required={noteNeeded}
        value={note}
        onChange={(e) => setNote(e.target.value)}
      />
    </ActionDialog>
  );
}
