import { Button, Checkbox, Dropdown } from "@digdir/designsystemet-react";
import { FunnelIcon } from "@navikt/aksel-icons";
import { useLanguage } from "../../app/i18n";
import { useSession } from "../../tenancy/session";
import { useMunicipalityFilter } from "./filter";

export function MunicipalityFilter() {
  const { t } = useLanguage();
  const session = useSession();
  const [chosen, setChosen] = useMunicipalityFilter();
  const words = t.alarm.queue;
  const choices = [...session.municipalities, { number: "0000", name: t.common.unknownMunicipality }];
  const toggle = (number: string) =>
    setChosen(chosen.includes(number) ? chosen.filter((n) => n !== number) : [...chosen, number]);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger data-size="sm" variant={chosen.length > 0 ? "primary" : "secondary"}>
        <FunnelIcon aria-hidden="true" />
        {chosen.length > 0 ? words.filterSome(chosen.length) : words.filterAll}
      </Dropdown.Trigger>
      <Dropdown data-size="sm" className="filter-menu" aria-label={words.filter}>
        <div className="filter-list">
          {choices.map(({ number, name }) => (
            <Checkbox
              key={number}
              data-size="sm"
              label={name}
              value={number}
              checked={chosen.includes(number)}
              onChange={() => toggle(number)}
            />
          ))}
        </div>
        <Button data-size="sm" variant="tertiary" disabled={chosen.length === 0} onClick={() => setChosen([])}>
          {words.filterClear}
        </Button>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
