import type { FeedMessage } from "../../api/types";

const PING_LOST_MS = 11_000; // the server pings every 5 s; two missed pings and a little slack
const ALIVE_MS = 10_000;
const BACKOFF_MS = [300, 1_000, 2_000, 4_000, 8_000, 15_000];

export interface FeedListener {
  onMessage: (message: FeedMessage) => void;
  onConnected: () => void;
  onLost: () => void;
  /** The last change that has been applied, or null when a full snapshot is wanted. */
  position: () => number | null;
}

/** Keeps one WebSocket open for as long as it is wanted: notices silence, and comes back by itself. */
export class FeedConnection {
  private socket: WebSocket | null = null;
  private failures = 0;
  private heardAt = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly watch: ReturnType<typeof setInterval>;
  private readonly alive: ReturnType<typeof setInterval>;
  private readonly onOffline = () => this.drop();
  private readonly onOnline = () => this.connectNow();

  constructor(private readonly listener: FeedListener) {
    this.watch = setInterval(() => {
      if (this.socket && Date.now() - this.heardAt > PING_LOST_MS) this.drop();
    }, 1_000);
    this.alive = setInterval(() => {
      if (this.socket?.readyState === WebSocket.OPEN) this.socket.send('{"type":"alive"}');
    }, ALIVE_MS);
    window.addEventListener("offline", this.onOffline);
    window.addEventListener("online", this.onOnline);
    this.open();
  }

  connectNow(): void {
    clearTimeout(this.retryTimer);
    if (!this.socket) this.open();
  }

  stop(): void {
    clearInterval(this.watch);
    clearInterval(this.alive);
    clearTimeout(this.retryTimer);
    window.removeEventListener("offline", this.onOffline);
    window.removeEventListener("online", this.onOnline);
    this.forget();
  }

  private open(): void {
    const scheme = window.location.protocol === "https:" ? "wss" : "ws";
    const since = this.listener.position();
    const query = since === null ? "" : `?since=${since}`;
    const socket = new WebSocket(`${scheme}://${window.location.host}/api/v1/live${query}`);
    this.socket = socket;
    this.heardAt = Date.now();
    socket.onopen = () => {
      this.failures = 0;
      this.heardAt = Date.now();
      this.listener.onConnected();
    };
    socket.onmessage = (event) => {
      this.heardAt = Date.now();
      this.listener.onMessage(JSON.parse(String(event.data)) as FeedMessage);
    };
    socket.onclose = () => this.drop();
  }

  /** Gives the socket up, whatever state it is in, and tries again after a while. */
  private drop(): void {
    this.forget();
    this.listener.onLost();
    const base = BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length - 1)] ?? 0;
    this.failures += 1;
    clearTimeout(this.retryTimer);
    // Spread out, so that all consoles do not return in the same instant after a restart of the server.
    this.retryTimer = setTimeout(() => this.open(), base * (0.75 + Math.random() / 2));
  }

  private forget(): void {
    if (!this.socket) return;
    this.socket.onopen = null;
    this.socket.onmessage = null;
    this.socket.onclose = null;
    this.socket.close();
    this.socket = null;
  }
}
