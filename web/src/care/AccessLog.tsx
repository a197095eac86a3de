import { useAccessLog } from "../api/queries";
import { useLanguage } from "../app/i18n";
import { useRoleName } from "../tenancy/session";
import { PagedTable } from "../ui/PagedTable";
import { Time } from "../ui/Time";

/** Who has looked at this person's information, and why; also those who were refused. */
export function AccessLog({ id }: { id: string }) {
  const { t, tx } = useLanguage();
  const roleName = useRoleName();
  const log = useAccessLog(id);
  const words = t.care.accessLog;
  return (
    <PagedTable
      query={log}
      empty={words.empty}
      caption={words.caption}
      rowKey={(e) => `${e.at}/${e.actor.id}/${e.action}`}
      columns={[
        { title: words.at, cell: (e) => <Time at={e.at} as="full" />, className: "nowrap" },
        { title: words.who, cell: (e) => `${e.actor.name} (${roleName(e.actor.role)})` },
        { title: words.action, cell: (e) => words.actions[e.action as keyof typeof words.actions] ?? e.action },
        { title: words.purpose, cell: (e) => tx(e.purpose) },
        { title: words.reason, cell: (e) => e.reason ?? "–" },
        {
          title: words.result,
          cell: (e) => (
            <span className={`mark ${e.allowed ? "mark-ok" : "mark-danger"}`}>{e.allowed ? words.allowed : words.refused}</span>
          ),
        },
      ]}
    />
  );
}
