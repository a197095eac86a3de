import { Button } from "@digdir/designsystemet-react";
import type { ActionName } from "../../api/types";
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

/** Always the same buttons in the same places, so that hands learn them; those that do not apply now are dimmed. */
export function ActionBar({
  available,
  busy,
  onAction,
}: {
  available: ReadonlySet<ActionName>;
  busy: boolean;
  onAction: (action: ActionName) => void;
}) {
  const { t } = useLanguage();
  const primary: ActionName = available.has("take") ? "take" : available.has("reopen") ? "reopen" : "close";
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
            disabled={busy || !available.has(action)}
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
