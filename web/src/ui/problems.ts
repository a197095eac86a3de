import { ApiProblem } from "../api/client";
import type { Dictionary } from "../app/i18n";

/** What to tell a person about a refusal or a failure, in their own language where we know the kind. */
export function problemText(error: unknown, t: Dictionary): string {
  const words = t.common.problems;
  if (!(error instanceof ApiProblem)) return words.generic;
  const handler = error.extras.handler as { name?: string } | undefined;
  switch (error.slug) {
    case "network":
      return words.network;
    case "alarm-taken":
      return words.taken(handler?.name ?? t.common.unknown);
    case "wrong-state":
      return words.wrongState;
    case "outcome-required":
      return words.outcomeRequired;
    case "note-required":
      return words.noteRequired;
    case "forbidden":
    case "reason-required":
      return words.forbidden;
    case "not-found":
      return words.notFound;
    case "already-decided":
    case "stale-version":
      return error.detail;
    case "too-many":
      return words.tooMany;
    case "unavailable":
      return words.unavailable;
    default:
      return error.detail || error.message || words.generic;
  }
}
