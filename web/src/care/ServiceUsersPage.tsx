import { useServiceUsers } from "../api/queries";
import { useLanguage } from "../app/i18n";
import { PagedTable } from "../ui/PagedTable";
import { Page } from "../ui/Page";
import { SearchField } from "../ui/SearchField";
import { FilterBar, MunicipalityChoice, useFilters } from "../ui/filters";
import { useUserColumns } from "./userColumns";

export default function ServiceUsersPage() {
  const { t } = useLanguage();
  const filters = useFilters();
  const q = filters.get("q");
  const municipality = filters.get("municipality");
  const users = useServiceUsers({ q, municipality }, true);
  const columns = useUserColumns();
  return (
    <Page title={t.care.usersTitle}>
      <FilterBar>
        <SearchField label={t.care.userSearch} value={q} onChange={(value) => filters.set("q", value)} />
        <MunicipalityChoice value={municipality} onChange={(value) => filters.set("municipality", value)} />
      </FilterBar>
      <PagedTable
        query={users}
        empty={t.care.noUsers}
        caption={t.care.usersTitle}
        columns={columns}
        rowKey={(u) => u.id}
      />
    </Page>
  );
}
