import { useCallback, useSyncExternalStore } from "react";

const PREFIX = "varde.";
const listeners = new Set<() => void>();

// A browser may refuse storage (private mode, policy). A choice then lasts for the page only.
const fallback = new Map<string, string>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return fallback.get(name) ?? null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    fallback.set(name, value);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** A choice this person made on this machine; every component that shows it follows. */
export function usePreference<T extends string>(name: string, initial: T, allowed: readonly T[]) {
  const stored = useSyncExternalStore(subscribe, () => read(name));
  const value = allowed.includes(stored as T) ? (stored as T) : initial;
  const set = useCallback((next: T) => write(name, next), [name]);
  return [value, set] as const;
}
