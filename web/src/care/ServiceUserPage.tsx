import { Tabs } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "react-router";
import { AlarmList } from "../alarm/AlarmList";
import { ApiProblem } from "../api/client";
import { useServiceUser } from "../api/queries";
import { useLanguage } from "../app/i18n";
import { useSession } from "../tenancy/session";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Panel";
import { Answer } from "../ui/states";
import { AccessLog } from "./AccessLog";
import { ReasonGate } from "./ReasonGate";
import { UserOverview } from "./UserOverview";

export default function ServiceUserPage() {
  const { id = "" } = useParams();
  const { t } = useLanguage();
  const { actor } = useSession();
  const client = useQueryClient();
  const query = useServiceUser(id);
  const refused = query.error instanceof ApiProblem && query.error.slug === "reason-required";
  const words = t.care;
  return (
    <Page
      title={(!refused && query.data?.name) || words.user}
      lead={!refused && query.data && `${t.common.years(query.data.age)}, ${query.data.municipality_name}`}
    >
      {refused ? (
        <ReasonGate
          id={id}
          onOpened={() => {
            // The refusal is no longer true; forget it before asking again.
            void client.resetQueries({ queryKey: ["service-user", id] });
          }}
        />
      ) : (
        <Answer query={query} lines={10}>
          {(user) => (
            <Tabs defaultValue="overview" data-size="sm">
              <Tabs.List>
                <Tabs.Tab value="overview">{words.tabs.overview}</Tabs.Tab>
                <Tabs.Tab value="alarms">{words.tabs.alarms}</Tabs.Tab>
                {actor.role !== "operator" && <Tabs.Tab value="log">{words.tabs.accessLog}</Tabs.Tab>}
              </Tabs.List>
              <Tabs.Panel value="overview">
                <UserOverview user={user} />
              </Tabs.Panel>
              <Tabs.Panel value="alarms">
                <Panel title={words.tabs.alarms}>
                  <AlarmList alarms={user.alarms} empty={words.noAlarms} />
                </Panel>
              </Tabs.Panel>
              {actor.role !== "operator" && (
                <Tabs.Panel value="log">
                  <AccessLog id={id} />
                </Tabs.Panel>
              )}
            </Tabs>
          )}
        </Answer>
      )}
    </Page>
  );
}
