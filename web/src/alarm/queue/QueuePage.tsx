import { Alert, Button } from "@digdir/designsystemet-react";
import { MonitorIcon } from "@navikt/aksel-icons";
import { useCallback, useMemo } from "react";
import { Link, useNavigate } from "react-router";
import type { Alarm } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { useSession } from "../../tenancy/session";
import { Page } from "../../ui/Page";
import { Panel } from "../../ui/Panel";
import { Empty, Loading } from "../../ui/states";
import { useAlarmAction, useTellWhoHas } from "../actions";
import { useFeedView } from "../feed/FeedProvider";
import { sections } from "../urgency";
import { MunicipalityFilter } from "./MunicipalityFilter";
import { QueueSummary } from "./QueueSummary";
import { AlarmRows } from "./QueueTable";
import { TechnicalRows } from "./TechnicalRows";
import { useMunicipalityFilter } from "./filter";
import { useQueueKeys } from "./useQueueKeys";

export function QueuePage() {
  const { t } = useLanguage();
  const { actor } = useSession();
  const view = useFeedView();
  const navigate = useNavigate();
  const { run } = useAlarmAction();
  const tellWhoHas = useTellWhoHas();
  const [chosen, choose] = useMunicipalityFilter();
  const queue = useMemo(() => sections(view?.alarms.values() ?? [], chosen), [view?.alarms, chosen]);
  const words = t.alarm.queue;
  const waiting = useMemo(() => sections(view?.alarms.values() ?? []).waiting.length, [view?.alarms]);
  const hidden = waiting - queue.waiting.length;

  const take = useCallback(
    async (alarm: Alarm) => {
      // Refused means somebody was faster; the toast says who, and the queue is still where one wants to be.
      if (await run(alarm.id, { action: "take" })) navigate(`/alarms/${alarm.id}`);
    },
    [run, navigate],
  );
  const top = queue.waiting[0] ?? queue.technical.find((alarm) => !alarm.handler);
  useQueueKeys((id) => {
    const alarm = id ? view?.alarms.get(id) : top;
    if (!alarm) return;
    if (!alarm.handler) void take(alarm);
    else if (alarm.handler.id === actor.id) navigate(`/alarms/${alarm.id}`);
    else tellWhoHas(alarm);
  });

  const tools = (
    <>
      {view && view.operators.length > 0 && (
        <span className="subtle online" title={view.operators.map((o) => o.name).join(", ")}>
          {t.alarm.live.online(view.operators.length)}
        </span>
      )}
      <MunicipalityFilter />
      <Link to="/wall" className="ds-button" data-variant="tertiary" data-size="sm" data-color="neutral">
        <MonitorIcon aria-hidden="true" />
        {words.wall}
      </Link>
    </>
  );
  const common = { me: actor.id, onTake: take };
  return (
    <Page title={words.title} tools={tools} className={view?.connection === "lost" ? "stale" : ""}>
      {!view?.ready ? (
        <Loading lines={9} />
      ) : (
        <div className="queue">
          <QueueSummary queue={queue} me={actor.id} />
          {hidden > 0 && (
            <Alert data-color="warning" data-size="sm" className="hidden-waiting">
              {words.hiddenWaiting(hidden)}{" "}
              <Button data-size="sm" variant="secondary" data-color="neutral" onClick={() => choose([])}>
                {words.filterClear}
              </Button>
            </Alert>
          )}
          <Panel title={`${words.waiting} (${queue.waiting.length})`} className="queue-panel">
            {queue.waiting.length > 0 ? (
              <AlarmRows alarms={queue.waiting} caption={words.waiting} keyOn={top?.id} {...common} />
            ) : (
              <Empty>{chosen.length > 0 ? words.noneFiltered : words.noneWaiting}</Empty>
            )}
          </Panel>
          <Panel title={`${words.inProgress} (${queue.inProgress.length})`} className="queue-panel">
            {queue.inProgress.length > 0 ? (
              <AlarmRows alarms={queue.inProgress} caption={words.inProgress} {...common} />
            ) : (
              <Empty>{words.noneInProgress}</Empty>
            )}
          </Panel>
          <Panel title={`${words.technical} (${queue.technical.length})`} className="queue-panel technical">
            {queue.technical.length > 0 ? (
              <TechnicalRows alarms={queue.technical} caption={words.technical} {...common} />
            ) : (
              <Empty>{words.noneTechnical}</Empty>
            )}
          </Panel>
        </div>
      )}
    </Page>
  );
}
