// The shapes of the HTTP API by the console's names for them. What travels over HTTP is generated from the program's OpenAPI document
// (generated/schema.ts, by tools/openapi/generate); what the live feed says over its WebSocket is declared here.
import type { components } from "./generated/schema";

type Schemas = components["schemas"];

export type Text = Schemas["Text"];
export type Person = Schemas["ActorRef"];
export type Role = Schemas["SessionActor"]["role"];

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

// Sign-in
export type SessionOptions = Schemas["SessionOptions"];
export type Session = Schemas["Session"];
export type MapSource = Schemas["MapSource"];

// Alarms
export type Alarm = Schemas["Alarm"];
export type AlarmKind = Alarm["kind"];
export type AlarmState = Alarm["state"];
export type Outcome = NonNullable<Alarm["outcome"]>;
export type Step = Schemas["PlanStepNow"];
export type StepTarget = Step["target"];
export type AlarmDetail = Schemas["AlarmDetail"];
export type LogEntry = Schemas["AlarmLogLine"];
export type LogEvent = LogEntry["event"];
export type Responder = Schemas["Responder"];
export type Operator = Schemas["Operator"];
export type Plan = Schemas["ResponsePlan"];
export type PlanStep = Schemas["PlanStep"];
export type ActionRequest = Schemas["AlarmAction"];
export type ActionName = ActionRequest["action"];

export const ALARM_STATES = [
  "waiting",
  "taken",
  "calling",
  "sent_to_responder",
  "accepted_by_responder",
  "on_site",
  "resolved",
  "closed",
] as const satisfies readonly AlarmState[];

export const OUTCOMES = [
  "real_help",
  "call_out",
  "advice",
  "false_alarm",
  "test",
  "technical",
  "other",
] as const satisfies readonly Outcome[];

export type FeedMessage =
  | { type: "snapshot"; position: number; alarms: Alarm[] }
  | { type: "change"; position: number; alarm: Alarm }
  | { type: "ping"; position: number; server_time: string }
  | { type: "operators"; operators: Person[] };

// Care
export type ServiceUser = Schemas["ServiceUser"];
export type Sex = ServiceUser["sex"];
export type Address = Schemas["Address"];
export type Contact = Schemas["Contact"];
export type ServiceUserBrief = Schemas["ServiceUserRow"];
export type AccessLogEntry = Schemas["AccessLine"];
export type Device = Schemas["Device"];
export type DeviceDetail = Schemas["DeviceDetail"];

// Municipalities, search, figures, outbox
export type Municipality = Schemas["Municipality"];
export type MunicipalityDetail = Schemas["MunicipalityDetail"];
export type SearchResult = Schemas["SearchResult"];
export type KeyFigures = Schemas["KeyFigures"];
export type OutboxItem = Schemas["OutboxMessage"];
