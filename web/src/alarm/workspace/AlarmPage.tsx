import { Alert } from "@digdir/designsystemet-react";
import { useEffect, useRef } from "react";
import { useNavigate, useParams } from "react-router";
import { useAlarm } from "../../api/queries";
import type { AlarmDetail } from "../../api/types";
import { actsOnAlarms } from "../../app/access";
import { useLanguage } from "../../app/i18n";
import { usePageTitle } from "../../app/title";
import { ContactList } from "../../care/ContactList";
import { HomeAccess } from "../../care/HomeAccess";
import { Instructions } from "../../care/Instructions";
import { PlanSteps } from "../../care/PlanSteps";
import { useSession } from "../../tenancy/session";
import { useKeys } from "../../ui/keys";
import { Panel } from "../../ui/Panel";
import { Answer } from "../../ui/states";
import { AlarmList } from "../AlarmList";
import { useFeedView } from "../feed/FeedProvider";
import { ActionBar, actionKeys } from "./ActionBar";
import { ActionDialogs } from "./ActionDialogs";
import { AlarmHead } from "./AlarmHead";
import { DevicePanel } from "./DevicePanel";
import { LogPanel } from "./LogPanel";
import { PersonPanel } from "./PersonPanel";
import { SignalPanel } from "./SignalPanel";
import { useActs } from "./useActs";

function Workspace({ detail }: { detail: AlarmDetail }) {
  const { t, tx } = useLanguage();
  const { actor } = useSession();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const { alarm, person } = detail;
  const { available, asking, stopAsking, act, send, busy } = useActs(alarm);
  const words = t.workspace;
  usePageTitle(`${tx(alarm.code_text)} ${alarm.municipality_name}`);
  // The actions' keys work at once, and a screen reader starts with what this alarm is.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [alarm.id]);

  useKeys({
    ...Object.fromEntries(actionKeys.map(([action, key]) => [key.toLowerCase(), () => act(action)])),
    Escape: () => navigate("/"),
  });

  return (
    <article className="workspace">
      <AlarmHead detail={detail} heading={heading} />
      {actsOnAlarms(actor.role) && <ActionBar available={available} state={alarm.state} onAction={act} />}
      {!alarm.understood && (
        <Alert data-color="warning" data-size="sm">
          {t.alarm.notUnderstoodLong}
        </Alert>
      )}
      {!alarm.device_id && (
        <Alert data-color="warning" data-size="sm">
          {t.alarm.unknownDeviceLong}
        </Alert>
      )}
      <div className="workspace-columns">
        <div className="column">
          <PersonPanel detail={detail} />
          {detail.same_home.length > 0 && (
            <Panel title={words.sameHome} className="same-home">
              <AlarmList alarms={detail.same_home} empty="" />
            </Panel>
          )}
          <Panel title={words.earlier}>
            <AlarmList alarms={detail.earlier} empty={words.noEarlier} />
          </Panel>
        </div>
        <div className="column">
          <Panel title={words.instructions} className="instructions-panel">
            <Instructions list={person?.instructions ?? []} />
          </Panel>
          <Panel title={words.contacts}>
            <ContactList contacts={person?.contacts ?? []} />
          </Panel>
          <Panel title={words.access}>
            {person ? <HomeAccess access={person.access} /> : <p className="subtle">{words.noAccess}</p>}
          </Panel>
          <SignalPanel detail={detail} />
        </div>
        <div className="column">
          <DevicePanel detail={detail} />
          <Panel title={words.plan}>
            <PlanSteps plan={detail.plan} step={alarm.step} />
          </Panel>
          <LogPanel log={detail.log} />
        </div>
      </div>
      <ActionDialogs
        action={asking}
        detail={detail}
        busy={busy}
        onSend={(request) => void send(request)}
        onClose={stopAsking}
      />
    </article>
  );
}

// With the live feed, changes come by themselves; the slow poll is for what the feed does not carry.
const POLL_WITH_FEED_MS = 30_000;
const POLL_ALONE_MS = 5_000;

export function AlarmPage() {
  const { id = "" } = useParams();
  const view = useFeedView();
  const query = useAlarm(id, view?.connection === "connected" ? POLL_WITH_FEED_MS : POLL_ALONE_MS);
  const { t } = useLanguage();
  usePageTitle(t.alarm.one);
  return (
    <div className="page workspace-page">
      {!query.data && <h1 className="visually-hidden">{t.alarm.one}</h1>}
      <Answer query={query} lines={12}>
        {(detail) => <Workspace key={id} detail={detail} />}
      </Answer>
    </div>
  );
}
