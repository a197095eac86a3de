import { ToggleGroup } from "@digdir/designsystemet-react";
import { type Language, useLanguage } from "./i18n";
import { type ThemeChoice as Choice, useTheme } from "./theme";

export function LanguageChoice() {
  const { t, language, setLanguage } = useLanguage();
  return (
    <ToggleGroup
      data-size="sm"
      name="language"
      aria-label={t.common.settings.language}
      value={language}
      onChange={(value) => setLanguage(value as Language)}
    >
      <ToggleGroup.Item value="nb" lang="nb">
        Bokmål
      </ToggleGroup.Item>
      <ToggleGroup.Item value="en" lang="en">
        English
      </ToggleGroup.Item>
    </ToggleGroup>
  );
}

export function ThemeChoice() {
  const { t } = useLanguage();
  const { choice, setChoice } = useTheme();
  const words = t.common.settings;
  return (
    <ToggleGroup
      data-size="sm"
      name="theme"
      aria-label={words.theme}
      value={choice}
      onChange={(value) => setChoice(value as Choice)}
    >
      <ToggleGroup.Item value="light">{words.light}</ToggleGroup.Item>
      <ToggleGroup.Item value="dark">{words.dark}</ToggleGroup.Item>
      <ToggleGroup.Item value="auto">{words.auto}</ToggleGroup.Item>
    </ToggleGroup>
  );
}
