import { useCallback, useMemo, useSyncExternalStore } from "react";

// The chosen municipalities, remembered on this machine: a desk may have its own part of the region.
const NAME = "varde.queue.municipalities";
const listeners = new Set<() => void>();
let memory = "";

function read(): string {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return memory;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useMunicipalityFilter() {
  const stored = useSyncExternalStore(subscribe, read);
  const chosen = useMemo(() => stored.split(",").filter(Boolean), [stored]);
  const set = useCallback((numbers: string[]) => {
    memory = numbers.join(",");
    try {
      localStorage.setItem(NAME, memory);
    } catch {
      // Kept for this page only.
    }
    for (const listener of listeners) listener();
  }, []);
  return [chosen, set] as const;
}
