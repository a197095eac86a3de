import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { Alarm } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { useToast } from "../../app/toasts";
import { useSession } from "../../tenancy/session";
import { takenHere } from "../actions";
import { useFeed, useFeedView } from "../feed/FeedProvider";
import { alarmLine } from "../words";
import { useSoundPreference } from "./AlarmBell";
import { newsOfOwn } from "./own";
import { ring } from "./tone";

/** What happens to one's own alarms while one looks at something else: told once, with sound. */
export function OwnAlarms() {
  const feed = useFeed();
  const view = useFeedView();
  const { actor } = useSession();
  const { t, tx } = useLanguage();
  const [sound] = useSoundPreference();
  const toast = useToast();
  const navigate = useNavigate();
  const seen = useRef(new Map<string, Alarm>());

  const tell = useRef((_alarm: Alarm) => {});
  tell.current = (alarm) => {
    const before = seen.current.get(alarm.id);
    seen.current.set(alarm.id, alarm);
    const news = newsOfOwn(before, alarm, actor.id, takenHere.has(alarm.id));
    if (alarm.handler?.id !== actor.id) takenHere.delete(alarm.id);
    if (!news) return;
    if (sound === "on") ring(alarm.priority === 1);
    toast(t.alarm.live[news](alarmLine(alarm, t, tx)), "warning", {
      label: t.common.open,
      run: () => void navigate(`/alarms/${alarm.id}`),
    });
  };
  // Change by change, not as the page is drawn: what is handed over at once would look as if it had never been elsewhere.
  useEffect(() => feed?.onChange((alarm) => tell.current(alarm)), [feed]);
  useEffect(() => {
    const open = view?.alarms;
    if (!open) return;
    for (const [id, alarm] of open) if (!seen.current.has(id)) seen.current.set(id, alarm);
    for (const id of seen.current.keys()) if (!open.has(id)) seen.current.delete(id);
  }, [view?.alarms]);
  return null;
}
