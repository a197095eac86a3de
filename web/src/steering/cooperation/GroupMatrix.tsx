import { CheckmarkCircleIcon } from "@navikt/aksel-icons";
import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { kroner, percent } from "../economy/money";
import type { Analysis, Group, Player, Split } from "./types";

/** Above this a column for each municipality is wider than a screen. */
const MOST_COLUMNS = 30;

const keyOf = (player: Player) => String(player.number ?? player.name);

/** Those who gain most by leaving, single municipalities first asked among them, no group twice. */
function groupsOf(split: Split): Group[] {
  const { first_movers: first, largest_gains: largest } = split.stability;
  const seen = new Set<string>();
  return [...first, ...largest]
    .filter((group) => {
      const id = group.members.map(keyOf).join("+");
      return !seen.has(id) && seen.add(id);
    })
    .sort((a, b) => b.gain.ore - a.gain.ore)
    .slice(0, 12);
}

/** Who would leave, as a picture: a row for each group, a dot for each member, a bar for what it gains. */
export function GroupMatrix({ analysis, split }: { analysis: Analysis; split: Split }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  const groups = groupsOf(split);
  const title = words.leaveTitle(tx(split.title));
  if (groups.length === 0)
    return (
      <Panel title={title}>
        <p className="tool-good">
          <CheckmarkCircleIcon aria-hidden="true" /> {split.stability.all_groups_checked ? words.nobodyLeaves : words.nobodyFound}
        </p>
      </Panel>
    );
  const most = Math.max(...groups.map((group) => group.gain.ore));
  const players = analysis.players.length <= MOST_COLUMNS ? analysis.players : [];
  return (
    <Panel title={title} aside={<span className="subtle small">{words.leaveAside(split.stability.groups_better_off.toLocaleString(language === "nb" ? "nb-NO" : "en-GB"))}</span>}>
      <p className="subtle small">{words.leaveHint}</p>
      <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="group-matrix">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.gainsByLeaving}</th>
              {players.map((player) => (
                <th key={keyOf(player)} scope="col" className="group-player">
                  <span>{player.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Row key={group.members.map(keyOf).join("+")} group={group} players={players} share={group.gain.ore / most} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ group, players: columns, share }: { group: Group; players: Player[]; share: number }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  const inside = new Set(group.members.map(keyOf));
  return (
    <tr>
      <th scope="row">{group.sentence ? tx(group.sentence) : group.members.map((one) => one.name).join(", ")}</th>
      <td className="group-gain">
        <span className="group-bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.max(2, share * 100)}%` }} />
        </span>
        <span className="num">{kroner(group.gain.ore, language)}</span>
        <span className="subtle small num">
          {percent(group.gain_percent, language, 0)} · {words.othersLose(kroner(group.others_lose.ore, language))}
        </span>
      </td>
      {columns.map((player) => (
        <td key={keyOf(player)} className="group-cell">
          {inside.has(keyOf(player)) ? (
            <span className="group-dot">
              <span className="visually-hidden">{words.inGroup(player.name)}</span>
            </span>
          ) : (
            <span className="group-none" aria-hidden="true" />
          )}
        </td>
      ))}
    </tr>
  );
}
