import { PadlockLockedIcon } from "@navikt/aksel-icons";
import { useLanguage } from "../app/i18n";
import type { Version } from "./types";

export function FrozenNote({ version }: { version: Pick<Version, "decision"> }) {
  const { t } = useLanguage();
  const made = version.decision;
  if (!made) return null;
  return (
    <p className="mark mark-ok frozen">
      <PadlockLockedIcon aria-hidden="true" />
      {t.steering.frozen(made.reference, made.body, made.date.split("-").reverse().join("."))}
    </p>
  );
}
