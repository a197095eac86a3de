import { XMarkIcon } from "@navikt/aksel-icons";
import { useMemo } from "react";
import { Link } from "react-router";
import { useLanguage } from "../../app/i18n";
import { DemoMark } from "../../app/DemoMark";
import { useSession } from "../../tenancy/session";
import { useNow } from "../../ui/clock";
import { Page } from "../../ui/Page";
import { Empty, Loading } from "../../ui/states";
import { formatTime } from "../../ui/time";
import { ConnectionBanner } from "../feed/ConnectionBanner";
import { useFeedView } from "../feed/FeedProvider";
import { SoundControl } from "../sound/SoundControl";
import { sections } from "../urgency";
import { QueueSummary } from "./QueueSummary";
import { AlarmRows } from "./QueueTable";
import { useMunicipalityFilter } from "./filter";

// What fits on a large screen across a room.
const ROWS = 12;

/** The queue for a large screen on the wall: large type, nothing to press. */
export function WallPage() {
  const { t, language } = useLanguage();
  const { centre } = useSession();
  const view = useFeedView();
  const now = useNow();
  const [chosen] = useMunicipalityFilter();
  const queue = useMemo(() => sections(view?.alarms.values() ?? [], chosen), [view?.alarms, chosen]);
  const rows = [...queue.waiting, ...queue.inProgress].slice(0, ROWS);
  const words = t.alarm.queue;
  return (
    <div className="wall" data-size="lg">
      <header className="wall-head">
        <span className="wall-centre">{centre.name}</span>
        <DemoMark />
        <span className="wall-tools">
          <SoundControl />
          <Link to="/" className="ds-button" data-variant="tertiary" data-size="sm" data-color="neutral">
            <XMarkIcon aria-hidden="true" />
            {words.leaveWall}
          </Link>
        </span>
        <time className="wall-clock num">{formatTime(now, "time", language)}</time>
      </header>
      <ConnectionBanner />
      <main id="main" className={view?.connection === "lost" ? "stale" : ""}>
        <Page title={words.wall} hideTitle>
          {!view?.ready ? (
            <Loading lines={8} />
          ) : (
            <>
              <QueueSummary queue={queue} />
              {rows.length > 0 ? (
                <AlarmRows alarms={rows} caption={words.title} me="" />
              ) : (
                <Empty title={words.emptyTitle}>{words.empty}</Empty>
              )}
            </>
          )}
        </Page>
      </main>
    </div>
  );
}
