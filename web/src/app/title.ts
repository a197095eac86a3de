import { useEffect, useSyncExternalStore } from "react";

let page = "";
let flash: string | null = null;
const listeners = new Set<() => void>();

function show() {
  document.title = flash ?? (page ? `${page} – Varde` : "Varde");
  for (const listener of listeners) listener();
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    page = title;
    show();
  }, [title]);
}

/** While there is an alarm nobody has taken, the tab's title alternates so that it is seen from another window. */
export function useTitleFlash(text: string | null): void {
  useEffect(() => {
    if (text === null) return;
    let on = true;
    flash = text;
    show();
    const timer = setInterval(() => {
      on = !on;
      flash = on ? text : null;
      show();
    }, 1000);
    return () => {
      clearInterval(timer);
      flash = null;
      show();
    };
  }, [text]);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The title of the page that is open, for announcing navigation. */
export const useCurrentTitle = () => useSyncExternalStore(subscribe, () => page);
