-- Read models: made from the journal alone, and made anew from it at any time.
-- Ids are ULIDs in text; times are Unix milliseconds; enumerations are numbers as in the C++ sources; an alert code is
-- group * 1000000 + item * 1000 + part.

CREATE TABLE meta(
  name TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE alarm(
  id TEXT PRIMARY KEY,
  kind INTEGER NOT NULL,
  code INTEGER NOT NULL,
  raw_code TEXT NOT NULL,
  protocol INTEGER NOT NULL,
  address TEXT NOT NULL,
  device TEXT,
  person TEXT,
  home TEXT,
  municipality INTEGER NOT NULL,
  location INTEGER NOT NULL,
  understood INTEGER NOT NULL,
  condition INTEGER NOT NULL,
  state INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  last_signal_at INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  reset_at INTEGER,
  handler TEXT,
  handler_seen_at INTEGER NOT NULL,
  first_taken_at INTEGER,
  responder TEXT,
  seen_by_person INTEGER NOT NULL,
  plan TEXT,
  step INTEGER NOT NULL,
  step_started_at INTEGER NOT NULL,
  step_deadline INTEGER,
  escalations INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  has_note INTEGER NOT NULL,
  closed_at INTEGER,
  version INTEGER NOT NULL
);
-- State 8 is closed. The queue, most urgent first; the municipality is there so that a scope is sifted in the index.
CREATE INDEX alarm_open ON alarm(priority, received_at, id, municipality) WHERE state <> 8;
CREATE INDEX alarm_open_device ON alarm(device) WHERE state <> 8;
CREATE INDEX alarm_open_person ON alarm(person) WHERE state <> 8;
-- History, newest first, and the columns key figures are counted from.
CREATE INDEX alarm_received ON alarm(received_at, id, municipality, kind, code, state, outcome, first_taken_at, closed_at);
CREATE INDEX alarm_device ON alarm(device, received_at, id);
CREATE INDEX alarm_person ON alarm(person, received_at, id);
CREATE INDEX alarm_home ON alarm(home, received_at, id);

CREATE TABLE alarm_log(
  alarm TEXT NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL, -- within the entry
  at INTEGER NOT NULL,
  step INTEGER NOT NULL,
  actor TEXT,
  to_actor TEXT,
  responder TEXT,
  plan_step INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY(alarm, position, number)
) WITHOUT ROWID;

CREATE TABLE signal(
  position INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  protocol INTEGER NOT NULL,
  address TEXT NOT NULL,
  code INTEGER NOT NULL,
  raw_code TEXT NOT NULL,
  location INTEGER NOT NULL,
  condition INTEGER NOT NULL,
  understood INTEGER NOT NULL,
  device_time INTEGER,
  device TEXT,
  alarm TEXT,
  text TEXT NOT NULL
);
CREATE INDEX signal_device ON signal(device, position) WHERE device IS NOT NULL;

CREATE TABLE device(
  id TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  model TEXT NOT NULL,
  search TEXT NOT NULL, -- address and model, folded
  municipality INTEGER NOT NULL,
  state INTEGER NOT NULL,
  person TEXT,
  home TEXT,
  plan TEXT,
  assigned_from INTEGER,
  assigned_to INTEGER,
  silence_limit INTEGER,
  heard_at INTEGER,
  battery INTEGER NOT NULL DEFAULT 0,
  mains INTEGER NOT NULL DEFAULT 0,
  contact_lost INTEGER NOT NULL DEFAULT 0
);
-- Not unique: a journal that gave one address to two devices must still be shown.
CREATE INDEX device_address ON device(address, id);
CREATE INDEX device_person ON device(person);
-- For the counts of a municipality, and to find the few that need a technician among many.
CREATE INDEX device_municipality ON device(municipality, state, contact_lost);
CREATE INDEX device_lost ON device(address, id) WHERE contact_lost = 1;
CREATE INDEX device_battery ON device(address, id) WHERE battery = 1;
CREATE INDEX device_mains ON device(address, id) WHERE mains = 3;

CREATE TABLE assignment(
  device TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  person TEXT NOT NULL,
  home TEXT,
  to_at INTEGER,
  PRIMARY KEY(device, from_at)
) WITHOUT ROWID;

CREATE TABLE plan(
  id TEXT PRIMARY KEY,
  priority_shift INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE plan_step(
  plan TEXT NOT NULL,
  number INTEGER NOT NULL,
  target INTEGER NOT NULL,
  contact TEXT,
  limit_ms INTEGER,
  weekdays INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  until_minute INTEGER NOT NULL,
  PRIMARY KEY(plan, number)
) WITHOUT ROWID;

-- Every decision about a person's details, refusals too.
CREATE TABLE access(
  position INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role INTEGER NOT NULL,
  act INTEGER NOT NULL,
  municipality INTEGER NOT NULL,
  person TEXT,
  alarm TEXT,
  basis INTEGER NOT NULL,
  refusal INTEGER NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX access_person ON access(person, position) WHERE person IS NOT NULL;

CREATE TABLE snapshot(
  position INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
);
