import { useLanguage } from "../../app/i18n";
import { number, short } from "../economy/money";
import { HOURS_A_YEAR, answersOf, duration, isAlone, referenceOf, share } from "./figures";
import type { Staffing } from "./types";

/** What the figures say, most important first. */
export function useSentences(result: Staffing): string[] {
  const { t, language } = useLanguage();
  const words = t.staffing.sentences;
  const target = result.targets[0];
  const all: string[] = [];
  for (const one of result.bought)
    all.push(words.bought(number(one.person_years, language, one.person_years % 1 ? 1 : 0), one.whole_seats, number(one.seats, language, 2), number(one.hours_left_a_week, language, 0)));
  all.push(
    words.minimum(
      result.roster.minimum_on_duty,
      number(result.needed.cost.person_years.value, language, 1),
      short(result.needed.cost.pay.value.ore, language),
    ),
  );
  // Alone at the desk is one thing, alone without anybody to turn to another.
  const alone = result.alternatives.filter(isAlone);
  const quoted = (name: string) => (language === "nb" ? `«${name}»` : `“${name}”`);
  const named = (found: typeof alone) =>
    found.map((one) => `${quoted(one.name)} (${number((one.hours_alone / HOURS_A_YEAR) * 100, language, 0)} %)`).join("; ");
  const unsafe = alone.filter((one) => one.hours_below_minimum >= 1);
  const helped = alone.filter((one) => one.hours_below_minimum < 1);
  if (unsafe.length > 0) all.push(words.alone(named(unsafe), result.roster.minimum_on_duty));
  if (helped.length > 0) all.push(words.helped(named(helped)));
  const reference = referenceOf(result);
  for (const one of result.alternatives) {
    if (one.kind === "colocated" && one.against && reference && one.against.cost.ore < 0)
      all.push(words.saves(one.name, reference.name, short(-one.against.cost.ore, language), number(-one.against.person_years, language, 1)));
    if (one.connection)
      all.push(
        words.connect(
          one.connection.name,
          share(one.connection.share.value, language, 0),
          number(one.connection.extra.person_years.value, language, 1),
          short(one.connection.extra.pay.value.ore, language),
        ),
      );
  }
  for (const one of result.alternatives) {
    const within = answersOf(one)?.within[0];
    const longest = answersOf(one)?.longest_s.value;
    if (!within || !target || longest === undefined) continue;
    all.push(
      words.reaches(
        one.name,
        share(within.value, language),
        target.within_s,
        share(target.share, language),
        within.reached,
        duration(longest, language),
      ),
    );
  }
  if (result.measured_days !== undefined) all.push(words.measured(number(result.measured_days, language, 0)));
  return all;
}
