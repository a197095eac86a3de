import { Link } from "react-router";
import type { ServiceUserBrief } from "../api/types";
import { useLanguage } from "../app/i18n";
import type { Column } from "../ui/PagedTable";

export function useUserColumns(): Column<ServiceUserBrief>[] {
  const { t } = useLanguage();
  return [
    { title: t.common.name, cell: (u) => <Link to={`/service-users/${u.id}`}>{u.name}</Link> },
    { title: t.common.age, cell: (u) => `${t.common.sex[u.sex]}, ${t.common.years(u.age)}` },
    { title: t.common.municipality, cell: (u) => u.municipality_name },
    { title: t.common.address, cell: (u) => u.city },
    { title: t.care.openAlarms, cell: (u) => u.open_alarms, className: "number" },
  ];
}
