import type { Alarm } from "../../api/types";

export type OwnNews = "handedToYou" | "calledAgain" | "notAccepted";

/**
 * What one should be told of an alarm that one has, from how it was before. `takenHere`: one has just taken it in this
 * very console, so that it is no news.
 */
export function newsOfOwn(before: Alarm | undefined, now: Alarm, me: string, takenHere: boolean): OwnNews | null {
  if (!before || before.version >= now.version || now.handler?.id !== me) return null;
  if (before.handler?.id !== me) return takenHere ? null : "handedToYou";
  if (now.escalations > before.escalations) return "notAccepted";
  return now.repeats > before.repeats ? "calledAgain" : null;
}
