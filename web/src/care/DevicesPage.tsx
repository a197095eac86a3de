import { useDevices } from "../api/queries";
import { useLanguage } from "../app/i18n";
import { PagedTable } from "../ui/PagedTable";
import { Page } from "../ui/Page";
import { SearchField } from "../ui/SearchField";
import { Choice, FilterBar, MunicipalityChoice, useFilters } from "../ui/filters";
import { useDeviceColumns } from "./deviceColumns";

export default function DevicesPage() {
  const { t } = useLanguage();
  const filters = useFilters();
  const words = t.care;
  const q = filters.get("q");
  const municipality = filters.get("municipality");
  const status = filters.get("status", "all");
  const devices = useDevices({ q, municipality, status });
  const columns = useDeviceColumns();
  return (
    <Page title={words.devicesTitle}>
      <FilterBar>
        <SearchField label={words.deviceSearch} value={q} onChange={(value) => filters.set("q", value)} />
        <MunicipalityChoice value={municipality} onChange={(value) => filters.set("municipality", value)} />
        <Choice
          label={words.status.label}
          value={status}
          onChange={(value) => filters.set("status", value)}
          options={[
            ["all", words.status.all],
            ["lost", words.status.lost],
            ["battery", words.status.battery],
            ["ok", words.status.ok],
          ]}
        />
      </FilterBar>
      <PagedTable
        query={devices}
        empty={words.noDevices}
        caption={words.devicesTitle}
        columns={columns}
        rowKey={(d) => d.id}
      />
    </Page>
  );
}
