/** What all plots of steering look like. */
export const STYLE = { background: "transparent", color: "var(--ds-color-neutral-text-default)", fontSize: "12px" };
export const BLUE = "var(--figure-alarms)";
export const GREY = "var(--figure-technical)";
export const GAIN = "var(--gain)";
export const LOSS = "var(--loss)";
export const SERIES = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)", "var(--series-6)"];
