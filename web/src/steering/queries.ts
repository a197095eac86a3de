import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client";
import type { Case, CaseDetail, Change, Run, Share, SharedCase, ShownRun, Steering, VersionDetail } from "./types";

export const useSteering = () =>
  useQuery({ queryKey: ["steering"], queryFn: () => api.get<Steering>("/steering"), staleTime: 60_000 });

export const useCases = () =>
  useQuery({ queryKey: ["cases"], queryFn: () => api.get<{ items: Case[] }>("/cases"), refetchInterval: 30_000 });

export const useCase = (id: string) =>
  useQuery({ queryKey: ["case", id], queryFn: () => api.get<CaseDetail>(`/cases/${id}`), refetchInterval: 30_000 });

/** A version never changes but for a decision, which the case's list of versions tells too. */
export const useVersion = (id: string) =>
  useQuery({
    queryKey: ["case-version", id],
    queryFn: () => api.get<VersionDetail>(`/versions/${id}`),
    staleTime: 60_000,
    enabled: id !== "",
  });

export const useChanges = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["case-changes", id],
    queryFn: () => api.get<{ items: Change[] }>(`/versions/${id}/changes`),
    staleTime: Infinity,
    enabled,
  });

export const useShares = (version: string) =>
  useQuery({ queryKey: ["shares", version], queryFn: () => api.get<{ items: Share[] }>(`/versions/${version}/shares`) });

export const useShared = (token: string) =>
  useQuery({
    queryKey: ["shared", token],
    queryFn: () => api.get<SharedCase>(`/shared/${token}`),
    retry: false,
    refetchInterval: (query) => (query.state.data?.results.some((one) => one.result === null) ? 700 : false),
  });

export function useCaseChanged() {
  const client = useQueryClient();
  return (id: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["case", id] }),
      client.invalidateQueries({ queryKey: ["cases"] }),
      client.invalidateQueries({ queryKey: ["case-version"] }),
    ]);
}

const POLL_MS = 400;
const live = (run: Run | undefined) => run?.state === "waiting" || run?.state === "running";
/** An earlier program's result that was decided on stands; today's program computes beside it, to be compared. */
const COMPARE_MS = 2_000;
const COMPARES = 60;
const comparing = (run: Run | undefined) => run?.state === "done" && run.differs === null;

export interface RunFollowed {
  run: Run | undefined;
  result: unknown;
  error: Error | null;
  cancel: () => void;
  again: () => void;
}

/** Computes on a version: asks for the run, follows it, and fetches its result. The server computes each once. */
export function useRun(version: string, shown: ShownRun): RunFollowed {
  const client = useQueryClient();
  const key = ["run", version, shown.kind, shown.parameters];
  const started = useQuery({
    queryKey: key,
    queryFn: () => api.post<Run>(`/versions/${version}/runs`, shown),
    staleTime: Infinity,
    enabled: version !== "",
  });
  const id = started.data?.id ?? "";
  const followed = useQuery({
    queryKey: ["run-state", id],
    queryFn: () => api.get<Run>(`/runs/${id}`),
    enabled: live(started.data) || comparing(started.data),
    refetchInterval: (query) => {
      const now = query.state.data ?? started.data;
      if (live(now)) return POLL_MS;
      return comparing(now) && query.state.dataUpdateCount < COMPARES ? COMPARE_MS : false;
    },
  });
  const run = followed.data ?? started.data;
  const result = useQuery({
    queryKey: ["run-result", version, shown.kind, shown.parameters],
    queryFn: () => api.get<unknown>(`/runs/${id}/result`),
    staleTime: Infinity,
    enabled: run?.state === "done",
  });
  return {
    run,
    result: result.data,
    error: started.error ?? followed.error ?? result.error,
    cancel: () => {
      void api.delete(`/runs/${id}`).then(() => client.invalidateQueries({ queryKey: ["run-state", id] }));
    },
    again: () => void client.resetQueries({ queryKey: key }),
  };
}
