import { Alert, Heading } from "@digdir/designsystemet-react";
import { PersonIcon } from "@navikt/aksel-icons";
import { Link } from "react-router";
import type { AlarmDetail } from "../../api/types";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { PhoneLink } from "../../ui/PhoneLink";
import { formatTime } from "../../ui/time";
import { AddressMap } from "../../ui/map/HomeMap";

/** Who and where: name, age, address, map. */
export function PersonPanel({ detail }: { detail: AlarmDetail }) {
  const { t, tx, language } = useLanguage();
  const words = t.workspace;
  const { person } = detail;
  if (!person)
    return (
      <Panel title={words.who} className="person-panel">
        {detail.person_withheld ? (
          <Alert data-color="warning" data-size="sm">
            {tx(detail.person_withheld)}
          </Alert>
        ) : (
          <p className="nobody">
            <PersonIcon aria-hidden="true" />
            <strong>{words.nobody}</strong>
            <span className="subtle">{words.noPerson}</span>
          </p>
        )}
      </Panel>
    );
  const { address } = person;
  const place = `${address.line}, ${address.postal_code} ${address.city}`;
  return (
    <Panel
      title={words.who}
      className="person-panel"
      aside={<Link to={`/service-users/${person.id}`}>{words.openPerson}</Link>}
    >
      <div className="person-line">
        <div>
          <Heading level={3} data-size="xs">
            {person.name}
          </Heading>
          <p>
            {t.common.sex[person.sex]}, <strong>{t.common.years(person.age)}</strong>
            <span className="subtle"> · {words.born(formatTime(`${person.born}T12:00:00Z`, "date", language))}</span>
          </p>
        </div>
        {person.phone && <PhoneLink number={person.phone} name={person.name} strong />}
      </div>
      <address>
        <strong>{address.line}</strong>
        <span>
          {address.postal_code} {address.city}, {person.municipality_name}
        </span>
      </address>
      {person.language && person.language !== "nb" && person.language !== "no" && (
        <p className="mark mark-warning">{words.language(person.language)}</p>
      )}
      <AddressMap lat={address.lat} lon={address.lon} label={place} />
    </Panel>
  );
}
