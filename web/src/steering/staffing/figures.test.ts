import { describe, expect, it } from "vitest";
import { duration, interval, shortHours } from "./figures";

describe("figures of staffing", () => {
  it("tell times as people say them", () => {
    expect(duration(0, "nb")).toBe("0 s");
    expect(duration(59.6, "nb")).toBe("1 min");
    expect(duration(200, "nb")).toBe("3 min 20 s");
    expect(duration(9002.9, "nb")).toBe("2 t 30 min");
    expect(duration(7200, "en")).toBe("2 h");
  });

  it("write an interval with one sign", () => {
    expect(interval({ value: 0.816, low: 0.812, high: 0.82 }, "en")).toBe("81.2 – 82.0 %");
  });

  it("count the hours that lack somebody, but not for the noise of adding shifts", () => {
    expect(shortHours([1.9999999999, 1, 3], [2, 2, 3])).toBe(1);
  });
});
