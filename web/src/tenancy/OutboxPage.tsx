import { Button, Tabs } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import { useOutbox } from "../api/queries";
import type { OutboxItem } from "../api/types";
import { useLanguage } from "../app/i18n";
import { useToast } from "../app/toasts";
import { type Column, PagedTable } from "../ui/PagedTable";
import { Page } from "../ui/Page";
import { problemText } from "../ui/problems";
import { Time } from "../ui/Time";

function Items({ state }: { state: OutboxItem["state"] }) {
  const { t } = useLanguage();
  const words = t.overview.outbox;
  const toast = useToast();
  const client = useQueryClient();
  const query = useOutbox(state);
  const retry = useMutation({
    mutationFn: (id: string) => api.post(`/outbox/${id}/retry`),
    onSuccess: () => {
      toast(words.retried);
      void client.invalidateQueries({ queryKey: ["outbox"] });
    },
    onError: (error) => toast(problemText(error, t), "danger"),
  });
  const columns: Column<OutboxItem>[] = [
    { title: words.created, cell: (i) => <Time at={i.created_at} as="full" />, className: "nowrap" },
    { title: t.common.municipality, cell: (i) => i.municipality },
    { title: words.kind, cell: (i) => i.kind },
    { title: words.attempts, cell: (i) => i.attempts, className: "number" },
    { title: words.next, cell: (i) => (i.next_attempt_at ? <Time at={i.next_attempt_at} as="full" /> : "–") },
    { title: words.error, cell: (i) => i.last_error ?? "–" },
    {
      title: words.retry,
      cell: (i) => (
        <Button data-size="sm" variant="secondary" disabled={retry.isPending} onClick={() => retry.mutate(i.id)}>
          {words.retry}
        </Button>
      ),
    },
  ];
  return (
    <PagedTable
      query={query}
      empty={state === "dead" ? words.emptyDead : words.emptyWaiting}
      caption={state === "dead" ? words.dead : words.waiting}
      columns={columns}
      rowKey={(i) => i.id}
    />
  );
}

/** What is on its way to the municipalities' own systems, and what did not get there. */
export default function OutboxPage() {
  const { t } = useLanguage();
  const words = t.overview.outbox;
  return (
    <Page title={words.title} lead={words.lead}>
      <Tabs defaultValue="dead" data-size="sm">
        <Tabs.List>
          <Tabs.Tab value="dead">{words.dead}</Tabs.Tab>
          <Tabs.Tab value="waiting">{words.waiting}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="dead">
          <Items state="dead" />
        </Tabs.Panel>
        <Tabs.Panel value="waiting">
          <Items state="waiting" />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
