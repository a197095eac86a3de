-- What the council saw: the results a decided version showed, with the program that computed them. They stand as the decision does.
CREATE TABLE decided_result(
  version TEXT NOT NULL REFERENCES version(id),
  run TEXT NOT NULL, -- kind and parameters
  program TEXT NOT NULL,
  at INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY(version, run)
);

CREATE TRIGGER decided_result_stays BEFORE UPDATE ON decided_result BEGIN SELECT RAISE(ABORT, 'a decision stands'); END;
CREATE TRIGGER decided_result_remains BEFORE DELETE ON decided_result BEGIN SELECT RAISE(ABORT, 'a decision stands'); END;
