import { describe, expect, it } from "vitest";
import { anAlarm } from "../testing";
import { applyMessages, emptyFeed } from "./reducer";

const ids = (state: { alarms: ReadonlyMap<string, unknown> }) => [...state.alarms.keys()].sort().join("");
const start = applyMessages(emptyFeed, [
  { type: "snapshot", position: 10, alarms: [anAlarm({ id: "a" }), anAlarm({ id: "b" })] },
]);

describe("live feed", () => {
  it("starts from a snapshot", () => {
    expect(emptyFeed.ready).toBe(false);
    expect(start.ready).toBe(true);
    expect(ids(start)).toBe("ab");
    expect(start.position).toBe(10);
  });

  it("adds, changes and removes", () => {
    const next = applyMessages(start, [
      { type: "change", position: 11, alarm: anAlarm({ id: "c" }) },
      { type: "change", position: 12, alarm: anAlarm({ id: "a", state: "taken", version: 2 }) },
      { type: "change", position: 13, alarm: anAlarm({ id: "b", state: "closed" }) },
    ]);
    expect(ids(next)).toBe("ac");
    expect(next.alarms.get("a")?.state).toBe("taken");
    expect(next.position).toBe(13);
  });

  it("ignores what it has already applied: no doubling, no going back", () => {
    const next = applyMessages(start, [
      { type: "change", position: 11, alarm: anAlarm({ id: "a", state: "closed" }) },
      { type: "change", position: 9, alarm: anAlarm({ id: "a" }) },
      { type: "change", position: 11, alarm: anAlarm({ id: "a" }) },
    ]);
    expect(ids(next)).toBe("b");
  });

  it("a new snapshot replaces everything, even with a lower position", () => {
    const next = applyMessages(start, [{ type: "snapshot", position: 3, alarms: [anAlarm({ id: "z" })] }]);
    expect(ids(next)).toBe("z");
    expect(next.position).toBe(3);
  });

  it("a ping does not move the position: changes up to it may still be on their way", () => {
    const next = applyMessages(start, [{ type: "ping", position: 99, server_time: "2026-11-22T08:00:00Z" }]);
    expect(next.position).toBe(10);
    expect(next.alarms).toBe(start.alarms);
  });

  it("does not change the state it was given", () => {
    applyMessages(start, [{ type: "change", position: 11, alarm: anAlarm({ id: "a", state: "closed" }) }]);
    expect(ids(start)).toBe("ab");
  });
});
