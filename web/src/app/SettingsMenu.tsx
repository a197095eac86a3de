import { Button, Dropdown } from "@digdir/designsystemet-react";
import { PersonCircleIcon } from "@navikt/aksel-icons";
import { useSession, useSignOut } from "../tenancy/session";
import { LanguageChoice, ThemeChoice } from "./SettingsChoices";
import { useLanguage } from "./i18n";

export function SettingsMenu({ showShortcuts }: { showShortcuts: () => void }) {
  const { t } = useLanguage();
  const { actor, version } = useSession();
  const signOut = useSignOut();
  const words = t.common.settings;
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        data-size="sm"
        variant="tertiary"
        data-color="neutral"
        aria-label={words.open(actor.name)}
        className="settings-trigger"
      >
        <PersonCircleIcon aria-hidden="true" />
        <span className="actor-name">{actor.name}</span>
      </Dropdown.Trigger>
      <Dropdown data-size="sm" className="settings-menu">
        <p className="settings-who">
          <strong>{actor.name}</strong>
          <span className="subtle">{t.common.roles[actor.role]}</span>
        </p>
        <p className="settings-label">{words.theme}</p>
        <ThemeChoice />
        <p className="settings-label">{words.language}</p>
        <LanguageChoice />
        <div className="settings-actions">
          <Button data-size="sm" variant="tertiary" data-color="neutral" onClick={showShortcuts}>
            {words.shortcuts}
          </Button>
          <Button data-size="sm" variant="secondary" onClick={() => void signOut()}>
            {words.signOut}
          </Button>
        </div>
        <p className="subtle small">{words.version(version)}</p>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
