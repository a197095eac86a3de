import { NavLink } from "react-router";
import { useSession } from "../tenancy/session";
import { type Area, mayOpen } from "./access";
import { useLanguage } from "./i18n";

export function Navigation() {
  const { t } = useLanguage();
  const { actor } = useSession();
  const words = t.common.nav;
  const links: [Area, string, string][] = [
    ["queue", "/", words.queue],
    ["history", "/history", words.history],
    ["users", "/service-users", words.users],
    ["devices", "/devices", words.devices],
    ["municipalities", "/municipalities", words.municipalities],
    ["figures", "/figures", words.figures],
    ["steering", "/steering", words.steering],
    ["outbox", "/outbox", words.outbox],
  ];
  return (
    <nav aria-label={t.common.mainNavigation} className="main-nav">
      <ul>
        {links
          .filter(([area]) => mayOpen(actor.role, area))
          .map(([area, to, label]) => (
            <li key={area}>
              <NavLink to={to} end={to === "/"}>
                {label}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
