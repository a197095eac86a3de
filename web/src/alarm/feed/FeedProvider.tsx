import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { keys, refreshAlarm } from "../../api/queries";
import { LiveFeed } from "./store";

const Context = createContext<LiveFeed | null>(null);

/** Opens the live feed for those who answer alarms, and lets every open page hear of changes. */
export function FeedProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [feed] = useState(
    () =>
      new LiveFeed(() => {
        // A refused connection looks like a lost one to the browser: ask whether we are still signed in.
        void client.invalidateQueries({ queryKey: keys.session });
      }),
  );
  useEffect(() => {
    feed.start();
    const off = feed.onChange((alarm) => refreshAlarm(client, alarm));
    return () => {
      off();
      feed.stop();
    };
  }, [feed, client]);
  return <Context value={feed}>{children}</Context>;
}

/** The feed, or null for roles that have none. */
export const useFeed = () => useContext(Context);

const nothing = () => () => {};

/** What the feed shows now, or null for roles that have none. */
export function useFeedView() {
  const feed = useFeed();
  return useSyncExternalStore(feed?.subscribe ?? nothing, () => feed?.getView() ?? null);
}
