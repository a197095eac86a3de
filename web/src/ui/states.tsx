import { Alert, Button, Heading, Paragraph, Skeleton } from "@digdir/designsystemet-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/client";
import { useLanguage } from "../app/i18n";
import { problemText } from "./problems";

export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useLanguage();
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{t.common.loading}</span>
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={i} variant="rectangle" height={22} width={`${96 - ((i * 17) % 38)}%`} />
      ))}
    </div>
  );
}

export function Empty({ title, children, icon }: { title?: string; children?: ReactNode; icon?: ReactNode }) {
  return (
    <div className="empty">
      {icon}
      {title && <p className="empty-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  );
}

export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useLanguage();
  const words = t.common.problems;
  const status = error instanceof ApiProblem ? error.status : 0;
  const title = status === 403 ? words.forbiddenTitle : status === 404 ? words.notFoundTitle : words.title;
  return (
    <Alert data-color={status === 403 ? "warning" : "danger"} role="alert" className="problem">
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      <Paragraph>{problemText(error, t)}</Paragraph>
      {retry && status !== 403 && status !== 404 && (
        <Button variant="secondary" onClick={retry}>
          {t.common.retry}
        </Button>
      )}
    </Alert>
  );
}

/** The four faces of a question to the server: waiting, refused or failed, and answered. */
export function Answer<T>({
  query,
  lines,
  children,
}: {
  query: UseQueryResult<T>;
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined && !(query.error instanceof ApiProblem && query.error.status === 403))
    return <>{children(query.data)}</>;
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return <Loading {...(lines !== undefined && { lines })} />;
}
