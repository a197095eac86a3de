import { Alert, Button } from "@digdir/designsystemet-react";
import { useLanguage } from "../../app/i18n";
import { formatTime } from "../../ui/time";
import { useFeed, useFeedView } from "./FeedProvider";

/** Says loudly that the list cannot be trusted now. An alarm nobody sees is the worst thing that can happen here. */
export function ConnectionBanner() {
  const feed = useFeed();
  const view = useFeedView();
  const { t, language } = useLanguage();
  if (!feed || !view || view.connection !== "lost") return null;
  const words = t.alarm.live;
  return (
    <Alert data-color="danger" data-size="sm" role="alert" className="connection-banner">
      <strong>{words.lostTitle}</strong>{" "}
      <span>{view.ready && view.lostAt ? words.lost(formatTime(view.lostAt, "seconds", language)) : words.lostNever}</span>
      <Button data-size="sm" variant="secondary" data-color="neutral" onClick={() => feed.connectNow()}>
        {words.tryNow}
      </Button>
    </Alert>
  );
}
