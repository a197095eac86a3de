import { useKeys } from "../../ui/keys";

const links = () => [...document.querySelectorAll<HTMLAnchorElement>("[data-queue-link]")];
const focused = () => (document.activeElement?.closest("[data-alarm]") as HTMLElement | null)?.dataset.alarm;

/** Moves the real keyboard focus between the rows, so that what is selected is also what is read aloud. */
function move(by: 1 | -1): void {
  const all = links();
  const now = all.findIndex((link) => link.dataset.queueLink === focused());
  const next = now === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(Math.max(now + by, 0), all.length - 1);
  all[next]?.focus();
  all[next]?.closest("tr")?.scrollIntoView({ block: "nearest" });
}

export function useQueueKeys(take: (id: string | undefined) => void): void {
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    t: () => take(focused()),
  });
}
