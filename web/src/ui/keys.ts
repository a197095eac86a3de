import { useEffect, useRef } from "react";
import { usePreference } from "../app/preferences";

export const useShortcutsEnabled = () => usePreference<"on" | "off">("shortcuts", "on", ["on", "off"]);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/**
 * Single-key shortcuts. They are silent while somebody types, while a dialog is open, and with modifier keys
 * (those belong to the browser); and a person can turn them off, as WCAG 2.1.4 asks.
 */
export function useKeys(bindings: Record<string, (() => void) | undefined>): void {
  const [enabled] = useShortcutsEnabled();
  const current = useRef(bindings);
  current.current = bindings;
  useEffect(() => {
    if (enabled === "off") return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const run = current.current[key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled]);
}
