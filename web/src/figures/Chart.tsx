import { Button } from "@digdir/designsystemet-react";
import * as Plot from "@observablehq/plot";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../app/i18n";
import { type Column, DataTable } from "../ui/PagedTable";
import { Panel } from "../ui/Panel";

/** A plot with its numbers behind it: one sentence for those who listen, and the whole table for those who want it. */
export function Chart<T>({
  title,
  summary,
  plot,
  items,
  columns,
  rowKey,
  note,
}: {
  title: string;
  /** Under the drawing: how it is to be read. */
  note?: string;
  summary: string;
  plot: (width: number) => Plot.PlotOptions;
  items: T[];
  columns: Column<T>[];
  rowKey: (item: T) => string;
}) {
  const { t } = useLanguage();
  const words = t.overview.figures;
  const [table, setTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [table]);

  useEffect(() => {
    if (table || width === 0 || !box.current) return;
    const figure = Plot.plot({ width, ...plot(width) });
    // The sentence on the frame speaks for the drawing; labels on its parts would only be noise.
    for (const part of figure.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    box.current.replaceChildren(figure);
    return () => figure.remove();
  }, [table, width, plot]);

  return (
    <Panel
      title={title}
      className="chart"
      aside={
        <Button data-size="sm" variant="tertiary" onClick={() => setTable(!table)} aria-label={`${title}: ${table ? words.asPlot : words.asTable}`}>
          {table ? words.asPlot : words.asTable}
        </Button>
      }
    >
      {items.length === 0 ? (
        <p className="subtle">{words.empty}</p>
      ) : table ? (
        <DataTable caption={title} items={items} columns={columns} rowKey={rowKey} />
      ) : (
        <div ref={box} className="plot" role="img" aria-label={summary} />
      )}
      {note && items.length > 0 && <p className="subtle small">{note}</p>}
    </Panel>
  );
}
