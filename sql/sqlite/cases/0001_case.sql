-- Cases of steering. Files are kept once, by what they hold; a version names its files. No personal data.
CREATE TABLE case_row(
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL -- of the newest version
) WITHOUT ROWID;

CREATE TABLE version(
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_row(id),
  number INTEGER NOT NULL,
  parent TEXT REFERENCES version(id),
  author TEXT NOT NULL,
  at INTEGER NOT NULL, -- ms since 1970, UTC
  comment TEXT NOT NULL,
  UNIQUE(case_id, number)
) WITHOUT ROWID;

CREATE TABLE file(
  hash TEXT PRIMARY KEY, -- SHA-256
  content TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE version_file(
  version TEXT NOT NULL REFERENCES version(id),
  name TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES file(hash),
  PRIMARY KEY(version, name)
) WITHOUT ROWID;

CREATE TABLE decision( -- one a version, and it stands
  version TEXT PRIMARY KEY REFERENCES version(id),
  reference TEXT NOT NULL,
  date TEXT NOT NULL, -- 2026-11-22
  body TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE share(
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL REFERENCES version(id),
  token_hash TEXT NOT NULL UNIQUE,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  revoked INTEGER
) WITHOUT ROWID;
CREATE INDEX share_version ON share(version, id);

CREATE TABLE result(
  number INTEGER PRIMARY KEY AUTOINCREMENT, -- the oldest go first
  key TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  json TEXT NOT NULL
);

-- What is saved stays as it is, whoever asks.
CREATE TRIGGER version_stays BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
CREATE TRIGGER version_file_stays BEFORE UPDATE ON version_file BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
CREATE TRIGGER version_file_remains BEFORE DELETE ON version_file BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
CREATE TRIGGER file_stays BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'a decision stands'); END;
CREATE TRIGGER decision_remains BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision stands'); END;
