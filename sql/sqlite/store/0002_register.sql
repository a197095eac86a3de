-- Written by people: municipalities, service users, accounts. Not made from the journal, so a backup must hold it.

CREATE TABLE municipality(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  organisation_number TEXT NOT NULL,
  inhabitants INTEGER NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL
);

CREATE TABLE service_user(
  id TEXT PRIMARY KEY,
  national_id TEXT NOT NULL,
  name TEXT NOT NULL,
  search TEXT NOT NULL, -- the name folded, with a blank before each word; its byte order is the alphabet's
  born INTEGER NOT NULL, -- yyyymmdd
  sex INTEGER NOT NULL,
  municipality INTEGER NOT NULL,
  home TEXT NOT NULL,
  address_line TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  city TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL,
  key_box TEXT NOT NULL,
  e_lock TEXT NOT NULL,
  door TEXT NOT NULL,
  plan TEXT
);
CREATE INDEX service_user_search ON service_user(search, id, municipality);
CREATE INDEX service_user_municipality ON service_user(municipality);

-- Of a service user (owner = the user's id) or of a municipality (owner = its number): home care and on-call.
CREATE TABLE contact(
  owner TEXT NOT NULL,
  number INTEGER NOT NULL, -- the order in which they are called
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  relation TEXT NOT NULL,
  phone TEXT NOT NULL,
  has_key INTEGER NOT NULL,
  PRIMARY KEY(owner, number)
) WITHOUT ROWID;

CREATE TABLE instruction(
  owner TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(owner, number)
) WITHOUT ROWID;

CREATE TABLE account(
  login TEXT PRIMARY KEY,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  scope TEXT NOT NULL, -- municipality numbers, "1813 1824"
  password_hash TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE api_key(
  key_hash TEXT PRIMARY KEY,
  key_name TEXT NOT NULL,
  actor TEXT NOT NULL,
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  scope TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE device_secret(
  address TEXT PRIMARY KEY,
  ha1 TEXT NOT NULL
) WITHOUT ROWID;
