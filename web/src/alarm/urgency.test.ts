import { describe, expect, it } from "vitest";
import { anAlarm } from "./testing";
import { byUrgency, groupTechnical, sections } from "./urgency";

const ids = (alarms: { id: string }[]) => alarms.map((a) => a.id).join("");

describe("byUrgency", () => {
  it("puts priority first, then the longest wait, then the id", () => {
    const alarms = [
      anAlarm({ id: "c", priority: 2, received_at: "2026-11-22T08:00:00.000Z" }),
      anAlarm({ id: "b", priority: 1, received_at: "2026-11-22T08:10:00.000Z" }),
      anAlarm({ id: "a", priority: 1, received_at: "2026-11-22T08:05:00.000Z" }),
      anAlarm({ id: "e", priority: 2, received_at: "2026-11-22T08:30:00.000Z" }),
      anAlarm({ id: "d", priority: 2, received_at: "2026-11-22T08:00:00.000Z" }),
    ];
    expect(ids(alarms.sort(byUrgency))).toBe("abcde");
  });
});

describe("sections", () => {
  it("never hides an unknown sender behind the chosen municipalities", () => {
    const alarms = [
      anAlarm({ id: "a", municipality: "1813" }),
      anAlarm({ id: "b", municipality: "1820" }),
      anAlarm({ id: "c", municipality: "0000" }),
    ];
    expect(ids(sections(alarms, ["1813"]).waiting)).toBe("ac");
  });

  it("keeps people before equipment and waiting apart from taken", () => {
    const result = sections([
      anAlarm({ id: "t", kind: "technical", priority: 1 }),
      anAlarm({ id: "w" }),
      anAlarm({ id: "p", state: "calling" }),
    ]);
    expect([ids(result.waiting), ids(result.inProgress), ids(result.technical)]).toEqual(["w", "p", "t"]);
  });

  it("filters by municipality; no choice means all", () => {
    const alarms = [anAlarm({ id: "a", municipality: "1811" }), anAlarm({ id: "b", municipality: "1820" })];
    expect(ids(sections(alarms, ["1811"]).waiting)).toBe("a");
    expect(ids(sections(alarms, []).waiting)).toBe("ab");
  });
});

describe("groupTechnical", () => {
  const notice = (id: string, municipality: string) => anAlarm({ id, kind: "technical", code: "1.20", municipality });
  it("gathers many of one kind in one place, and leaves few as they are", () => {
    const groups = groupTechnical([notice("a", "1811"), notice("b", "1813"), notice("c", "1811"), notice("d", "1811")]);
    expect(groups.map((g) => ids(g.alarms))).toEqual(["acd", "b"]);
  });
});
