import { useLanguage } from "../../app/i18n";
import { number, percent, short } from "../economy/money";
import { Tile } from "../tool";
import type { Analysis, Split } from "./types";

/** Does it hold at all, does this split hold, and what is at stake. */
export function CoreTiles({ analysis, split }: { analysis: Analysis; split: Split }) {
  const { t, tx, language } = useLanguage();
  const words = t.cooperation;
  const { stability } = split;
  const { empty, least_subsidy: subsidy } = analysis.core;
  const part = analysis.alone_total.ore > 0 ? (analysis.saving.ore / analysis.alone_total.ore) * 100 : 0;
  return (
    <dl className="summary steering-summary">
      <Tile
        title={words.together}
        value={short(analysis.total.ore, language)}
        note={words.againstAlone(short(analysis.alone_total.ore, language))}
      />
      <Tile
        title={words.gained}
        value={short(analysis.saving.ore, language)}
        tone={analysis.saving.ore >= 0 ? "gain" : "loss"}
        note={percent(part, language)}
      />
      <Tile
        title={words.coreTitle}
        value={empty === null ? words.coreUnknown : empty ? words.no : words.yes}
        tone={empty === null ? "" : empty ? "loss" : "gain"}
        note={empty === null ? words.coreUnknownNote : empty ? words.coreNo(short(subsidy?.ore ?? 0, language)) : words.coreYes}
      />
      <Tile
        title={words.holdsTitle}
        value={stability.in_core ? words.yes : words.no}
        tone={stability.in_core ? "gain" : "loss"}
        note={
          stability.in_core
            ? words.holdsNote(tx(split.title))
            : words.groupsBetter(
                number(stability.groups_better_off, language),
                number(stability.groups_checked, language),
                stability.all_groups_checked,
              )
        }
      />
    </dl>
  );
}
