import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { api } from "../api/client";
import { keys, useSessionQuery } from "../api/queries";
import type { Role, Session } from "../api/types";
import { type Area, mayOpen } from "../app/access";
import { useLanguage } from "../app/i18n";
import { Loading, Problem } from "../ui/states";

const Context = createContext<Session | null>(null);

/** Who is signed in. Only for pages inside RequireSession. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("useSession outside RequireSession");
  return session;
}

/** Sends those who are not signed in to the sign-in page, and back where they were afterwards. */
export function RequireSession() {
  const query = useSessionQuery();
  const location = useLocation();
  if (query.data)
    return (
      <Context value={query.data}>
        <Outlet />
      </Context>
    );
  if (query.data === null)
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  return (
    <main id="main" className="page">
      {query.error ? <Problem error={query.error} retry={() => void query.refetch()} /> : <Loading />}
    </main>
  );
}

export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    try {
      await api.delete("/session");
    } finally {
      // What one person has looked at must not be there for the next at the same desk.
      client.setQueryData(keys.session, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
    }
  };
}

export const useMay = (area: Area): boolean => mayOpen(useSession().actor.role, area);

export function useRoleName(): (role: Role) => string {
  const { t } = useLanguage();
  return (role) => t.common.roles[role];
}
