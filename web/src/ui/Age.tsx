import { useLanguage } from "../app/i18n";
import { useNow } from "./clock";
import { formatClock, formatTime } from "./time";

/** How long ago something happened, counting each second. */
export function Age({ since }: { since: string }) {
  const now = useNow();
  const { t, language } = useLanguage();
  return (
    <time className="num" dateTime={since} title={formatTime(since, "full", language)}>
      {formatClock(now - Date.parse(since), t.common.units.d)}
    </time>
  );
}
