// What the pages ask for, as TanStack queries: one key per resource, so that the live feed can refresh any of them.
import { type QueryClient, keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ApiProblem, type Query, api } from "./client";
import type {
  AccessLogEntry,
  Alarm,
  AlarmDetail,
  Device,
  DeviceDetail,
  KeyFigures,
  Municipality,
  MunicipalityDetail,
  OutboxItem,
  Page,
  SearchResult,
  ServiceUser,
  ServiceUserBrief,
  Session,
  SessionOptions,
} from "./types";

export const keys = {
  session: ["session"] as const,
  alarm: (id: string) => ["alarm", id] as const,
};

/** Refusals do not change by asking again; only silence and overload are worth a retry. */
export const retryable = (count: number, error: Error) =>
  count < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);

async function currentSession(): Promise<Session | null> {
  try {
    return await api.get<Session>("/session");
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export const useSessionQuery = () => useQuery({ queryKey: keys.session, queryFn: currentSession, staleTime: Infinity });

export const useSessionOptions = () =>
  useQuery({ queryKey: ["session", "options"], queryFn: () => api.get<SessionOptions>("/session/options") });

export const useAlarm = (id: string, pollMs: number | false) =>
  useQuery({
    queryKey: keys.alarm(id),
    queryFn: async ({ client }) => {
      const read = await api.get<AlarmDetail>(`/alarms/${id}`);
      // Asked before our own action or the feed told more: the alarm does not go back in time.
      const known = client.getQueryData<AlarmDetail>(keys.alarm(id))?.alarm;
      return known && known.version > read.alarm.version ? { ...read, alarm: known } : read;
    },
    refetchInterval: pollMs,
  });

/** A list that is read page by page with the server's cursor. */
function usePages<T>(name: string, path: string, query: Query, enabled = true) {
  return useInfiniteQuery({
    queryKey: [name, query],
    queryFn: ({ pageParam }) => api.get<Page<T>>(path, { ...query, cursor: pageParam }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor || undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
}

export const useAlarmHistory = (query: Query) => usePages<Alarm>("alarms", "/alarms", query);
export const useServiceUsers = (query: Query, enabled: boolean) =>
  usePages<ServiceUserBrief>("service-users", "/service-users", query, enabled);
export const useDevices = (query: Query) => usePages<Device>("devices", "/devices", query);
export const useAccessLog = (id: string) =>
  usePages<AccessLogEntry>("access-log", `/service-users/${id}/access-log`, { user: id });
export const useOutbox = (state: "waiting" | "dead") => usePages<OutboxItem>("outbox", "/outbox", { state });

export const useServiceUser = (id: string) =>
  useQuery({ queryKey: ["service-user", id], queryFn: () => api.get<ServiceUser>(`/service-users/${id}`) });

export const useDevice = (id: string) =>
  useQuery({ queryKey: ["device", id], queryFn: () => api.get<DeviceDetail>(`/devices/${id}`) });

export const useMunicipalities = () =>
  useQuery({
    queryKey: ["municipalities"],
    queryFn: () => api.get<{ items: Municipality[] }>("/municipalities"),
    refetchInterval: 60_000,
  });

export const useMunicipality = (number: string) =>
  useQuery({
    queryKey: ["municipality", number],
    queryFn: () => api.get<MunicipalityDetail>(`/municipalities/${number}`),
    refetchInterval: 30_000,
  });

export const useSearch = (q: string) =>
  useQuery({
    queryKey: ["search", q],
    queryFn: () => api.get<SearchResult>("/search", { q }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });

export const useKeyFigures = (query: Query, enabled = true) =>
  useQuery({
    queryKey: ["key-figures", query],
    queryFn: () => api.get<KeyFigures>("/key-figures", query),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    enabled,
  });

/** A change from the live feed: show the new state at once, and fetch what the feed does not carry (log, plan). */
export function refreshAlarm(client: QueryClient, alarm: Alarm): void {
  const key = keys.alarm(alarm.id);
  const known = client.getQueryData<AlarmDetail>(key);
  if (!known || known.alarm.version > alarm.version) return;
  client.setQueryData<AlarmDetail>(key, { ...known, alarm });
  void client.invalidateQueries({ queryKey: key });
}
