import { type ReactNode, createContext, useContext, useEffect, useMemo } from "react";
import type { Text } from "../../api/types";
import { usePreference } from "../preferences";
import type { Dictionary, Language } from "./dictionary";
import { en } from "./en";
import { nb } from "./nb";

export type { Dictionary, Language } from "./dictionary";

const dictionaries: Record<Language, Dictionary> = { nb, en };

interface LanguageContext {
  language: Language;
  setLanguage: (language: Language) => void;
  /** The console's own words. */
  t: Dictionary;
  /** A text that came from the server in both languages. */
  tx: (text: Text) => string;
}

const Context = createContext<LanguageContext | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = usePreference<Language>("language", "nb", ["nb", "en"]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({ language, setLanguage, t: dictionaries[language], tx: (text: Text) => text[language] || text.nb }),
    [language, setLanguage],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): LanguageContext {
  const value = useContext(Context);
  if (!value) throw new Error("useLanguage outside LanguageProvider");
  return value;
}
