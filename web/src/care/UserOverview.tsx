import type { ServiceUser } from "../api/types";
import { useLanguage } from "../app/i18n";
import { Facts } from "../ui/Facts";
import { Panel } from "../ui/Panel";
import { PhoneLink } from "../ui/PhoneLink";
import { AddressMap } from "../ui/map/HomeMap";
import { formatTime } from "../ui/time";
import { ContactList } from "./ContactList";
import { DeviceTable } from "./DeviceTable";
import { HomeAccess } from "./HomeAccess";
import { Instructions } from "./Instructions";
import { PlanSteps } from "./PlanSteps";

export function UserOverview({ user }: { user: ServiceUser }) {
  const { t, language } = useLanguage();
  const words = t.workspace;
  const { address } = user;
  const born = words.born(formatTime(`${user.born}T12:00:00Z`, "date", language));
  const place = `${address.line}, ${address.postal_code} ${address.city}`;
  return (
    <div className="workspace-columns">
      <div className="column">
        <Panel title={words.who}>
          <Facts
            of={[
              [t.common.name, user.name],
              [t.common.age, `${t.common.years(user.age)} (${born.toLowerCase()}), ${t.common.sex[user.sex].toLowerCase()}`],
              [t.common.address, place],
              [t.common.municipality, user.municipality_name],
              [t.common.phone, user.phone && <PhoneLink number={user.phone} name={user.name} />],
            ]}
          />
          <AddressMap lat={address.lat} lon={address.lon} label={place} />
        </Panel>
      </div>
      <div className="column">
        <Panel title={words.instructions} className="instructions-panel">
          <Instructions list={user.instructions} />
        </Panel>
        <Panel title={words.contacts}>
          <ContactList contacts={user.contacts} />
        </Panel>
        <Panel title={words.access}>
          <HomeAccess access={user.access} />
        </Panel>
      </div>
      <div className="column">
        <Panel title={t.care.devicesTitle}>
          <DeviceTable devices={user.devices} />
        </Panel>
        <Panel title={words.plan}>
          <PlanSteps plan={user.plan} />
        </Panel>
      </div>
    </div>
  );
}
