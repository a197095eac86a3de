import { useSession } from "../tenancy/session";
import { useLanguage } from "./i18n";

export function DemoMark() {
  const { demo } = useSession();
  const { t } = useLanguage();
  return demo ? (
    <span className="demo" title={t.common.demoTitle}>
      {t.common.demo}
    </span>
  ) : null;
}
