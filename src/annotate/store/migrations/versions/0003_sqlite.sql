DELETE FROM citation

DELETE FROM lacking

DELETE FROM assignment

DELETE FROM decision

DELETE FROM judgement

DELETE FROM claim

DELETE FROM document

DELETE FROM about

DROP INDEX judgement_by_claim

CREATE INDEX judgement_by_claim ON judgement (claim, reviewer, round, stands, answer, verdict)

DROP TABLE document

CREATE TABLE document (
	fact INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	title TEXT NOT NULL,
	described INTEGER,
	stands INTEGER NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(sha256) REFERENCES body (sha256),
	FOREIGN KEY(described) REFERENCES fact ("row")
)
 STRICT

DROP TRIGGER fact_no_update

DROP TRIGGER body_no_update

DROP TRIGGER log_no_update

CREATE TABLE gap (
	digest TEXT NOT NULL,
	PRIMARY KEY (digest)
)
 STRICT

CREATE TABLE redacted (
	id TEXT NOT NULL,
	digest TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT

CREATE TRIGGER fact_no_update BEFORE update ON fact WHEN NOT (NEW."row" = OLD."row" AND NEW."id" = OLD."id" AND NEW."kind" = OLD."kind" AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.id)) BEGIN SELECT RAISE(ABORT, 'a recorded fact is never changed'); END

CREATE TRIGGER body_no_update BEFORE update ON body WHEN NOT (NEW."sha256" = OLD."sha256" AND NEW."characters" = OLD."characters" AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.sha256)) BEGIN SELECT RAISE(ABORT, 'a recorded body is never changed'); END

CREATE TRIGGER log_no_update BEFORE update ON log WHEN NOT (NEW."row" = OLD."row" AND NEW."digest" = OLD."digest" AND NEW."fact" = OLD."fact" AND NEW."writer" = OLD."writer" AND NEW."at" = OLD."at" AND NEW."version" = OLD."version" AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.digest)) BEGIN SELECT RAISE(ABORT, 'a recorded log is never changed'); END
