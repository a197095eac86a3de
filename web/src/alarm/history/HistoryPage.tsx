import { Button } from "@digdir/designsystemet-react";
import { DownloadIcon } from "@navikt/aksel-icons";
import { useMemo } from "react";
import { address } from "../../api/client";
import { useAlarmHistory } from "../../api/queries";
import { useLanguage } from "../../app/i18n";
import { PagedTable } from "../../ui/PagedTable";
import { Page } from "../../ui/Page";
import { periodStart, useFilters } from "../../ui/filters";
import { HistoryFilters } from "./HistoryFilters";
import { useHistoryColumns } from "./columns";

const localDay = (day: string, end: boolean) => (day ? new Date(`${day}T${end ? "23:59:59" : "00:00:00"}`).toISOString() : "");

export default function HistoryPage() {
  const { t } = useLanguage();
  const filters = useFilters();
  const words = t.overview.history;
  const period = filters.get("period", "day");
  const from = filters.get("from");
  const to = filters.get("to");
  const start = useMemo(() => periodStart(period), [period]);
  const query = {
    state: filters.get("state", "all"),
    kind: filters.get("kind"),
    municipality: filters.get("municipality"),
    code: filters.get("code"),
    outcome: filters.get("outcome"),
    from: period === "custom" ? localDay(from, false) : start,
    to: period === "custom" ? localDay(to, true) : "",
  };
  const alarms = useAlarmHistory(query);
  const columns = useHistoryColumns();
  const tools = (
    <>
      {filters.any && (
        <Button data-size="sm" variant="tertiary" onClick={filters.clear}>
          {words.reset}
        </Button>
      )}
      <a className="ds-button" data-variant="secondary" data-size="sm" href={address("/alarms.csv", query)} download="alarmer.csv">
        <DownloadIcon aria-hidden="true" />
        {words.csv}
      </a>
    </>
  );
  return (
    <Page title={words.title} tools={tools}>
      <HistoryFilters filters={filters} period={period} />
      <PagedTable query={alarms} empty={words.empty} caption={words.caption} columns={columns} rowKey={(a) => a.id} />
    </Page>
  );
}
