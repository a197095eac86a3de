import type { Alarm } from "../api/types";

/** An alarm for tests; only what a test is about needs to be said. */
export function anAlarm(over: Partial<Alarm> = {}): Alarm {
  return {
    id: "01A",
    kind: "alarm",
    code: "3",
    code_text: { nb: "Trygghetsalarm", en: "Social alarm" },
    raw_code: "dty=0003 stc=0010",
    protocol: "scaip",
    municipality: "1813",
    municipality_name: "Brønnøy",
    device_id: "D1",
    service_user_id: "U1",
    service_user_brief: { sex: "female", age: 84 },
    location: null,
    state: "waiting",
    priority: 3,
    received_at: "2026-11-22T08:00:00.000Z",
    changed_at: "2026-11-22T08:00:00.000Z",
    handler: null,
    responder: null,
    repeats: 0,
    last_signal_at: "2026-11-22T08:00:00.000Z",
    reset_at: null,
    step: null,
    escalations: 0,
    outcome: null,
    outcome_text: null,
    understood: true,
    note_required: false,
    version: 1,
    ...over,
  };
}
