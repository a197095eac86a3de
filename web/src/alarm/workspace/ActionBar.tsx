import { Button } from "@digdir/designsystemet-react";
import type { ActionName, AlarmState } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Key } from "../../ui/Key";

export const actionKeys: [ActionName, string][] = [
  ["take", "T"],
  ["calling", "R"],
  ["send_to", "S"],
  ["accepted", "A"],
  ["on_site", "P"],
  ["note", "N"],
  ["resolve", "U"],
  ["close", "L"],
  ["hand_over", "O"],
  ["give_back", "G"],
  ["reopen", "Z"],
];

/** The likely next thing to do, in the order a case usually goes. */
const likely: ActionName[] = ["take", "reopen", "accepted", "on_site"];

function nextAction(available: ReadonlySet<ActionName>, state: AlarmState): ActionName {
  const first = likely.find((action) => available.has(action));
  return first ?? (state === "taken" && available.has("calling") ? "calling" : "close");
}

/** Always the same buttons in the same places, so that hands learn them; those that do not apply now are dimmed. */
export function ActionBar({
  available,
  state,
  onAction,
}: {
  available: ReadonlySet<ActionName>;
  state: AlarmState;
  onAction: (action: ActionName) => void;
}) {
  const { t } = useLanguage();
  const primary = nextAction(available, state);
  return (
    <div className="action-bar" role="toolbar" aria-label={t.workspace.actions}>
      {actionKeys
        .filter(([action]) => action !== "reopen" || available.has("reopen"))
        .map(([action, key]) => (
          <Button
            key={action}
            data-size="sm"
            data-action={action}
            variant={action === primary && available.has(action) ? "primary" : "secondary"}
            disabled={!available.has(action)}
            aria-keyshortcuts={key}
            onClick={() => onAction(action)}
          >
            {t.workspace.action[action]}
            <Key>{key}</Key>
          </Button>
        ))}
    </div>
  );
}
