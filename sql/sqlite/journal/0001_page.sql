-- One row per commit: `count` entries from `first_position` on, each with the hash of the chain up to it; `hash` is the
-- chain's after the last. No other index: positions are the only way in.
CREATE TABLE page(
  first_position INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  hash BLOB NOT NULL
);

-- The words that belong to an entry, beside the chain so that they can be erased (NULL); the entry keeps their SHA-256.
CREATE TABLE attachment(
  position INTEGER PRIMARY KEY,
  bytes BLOB
);
