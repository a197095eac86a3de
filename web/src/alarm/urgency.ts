import type { Alarm } from "../api/types";

/** Most urgent first: priority, then who has waited longest. The id settles ties, so that rows never swap places. */
export function byUrgency(a: Alarm, b: Alarm): number {
  return a.priority - b.priority || a.received_at.localeCompare(b.received_at) || a.id.localeCompare(b.id);
}

/** An unknown sender has no home municipality. */
export const unknownMunicipality = "0000";

export interface QueueSections {
  waiting: Alarm[];
  inProgress: Alarm[];
  technical: Alarm[];
}

export function sections(alarms: Iterable<Alarm>, municipalities: readonly string[] = []): QueueSections {
  const out: QueueSections = { waiting: [], inProgress: [], technical: [] };
  for (const alarm of alarms) {
    // A desk that has chosen its municipalities still sees what nobody knows where comes from.
    const chosen = municipalities.length === 0 || municipalities.includes(alarm.municipality);
    if (!chosen && alarm.municipality !== unknownMunicipality) continue;
    if (alarm.kind === "technical") out.technical.push(alarm);
    else if (alarm.state === "waiting") out.waiting.push(alarm);
    else out.inProgress.push(alarm);
  }
  out.waiting.sort(byUrgency);
  out.inProgress.sort(byUrgency);
  out.technical.sort(byUrgency);
  return out;
}

export interface TechnicalGroup {
  key: string;
  municipality: string;
  code: string;
  alarms: Alarm[];
}

/** Beyond this many notices of one kind in one municipality, one row stands for them all. */
const GROUP_FROM = 3;

/** Technical notices of one kind in one municipality, together when they are many: an outage is one thing to see. */
export function groupTechnical(alarms: Alarm[]): TechnicalGroup[] {
  const groups = new Map<string, TechnicalGroup>();
  for (const alarm of alarms) {
    const key = `${alarm.municipality}/${alarm.code}`;
    const group = groups.get(key) ?? { key, municipality: alarm.municipality, code: alarm.code, alarms: [] };
    group.alarms.push(alarm);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) =>
    group.alarms.length >= GROUP_FROM
      ? [group]
      : group.alarms.map((alarm) => ({ ...group, key: alarm.id, alarms: [alarm] })),
  );
}
