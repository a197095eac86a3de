import { PhoneIcon } from "@navikt/aksel-icons";
import { useLanguage } from "../app/i18n";
import { callLink, formatPhone } from "./phone";

/** Tap to call. The name is part of the link's label, so that a list of links makes sense read aloud. */
export function PhoneLink({ number, name, strong = false }: { number: string; name: string; strong?: boolean }) {
  const { t } = useLanguage();
  const shown = formatPhone(number);
  return (
    <a
      className={strong ? "phone phone-strong" : "phone"}
      href={callLink(number)}
      aria-label={`${t.workspace.callPhone(name)}, ${shown}`}
    >
      <PhoneIcon aria-hidden="true" />
      <span className="num">{shown}</span>
    </a>
  );
}
