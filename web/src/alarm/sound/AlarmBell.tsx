import { useEffect, useMemo, useRef, useState } from "react";
import { useLanguage } from "../../app/i18n";
import { usePreference } from "../../app/preferences";
import { useTitleFlash } from "../../app/title";
import { useFeedView } from "../feed/FeedProvider";
import { sections } from "../urgency";
import { alarmLine } from "../words";
import { ring } from "./tone";

export const useSoundPreference = () => usePreference<"on" | "off">("sound", "on", ["on", "off"]);

const URGENT_EVERY_MS = 2_500;
const OTHER_EVERY_MS = 6_000;

/** Sound, title and spoken message for alarms that nobody has taken, wherever in the console one is. */
export function AlarmBell() {
  const view = useFeedView();
  const { t, tx } = useLanguage();
  const [sound] = useSoundPreference();
  const waiting = useMemo(() => sections(view?.alarms.values() ?? []).waiting, [view?.alarms]);
  const urgent = waiting[0]?.priority === 1;
  const any = waiting.length > 0;

  useTitleFlash(any ? t.alarm.live.titleFlash(waiting.length) : null);

  useEffect(() => {
    if (!any || sound === "off") return;
    ring(urgent);
    const timer = setInterval(() => ring(urgent), urgent ? URGENT_EVERY_MS : OTHER_EVERY_MS);
    return () => clearInterval(timer);
  }, [any, urgent, sound]);

  const seen = useRef<Set<string> | null>(null);
  const [spoken, setSpoken] = useState({ polite: "", assertive: "" });
  useEffect(() => {
    if (!view?.ready) return;
    const fresh = seen.current ? waiting.filter((alarm) => !seen.current?.has(alarm.id)) : [];
    seen.current = new Set(waiting.map((alarm) => alarm.id));
    const first = fresh[0];
    if (!first) return;
    const text =
      fresh.length === 1 ? t.alarm.live.newAlarm(alarmLine(first, t, tx)) : t.alarm.live.newAlarms(fresh.length);
    setSpoken(first.priority === 1 ? { polite: "", assertive: text } : { polite: text, assertive: "" });
  }, [waiting, view?.ready, t, tx]);

  return (
    <div className="visually-hidden">
      <div aria-live="polite">{spoken.polite}</div>
      <div aria-live="assertive">{spoken.assertive}</div>
    </div>
  );
}
