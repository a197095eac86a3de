import { useLanguage } from "../../app/i18n";
import { Panel } from "../../ui/Panel";
import { percent } from "../economy/money";
import { VerdictMark } from "./Areas";
import type { Area } from "./types";

/** Each conclusion of the report, held against its own table. */
export function ClaimTable({ area }: { area: Area }) {
  const { t, language } = useLanguage();
  const words = t.decision;
  return (
    <Panel title={words.claims}>
      {area.claims.length === 0 && <p className="subtle">{words.noVerdict}</p>}
      <ul className="claims">
        {area.claims.map((claim) => (
          <li key={claim.text}>
            <p>
              <strong>{claim.text}</strong> <VerdictMark verdict={claim.verdict} />
            </p>
            <p className="subtle small">
              {words.ofWeights(percent(claim.share * 100, language, 0))} · {words.support.toLowerCase()} {words.supports[claim.support]}
              {claim.doubted_share !== null && ` · ${words.doubted.toLowerCase()}: ${percent(claim.doubted_share * 100, language, 0)}`} · {claim.source}
            </p>
          </li>
        ))}
      </ul>
      {area.doubted && <p className="subtle small">{words.doubtedHint}</p>}
    </Panel>
  );
}
