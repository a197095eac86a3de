import type { Alarm, FeedMessage } from "../../api/types";
import { setServerTime } from "../../ui/clock";
import { FeedConnection } from "./connection";
import { type FeedState, applyMessages, emptyFeed } from "./reducer";

export interface FeedView extends FeedState {
  connection: "connecting" | "connected" | "lost";
  lostAt: number | null;
}

// Changes that come close together are shown together; a flood must not make the page redraw for each.
const GATHER_MS = 40;

/** The live queue outside React: one connection, whatever pages come and go. */
export class LiveFeed {
  private view: FeedView = { ...emptyFeed, connection: "connecting", lostAt: null };
  private readonly listeners = new Set<() => void>();
  private readonly changeListeners = new Set<(alarm: Alarm) => void>();
  private pending: FeedMessage[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private connection: FeedConnection | null = null;
  private losses = 0;

  constructor(private readonly onRepeatedLoss: () => void) {}

  start(): void {
    this.connection ??= new FeedConnection({
      onMessage: (message) => this.receive(message),
      onConnected: () => {
        this.losses = 0;
        this.set({ ...this.view, connection: "connected", lostAt: null });
      },
      onLost: () => {
        // What has arrived must be part of the position we resume from.
        this.flush();
        if (++this.losses === 3) this.onRepeatedLoss();
        this.set({ ...this.view, connection: "lost", lostAt: this.view.lostAt ?? Date.now() });
      },
      position: () => (this.view.ready ? this.view.position : null),
    });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.connection?.stop();
    this.connection = null;
    this.pending = [];
  }

  connectNow(): void {
    this.connection?.connectNow();
  }

  getView = (): FeedView => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Each alarm that changes, once per change. */
  onChange(listener: (alarm: Alarm) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Our own action's answer can be shown before the feed confirms it. The position is left to the feed. */
  show(alarm: Alarm): void {
    const known = this.view.alarms.get(alarm.id);
    // What the feed has taken away is only brought back by the feed: our answer may be older than the closing.
    if (!known || known.version > alarm.version) return;
    const alarms = new Map(this.view.alarms);
    if (alarm.state === "closed") alarms.delete(alarm.id);
    else alarms.set(alarm.id, alarm);
    this.set({ ...this.view, alarms });
  }

  private receive(message: FeedMessage): void {
    if (message.type === "ping") setServerTime(message.server_time);
    this.pending.push(message);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending.length === 0) return;
    const messages = this.pending;
    const before = this.view.position;
    this.pending = [];
    this.set({ ...this.view, ...applyMessages(this.view, messages) });
    for (const message of messages) {
      if (message.type !== "change" || message.position <= before) continue;
      for (const listener of this.changeListeners) listener(message.alarm);
    }
  }

  private set(view: FeedView): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
