import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { DataTable } from "../../ui/PagedTable";
import { kroner, percent, signed } from "../economy/money";
import type { Share, Split } from "./types";

/** The price of leaving, for the one who leaves and for those who stay; and the price of coming late. */
export function DoorTable({ split }: { split: Split }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  const sampled = split.municipalities.some((one) => one.low);
  const money = (title: string, of: (one: Share) => number) => ({
    title,
    cell: (one: Share) => <span className="num">{kroner(of(one), language)}</span>,
    className: "number",
  });
  return (
    <Panel title={words.doorTitle} aside={<span className="subtle small">{tx(split.title)}</span>}>
      <p className="subtle small">{words.doorHint}</p>
      <DataTable<Share>
        caption={words.doorTitle}
        items={split.municipalities}
        rowKey={(one) => String(one.number ?? one.name)}
        columns={[
          { title: words.municipality, cell: (one) => one.name },
          {
            title: words.pays,
            cell: (one) => (
              <span className="num">
                {kroner(one.pays.ore, language)}
                {sampled && one.low && one.high && (
                  <span className="subtle small interval">
                    {kroner(one.low.ore, language)} – {kroner(one.high.ore, language)}
                  </span>
                )}
              </span>
            ),
            className: "number",
          },
          {
            title: words.savesBeingIn,
            cell: (one) => (
              <span className={`num ${one.saving.ore >= 0 ? "gain" : "loss"}`}>
                {signed(one.saving.ore, language)} <span className="small">({percent(one.saving_percent, language, 0)})</span>
              </span>
            ),
            className: "number",
          },
          money(words.leavingOthers, (one) => one.leaving.others_lose.ore),
          money(words.lateLeast, (one) => one.joining_late.least.ore),
          money(words.lateMost, (one) => one.joining_late.most.ore),
        ]}
      />
    </Panel>
  );
}
