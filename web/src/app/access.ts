import type { Role } from "../api/types";

/** The parts of the console. The server decides what may be read; this only decides what is offered. */
export type Area =
  | "queue"
  | "alarm"
  | "history"
  | "search"
  | "users"
  | "user"
  | "devices"
  | "municipalities"
  | "figures"
  | "steering"
  | "outbox";

const areas: Record<Role, readonly Area[]> = {
  operator: ["queue", "alarm", "history", "search", "user", "devices", "municipalities", "figures"],
  coordinator: ["alarm", "history", "search", "users", "user", "devices", "municipalities", "figures", "steering"],
  leader: ["municipalities", "figures", "steering", "outbox"],
  administrator: [
    "queue",
    "alarm",
    "history",
    "search",
    "users",
    "user",
    "devices",
    "municipalities",
    "figures",
    "outbox",
  ],
  // Systems with a key of their own; they never sign in here.
  sender: [],
  integration: [],
};

export const mayOpen = (role: Role, area: Area): boolean => areas[role].includes(area);

/** Where a role starts: those who answer alarms in the queue, the others where their own work is. */
export const startPage: Record<Role, string> = {
  operator: "/",
  administrator: "/",
  coordinator: "/municipalities",
  leader: "/figures",
  sender: "/",
  integration: "/",
};

export const actsOnAlarms = (role: Role): boolean => role === "operator" || role === "administrator";
