// The shapes of the HTTP API, in the wire's own names. Everything that travels is declared here and nowhere else.

export interface Text {
  nb: string;
  en: string;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type Role = "operator" | "coordinator" | "leader" | "administrator";

export interface Person {
  id: string;
  name: string;
}

export interface SessionOptions {
  demo: boolean;
  accounts: { account: string; name: string; role: Role; description: Text }[];
  password: boolean;
}

export interface MapSource {
  tile_url: string;
  attribution: string;
}

export interface Session {
  actor: Person & { role: Role };
  municipalities: { number: string; name: string }[];
  demo: boolean;
  version: string;
  map: MapSource | null;
  centre: { name: string; phone: string };
  server_time: string;
  handler_timeout_s: number;
}

export type AlarmKind = "alarm" | "technical";

export const ALARM_STATES = [
  "waiting",
  "taken",
  "calling",
  "sent_to_responder",
  "accepted_by_responder",
  "on_site",
  "resolved",
  "closed",
] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

export const OUTCOMES = ["real_help", "call_out", "advice", "false_alarm", "test", "technical", "other"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type StepTarget = "response_centre" | "home_care_team" | "next_of_kin" | "on_call";

export interface Step {
  index: number;
  count: number;
  target: StepTarget;
  label: Text;
  started_at: string;
  deadline: string | null;
}

export interface Alarm {
  id: string;
  kind: AlarmKind;
  code: string;
  code_text: Text;
  raw_code: string;
  protocol: "scaip" | "http" | "internal";
  municipality: string;
  municipality_name: string;
  device_id: string | null;
  service_user_id: string | null;
  service_user_brief: { sex: Sex; age: number } | null;
  location: Text | null;
  state: AlarmState;
  priority: 1 | 2 | 3 | 4 | 5;
  received_at: string;
  changed_at: string;
  handler: Person | null;
  responder: { kind: string; name: string | null } | null;
  repeats: number;
  last_signal_at: string;
  reset_at: string | null;
  step: Step | null;
  escalations: number;
  outcome: Outcome | null;
  outcome_text: string | null;
  understood: boolean;
  note_required: boolean;
  version: number;
}

export type LogEvent =
  | "received"
  | "repeat"
  | "reset"
  | "waiting"
  | "taken"
  | "calling"
  | "sent_to_responder"
  | "accepted_by_responder"
  | "on_site"
  | "note"
  | "handed_over"
  | "given_back"
  | "handler_lost"
  | "escalated"
  | "resolved"
  | "closed"
  | "reopened";

export interface LogEntry {
  at: string;
  actor: Person | null;
  event: LogEvent;
  vkp_event: string;
  text: Text;
  note: string | null;
}

export interface Responder {
  kind: string;
  id: string;
  name: string;
  phone: string;
  relation: string | null;
}

export interface PlanStep {
  target: StepTarget;
  label: Text;
  limit_s: number | null;
  hours: Text | null;
  active_now: boolean;
  current: boolean;
}

export interface Plan {
  id: string;
  name: string;
  steps: PlanStep[];
}

export interface Operator extends Person {
  online?: boolean;
}

export interface AlarmDetail {
  alarm: Alarm;
  log: LogEntry[];
  person: ServiceUser | null;
  person_withheld?: Text;
  device: Device | null;
  responders: Responder[];
  plan: Plan | null;
  earlier: Alarm[];
  same_home: Alarm[];
  call_target: { label: string; uri: string } | null;
  signal_text: string | null;
  operators: Operator[];
}

export type ActionName =
  | "take"
  | "give_back"
  | "hand_over"
  | "calling"
  | "send_to"
  | "accepted"
  | "on_site"
  | "note"
  | "resolve"
  | "close"
  | "reopen";

export interface ActionRequest {
  action: ActionName;
  to?: string;
  responder?: { kind: string; id: string };
  outcome?: Outcome;
  outcome_text?: string;
  note?: string;
}

export type FeedMessage =
  | { type: "snapshot"; position: number; alarms: Alarm[] }
  | { type: "change"; position: number; alarm: Alarm }
  | { type: "ping"; position: number; server_time: string }
  | { type: "operators"; operators: Person[] };

export type Sex = "female" | "male" | "unknown";

export interface Address {
  line: string;
  postal_code: string;
  city: string;
  /** Null when the place is not known. */
  lat: number | null;
  lon: number | null;
  home_id: string;
}

export interface Contact {
  order: number;
  id: string;
  name: string;
  relation: string;
  phone: string;
  has_key: boolean;
}

export interface ServiceUser {
  id: string;
  name: string;
  born: string;
  age: number;
  sex: Sex;
  municipality: string;
  municipality_name: string;
  address: Address;
  phone: string | null;
  language: string;
  contacts: Contact[];
  instructions: { title: string; text: string }[];
  access: { key_box: string | null; e_lock: string | null; door: string | null };
  devices: Device[];
  alarms: Alarm[];
  plan: Plan | null;
}

export interface ServiceUserBrief {
  id: string;
  name: string;
  age: number;
  sex: Sex;
  municipality: string;
  municipality_name: string;
  city: string;
  open_alarms: number;
}

export interface AccessLogEntry {
  at: string;
  actor: Person & { role: Role };
  action: string;
  purpose: Text;
  reason: string | null;
  allowed: boolean;
}

export interface Device {
  id: string;
  address: string;
  model: string;
  kind: Text;
  municipality: string;
  municipality_name: string;
  service_user_id: string | null;
  service_user_name: string | null;
  placement: Text | string | null;
  state: "in_use" | "in_store" | "withdrawn";
  last_heard_at: string | null;
  lost_contact: boolean;
  battery: "ok" | "low" | null;
  mains: "ok" | "failed" | null;
  assigned_from: string | null;
  assigned_to: string | null;
  open_alarms: number;
}

export interface DeviceDetail {
  device: Device;
  assignments: { service_user_id: string; from: string; to: string | null }[];
  alarms: Alarm[];
}

export interface Municipality {
  number: string;
  name: string;
  inhabitants: number;
  service_users: number;
  devices: number;
  open_alarms: number;
  lost_contact: number;
}

export interface MunicipalityDetail extends Municipality {
  organisation_number: string;
  home_care_teams: { id: string; name: string; phone: string }[];
  on_call: { name: string; phone: string } | null;
  /** Null for those who do not manage the outbox. */
  webhook: { configured: boolean; waiting: number; dead: number } | null;
  open: Alarm[];
  lat: number;
  lon: number;
}

export interface SearchResult {
  alarms: Alarm[];
  service_users: ServiceUserBrief[];
  devices: Device[];
  municipalities: Pick<Municipality, "number" | "name">[];
}

export interface KeyFigures {
  from: string;
  to: string;
  alarms: number;
  technical: number;
  open_now: number;
  answered: number;
  answer_time_s: { p50: number; p90: number; p99: number; within_60_share: number; within_180_share: number };
  handling_time_s: { p50: number; p90: number };
  by_hour: { hour: string; alarms: number; technical: number }[];
  by_code: { code: string; text: Text; count: number }[];
  by_municipality: { number: string; name: string; alarms: number; technical: number; per_1000_users: number }[];
  by_outcome: { outcome: Outcome; count: number }[];
}

export interface OutboxItem {
  id: string;
  municipality: string;
  kind: string;
  created_at: string;
  attempts: number;
  next_attempt_at: string | null;
  last_error: string | null;
  state: "waiting" | "dead";
}
