import type { Alarm, FeedMessage, Person } from "../../api/types";

/** What the live feed has told us. `position` is the last change that is part of it. */
export interface FeedState {
  alarms: ReadonlyMap<string, Alarm>;
  position: number;
  /** False until the first snapshot: an empty list then means "not known yet", not "no alarms". */
  ready: boolean;
  operators: readonly Person[];
}

export const emptyFeed: FeedState = { alarms: new Map(), position: 0, ready: false, operators: [] };

/**
 * Applies messages in the order they came. A snapshot replaces everything; a change that is already part of the
 * state is ignored, so that a resumed connection can neither miss nor double an alarm.
 */
export function applyMessages(state: FeedState, messages: readonly FeedMessage[]): FeedState {
  let { position, ready, operators } = state;
  // Copied at most once for the whole batch; thousands of open alarms must not be copied for each change.
  let alarms: Map<string, Alarm> | null = null;
  for (const message of messages) {
    switch (message.type) {
      case "snapshot":
        alarms = new Map(message.alarms.filter((a) => a.state !== "closed").map((a) => [a.id, a]));
        position = message.position;
        ready = true;
        break;
      case "change":
        if (message.position <= position) break;
        alarms ??= new Map(state.alarms);
        if (message.alarm.state === "closed") alarms.delete(message.alarm.id);
        else alarms.set(message.alarm.id, message.alarm);
        position = message.position;
        break;
      case "operators":
        operators = message.operators;
        break;
      case "ping":
        break;
    }
  }
  return { alarms: alarms ?? state.alarms, position, ready, operators };
}
