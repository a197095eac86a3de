import { Button, Table } from "@digdir/designsystemet-react";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Page } from "../api/types";
import { useLanguage } from "../app/i18n";
import { Empty, Loading, Problem } from "./states";

export interface Column<T> {
  title: string;
  cell: (item: T) => ReactNode;
  className?: string;
}

export function DataTable<T>({
  caption,
  columns,
  items,
  rowKey,
}: {
  caption: string;
  columns: Column<T>[];
  items: T[];
  rowKey: (item: T) => string;
}) {
  return (
    // A wide table scrolls inside its own frame, which therefore must be reachable by keyboard.
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <Table data-size="sm" data-color="neutral" hover>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Head>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column.title} className={column.className}>
                {column.title}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {items.map((item) => (
            <Table.Row key={rowKey(item)}>
              {columns.map((column) => (
                <Table.Cell key={column.title} className={column.className}>
                  {column.cell(item)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** A list that is read page by page, with every state it can be in. */
export function PagedTable<T>({
  query,
  empty,
  ...table
}: {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  empty: string;
  caption: string;
  columns: Column<T>[];
  rowKey: (item: T) => string;
}) {
  const { t } = useLanguage();
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <DataTable items={items} {...table} />
      {query.hasNextPage && (
        <div className="more">
          <Button variant="secondary" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.common.showMore}
          </Button>
        </div>
      )}
    </>
  );
}
