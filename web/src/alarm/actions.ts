import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, api } from "../api/client";
import { keys } from "../api/queries";
import type { ActionName, ActionRequest, Alarm, AlarmDetail } from "../api/types";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { useSession } from "../tenancy/session";
import { problemText } from "../ui/problems";
import { useFeed } from "./feed/FeedProvider";

/** The alarms that are being taken, or were, in this console: that one has them is no news here. */
export const takenHere = new Set<string>();

/** Does one thing with one alarm, and shows the result at once or says why not. */
export function useAlarmAction() {
  const client = useQueryClient();
  const feed = useFeed();
  const toast = useToast();
  const { t } = useLanguage();

  const mutation = useMutation({
    mutationFn: ({ id, request }: { id: string; request: ActionRequest }) => {
      if (request.action === "take" || request.action === "reopen") takenHere.add(id);
      return api.post<{ alarm: Alarm }>(`/alarms/${id}/actions`, request);
    },
    onSuccess: ({ alarm }) => {
      feed?.show(alarm);
      client.setQueryData<AlarmDetail>(keys.alarm(alarm.id), (known) => known && { ...known, alarm });
    },
    onError: (error) => toast(problemText(error, t), error instanceof ApiProblem ? "warning" : "danger"),
    // Not waited for: the next action need not wait for the log to be read again.
    onSettled: (_data, _error, { id }) => void client.invalidateQueries({ queryKey: keys.alarm(id) }),
  });

  const run = async (id: string, request: ActionRequest): Promise<boolean> => {
    try {
      await mutation.mutateAsync({ id, request });
    } catch {
      return false;
    }
    const undo =
      request.action === "close"
        ? { label: t.workspace.undo, run: () => void run(id, { action: "reopen" }) }
        : undefined;
    toast(t.workspace.done[request.action], "success", undo);
    return true;
  };
  return { run, busy: mutation.isPending };
}

/** Somebody was faster, and the live feed told us before we asked: say who, as the server would have. */
export function useTellWhoHas() {
  const { actor } = useSession();
  const toast = useToast();
  const { t } = useLanguage();
  return (alarm: Alarm) => {
    if (alarm.handler && alarm.handler.id !== actor.id) toast(t.common.problems.taken(alarm.handler.name), "warning");
  };
}

// A closing can be undone for as long as the server allows it.
const REOPEN_WINDOW_MS = 10 * 60_000;

/** What this person may do with the alarm in its state. The server decides; this only decides what is offered. */
export function availableActions(alarm: Alarm, actorId: string, now: number): ReadonlySet<ActionName> {
  if (alarm.state === "closed")
    return new Set(now - Date.parse(alarm.changed_at) < REOPEN_WINDOW_MS ? (["reopen"] as const) : []);
  if (alarm.handler === null) return new Set(["take"]);
  if (alarm.handler.id !== actorId) return new Set();
  const actions: ActionName[] = ["calling", "send_to", "note", "resolve", "close", "hand_over", "give_back"];
  if (alarm.state === "sent_to_responder") actions.push("accepted");
  if (alarm.state === "sent_to_responder" || alarm.state === "accepted_by_responder") actions.push("on_site");
  return new Set(actions);
}
