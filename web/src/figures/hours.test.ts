import { describe, expect, it } from "vitest";
import { hourRows } from "./hours";

const HOUR_MS = 3_600_000;
const hours = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    hour: new Date(Date.parse("2026-11-20T00:00:00.000Z") + i * HOUR_MS).toISOString(),
    alarms: 1,
    technical: 2,
  }));

describe("hourRows", () => {
  it("shows each hour of a day in the centre's time", () => {
    const rows = hourRows(hours(3), "nb");
    expect(rows.map((row) => row.label)).toEqual(["01:00", "02:00", "03:00"]);
  });

  it("sums a long period by the hour of the day, losing nothing", () => {
    const rows = hourRows(hours(24 * 7), "nb");
    expect(rows).toHaveLength(24);
    expect(rows[0]).toMatchObject({ label: "00", alarms: 7, technical: 14 });
    expect(rows.reduce((sum, row) => sum + row.alarms, 0)).toBe(24 * 7);
  });
});
