import { Fieldset, Radio } from "@digdir/designsystemet-react";
import { useState } from "react";
import { ActionDialog, focusChoice } from "./ActionDialog";

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

/** One of several: a responder to send, an operator to hand over to. Number keys choose. */
export function ChoiceDialog({
  title,
  legend,
  empty,
  submit,
  choices,
  busy,
  onChoose,
  onClose,
}: {
  title: string;
  legend: string;
  empty: string;
  submit: string;
  choices: Choice[];
  busy: boolean;
  onChoose: (value: string) => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState(choices[0]?.value ?? "");
  return (
    <ActionDialog
      title={title}
      submit={submit}
      disabled={chosen === ""}
      busy={busy}
      onClose={onClose}
      onSubmit={() => onChoose(chosen)}
      onKeyDown={(event) => {
        const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
        if (choice) {
          setChosen(choice.value);
          focusChoice(event, choice.value);
        }
      }}
    >
      {choices.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <Fieldset>
          <Fieldset.Legend>{legend}</Fieldset.Legend>
          {choices.map((choice, i) => (
            <Radio
              key={choice.value}
              data-size="sm"
              name="choice"
              label={`${i + 1}. ${choice.label}`}
              description={choice.description}
              value={choice.value}
              checked={chosen === choice.value}
              onChange={() => setChosen(choice.value)}
            />
          ))}
        </Fieldset>
      )}
    </ActionDialog>
  );
}
