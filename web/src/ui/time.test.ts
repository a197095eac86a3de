import { describe, expect, it } from "vitest";
import { formatClock, formatSeconds, formatTime, shiftStart } from "./time";

describe("formatTime", () => {
  it("shows the centre's time, summer and winter", () => {
    expect(formatTime("2026-11-22T08:15:30.123Z", "seconds", "nb")).toBe("09:15:30");
    expect(formatTime("2026-07-01T08:15:30.123Z", "time", "nb")).toBe("10:15");
    expect(formatTime("2026-11-22T23:30:00Z", "date", "nb")).toBe("23.11.2026");
  });

  it("does not fail on what is not a time", () => {
    expect(formatTime("yesterday", "time", "nb")).toBe("–");
  });
});

describe("formatClock", () => {
  it("counts seconds, hours and days", () => {
    expect(formatClock(7_400)).toBe("0:07");
    expect(formatClock(750_000)).toBe("12:30");
    expect(formatClock(3_723_000)).toBe("1:02:03");
    expect(formatClock(3 * 86_400_000)).toBe("3 d");
    expect(formatClock(-5)).toBe("0:00");
  });
});

describe("formatSeconds", () => {
  const units = { s: "s", min: "min", h: "t" };
  it("uses the unit a person would say", () => {
    expect(formatSeconds(45, units)).toBe("45 s");
    expect(formatSeconds(180, units)).toBe("3 min");
    expect(formatSeconds(7200, units)).toBe("2 t");
    expect(formatSeconds(6900, units)).toBe("1 t 55 min");
  });
});

describe("shiftStart", () => {
  const start = (iso: string) => new Date(shiftStart(Date.parse(iso))).toISOString();
  it("finds day, evening and night shifts", () => {
    expect(start("2026-11-22T08:00:00Z")).toBe("2026-11-22T06:00:00.000Z");
    expect(start("2026-11-22T15:30:00Z")).toBe("2026-11-22T14:00:00.000Z");
    expect(start("2026-11-22T22:30:00Z")).toBe("2026-11-22T21:00:00.000Z");
  });
  it("the night shift began the evening before", () => {
    expect(start("2026-11-22T03:00:00Z")).toBe("2026-11-21T21:00:00.000Z");
  });
});
