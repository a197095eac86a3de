import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { keys } from "../../api/queries";
import type { ActionName, ActionRequest, Alarm, AlarmDetail } from "../../api/types";
import { actsOnAlarms } from "../../app/access";
import { useSession } from "../../tenancy/session";
import { serverNow } from "../../ui/clock";
import { availableActions, useAlarmAction, useTellWhoHas } from "../actions";
import { asksFirst } from "./ActionDialogs";

/** The actions of one open alarm: which there are, which one is being asked about, and doing them in order. */
export function useActs(alarm: Alarm) {
  const { actor } = useSession();
  const client = useQueryClient();
  const { run, busy } = useAlarmAction();
  const tellWhoHas = useTellWhoHas();
  const [asking, setAsking] = useState<ActionName | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const availableFor = (now: Alarm) =>
    actsOnAlarms(actor.role) ? availableActions(now, actor.id, serverNow()) : new Set<ActionName>();

  const send = async (request: ActionRequest) => {
    if (await run(alarm.id, request)) setAsking(null);
  };

  const act = (action: ActionName) => {
    if (asksFirst(action)) {
      if (availableFor(alarm).has(action)) setAsking(action);
      return;
    }
    // Keys may come faster than answers: each waits for the one before, and is judged by the state it left.
    last.current = last.current.then(() => {
      const now = client.getQueryData<AlarmDetail>(keys.alarm(alarm.id))?.alarm ?? alarm;
      if (availableFor(now).has(action)) return send({ action });
      if (action === "take") tellWhoHas(now);
      return undefined;
    });
  };

  return { available: availableFor(alarm), asking, stopAsking: () => setAsking(null), act, send, busy };
}
