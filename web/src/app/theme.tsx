import { type ReactNode, createContext, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { usePreference } from "./preferences";

export type ThemeChoice = "auto" | "light" | "dark";

interface ThemeContext {
  choice: ThemeChoice;
  setChoice: (choice: ThemeChoice) => void;
  /** What is shown now; "auto" follows the machine. */
  scheme: "light" | "dark";
}

const Context = createContext<ThemeContext | null>(null);
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void) {
  systemDark.addEventListener("change", listener);
  return () => systemDark.removeEventListener("change", listener);
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = usePreference<ThemeChoice>("theme", "auto", ["auto", "light", "dark"]);
  const machineIsDark = useSyncExternalStore(subscribe, () => systemDark.matches);
  const scheme = choice === "auto" ? (machineIsDark ? "dark" : "light") : choice;
  useEffect(() => {
    document.documentElement.dataset.colorScheme = scheme;
  }, [scheme]);
  const value = useMemo(() => ({ choice, setChoice, scheme }) as const, [choice, setChoice, scheme]);
  return <Context value={value}>{children}</Context>;
}

export function useTheme(): ThemeContext {
  const value = useContext(Context);
  if (!value) throw new Error("useTheme outside ThemeProvider");
  return value;
}
