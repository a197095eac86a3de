import type { ServiceUser } from "../api/types";
import { useLanguage } from "../app/i18n";
import { Facts } from "../ui/Facts";

/** How to get in. */
export function HomeAccess({ access }: { access: ServiceUser["access"] }) {
  const { t } = useLanguage();
  const words = t.workspace;
  if (!access.key_box && !access.e_lock && !access.door) return <p className="subtle">{words.noAccess}</p>;
  return (
    <Facts
      of={[
        [words.keyBox, access.key_box],
        [words.eLock, access.e_lock],
        [words.door, access.door],
      ]}
    />
  );
}
