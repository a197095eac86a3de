import { Link } from "react-router";
import { useMunicipalities } from "../api/queries";
import type { Municipality } from "../api/types";
import { useLanguage } from "../app/i18n";
import { type Column, DataTable } from "../ui/PagedTable";
import { Page } from "../ui/Page";
import { Answer, Empty } from "../ui/states";
import { formatNumber } from "../ui/time";

export default function MunicipalitiesPage() {
  const { t, language } = useLanguage();
  const query = useMunicipalities();
  const words = t.overview.municipality;
  const numbers: [string, (m: Municipality) => number][] = [
    [words.inhabitants, (m) => m.inhabitants],
    [words.users, (m) => m.service_users],
    [words.devices, (m) => m.devices],
    [words.openAlarms, (m) => m.open_alarms],
    [words.lost, (m) => m.lost_contact],
  ];
  const columns: Column<Municipality>[] = [
    {
      title: t.common.municipality,
      cell: (m) => (
        <>
          <Link to={`/municipalities/${m.number}`}>{m.name}</Link> <span className="subtle num">{m.number}</span>
        </>
      ),
    },
    ...numbers.map(([title, of]) => ({
      title,
      cell: (m: Municipality) => <span className="num">{formatNumber(of(m), language)}</span>,
      className: "number",
    })),
  ];
  return (
    <Page title={words.title}>
      <Answer query={query} lines={12}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <DataTable caption={words.title} columns={columns} items={items} rowKey={(m) => m.number} />
          )
        }
      </Answer>
    </Page>
  );
}
