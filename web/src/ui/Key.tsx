import { useShortcutsEnabled } from "./keys";

/** The key that does the same as the button it stands on. */
export function Key({ children }: { children: string }) {
  const [enabled] = useShortcutsEnabled();
  return enabled === "on" ? (
    <kbd className="key" aria-hidden="true">
      {children}
    </kbd>
  ) : null;
}
