import type { ActionName, ActionRequest, AlarmDetail } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { useSession } from "../../tenancy/session";
import { formatPhone } from "../../ui/phone";
import { ChoiceDialog } from "./ChoiceDialog";
import { NoteDialog } from "./NoteDialog";
import { OutcomeDialog } from "./OutcomeDialog";

export const asksFirst = (action: ActionName) =>
  ["send_to", "hand_over", "note", "resolve", "close"].includes(action);

/** The question that belongs to the chosen action, if it asks one. */
export function ActionDialogs({
  action,
  detail,
  busy,
  onSend,
  onClose,
}: {
  action: ActionName | null;
  detail: AlarmDetail;
  busy: boolean;
  onSend: (request: ActionRequest) => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const { actor } = useSession();
  const words = t.workspace;
  const common = { busy, onClose };
  switch (action) {
    case "send_to":
      return (
        <ChoiceDialog
          title={words.sendTitle}
          legend={words.sendLegend}
          empty={words.noResponders}
          submit={words.sendSubmit}
          choices={detail.responders.map((r) => ({
            value: `${r.kind}/${r.id}`,
            label: r.name,
            description: [r.relation ?? t.alarm.target[r.kind as keyof typeof t.alarm.target], formatPhone(r.phone)]
              .filter(Boolean)
              .join(" · "),
          }))}
          onChoose={(value) => {
            const chosen = detail.responders.find((r) => `${r.kind}/${r.id}` === value);
            if (chosen) onSend({ action, responder: { kind: chosen.kind, id: chosen.id } });
          }}
          {...common}
        />
      );
    case "hand_over":
      return (
        <ChoiceDialog
          title={words.handOverTitle}
          legend={words.handOverLegend}
          empty={words.noOperators}
          submit={words.handOverSubmit}
          choices={detail.operators
            .filter((o) => o.id !== actor.id)
            .sort((a, b) => Number(b.online ?? false) - Number(a.online ?? false))
            .map((o) => ({ value: o.id, label: o.name, description: o.online ? words.online : words.offline }))}
          onChoose={(to) => onSend({ action, to })}
          {...common}
        />
      );
    case "note":
      return <NoteDialog onSave={(note) => onSend({ action, note })} {...common} />;
    case "resolve":
    case "close":
      return (
        <OutcomeDialog
          alarm={detail.alarm}
          action={action}
          documented={detail.log.some((entry) => entry.actor && entry.note)}
          onSave={onSend}
          {...common}
        />
      );
    default:
      return null;
  }
}
