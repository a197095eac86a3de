import { Button } from "@digdir/designsystemet-react";
import { BellFillIcon, BellIcon } from "@navikt/aksel-icons";
import { useEffect, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { useSoundPreference } from "./AlarmBell";
import { soundIsBlocked, unlockSound } from "./tone";

function useBlocked() {
  const [blocked, setBlocked] = useState(soundIsBlocked);
  useEffect(() => {
    const check = () => setBlocked(soundIsBlocked());
    // Any touch of the page lets the browser play sound from then on.
    const unlock = () => void unlockSound().then(check);
    window.addEventListener("pointerdown", unlock);
    window.addEventListener("keydown", unlock);
    const timer = setInterval(check, 2_000);
    return () => {
      window.removeEventListener("pointerdown", unlock);
      window.removeEventListener("keydown", unlock);
      clearInterval(timer);
    };
  }, []);
  return [blocked, () => unlockSound().then(() => setBlocked(soundIsBlocked()))] as const;
}

export function SoundControl() {
  const { t } = useLanguage();
  const [sound, setSound] = useSoundPreference();
  const [blocked, unlock] = useBlocked();
  const words = t.alarm.sound;
  if (sound === "on" && blocked)
    return (
      <Button
        data-size="sm"
        variant="secondary"
        data-color="warning"
        title={words.blocked}
        onClick={() => void unlock()}
        className="sound-blocked"
      >
        <BellIcon aria-hidden="true" />
        {words.enable}
      </Button>
    );
  return (
    <Button
      data-size="sm"
      variant="tertiary"
      data-color="neutral"
      title={sound === "on" ? words.mute : words.unmute}
      onClick={() => {
        void unlock();
        setSound(sound === "on" ? "off" : "on");
      }}
    >
      {sound === "on" ? <BellFillIcon aria-hidden="true" /> : <BellIcon aria-hidden="true" />}
      {sound === "on" ? words.on : words.off}
    </Button>
  );
}
