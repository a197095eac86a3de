import { describe, expect, it } from "vitest";
import { availableActions } from "./actions";
import { anAlarm } from "./testing";

const me = { id: "me", name: "Meg" };
const closed = Date.parse(anAlarm().changed_at);
const may = (over: Parameters<typeof anAlarm>[0], now = closed) =>
  [...availableActions(anAlarm(over), "me", now)].sort();

describe("availableActions", () => {
  it("only offers to take what nobody has", () => {
    expect(may({})).toEqual(["take"]);
  });
  it("offers nothing with another's alarm", () => {
    expect(may({ state: "taken", handler: { id: "you", name: "Du" } })).toEqual([]);
  });
  it("follows the road of the alarm", () => {
    expect(may({ state: "taken", handler: me })).toContain("calling");
    expect(may({ state: "taken", handler: me })).not.toContain("on_site");
    expect(may({ state: "sent_to_responder", handler: me })).toEqual(expect.arrayContaining(["accepted", "on_site"]));
    expect(may({ state: "resolved", handler: me })).not.toContain("on_site");
  });
  it("a closed alarm can only be opened again, and only for a while", () => {
    expect(may({ state: "closed", handler: null }, closed + 9 * 60_000)).toEqual(["reopen"]);
    expect(may({ state: "closed", handler: null }, closed + 11 * 60_000)).toEqual([]);
  });
});
