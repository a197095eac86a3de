import { describe, expect, it } from "vitest";
import { anAlarm } from "../testing";
import { newsOfOwn } from "./own";

const me = { id: "ME", name: "Me" };
const other = { id: "OTHER", name: "Other" };
const before = anAlarm({ state: "taken", handler: me, version: 3 });

describe("newsOfOwn", () => {
  it("tells of an alarm that one is given, not of one that one takes here", () => {
    const now = { ...before, version: 4 };
    const waiting = anAlarm({ version: 3 });
    expect(newsOfOwn({ ...before, handler: other }, now, "ME", false)).toBe("handedToYou");
    expect(newsOfOwn(waiting, now, "ME", false)).toBe("handedToYou");
    expect(newsOfOwn(waiting, now, "ME", true)).toBe(null);
  });

  it("tells that the person calls again, and that the one who was sent has not answered", () => {
    expect(newsOfOwn(before, { ...before, repeats: 1, version: 4 }, "ME", true)).toBe("calledAgain");
    expect(newsOfOwn(before, { ...before, escalations: 1, version: 4 }, "ME", false)).toBe("notAccepted");
  });

  it("says nothing of others' alarms, of old news, or of what is seen for the first time", () => {
    expect(newsOfOwn(before, { ...before, repeats: 1, version: 4, handler: other }, "ME", false)).toBe(null);
    expect(newsOfOwn(before, { ...before, repeats: 1 }, "ME", false)).toBe(null);
    expect(newsOfOwn(undefined, before, "ME", false)).toBe(null);
    expect(newsOfOwn(before, { ...before, version: 4 }, "ME", false)).toBe(null);
  });
});
