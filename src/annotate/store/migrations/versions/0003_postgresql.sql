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

ALTER TABLE document ADD COLUMN stands BIGINT NOT NULL

DROP TRIGGER fact_no_update ON fact

DROP TRIGGER body_no_update ON body

DROP TRIGGER log_no_update ON log

CREATE TABLE gap (
	digest TEXT NOT NULL,
	PRIMARY KEY (digest)
)

CREATE TABLE redacted (
	id TEXT COLLATE "C" NOT NULL,
	digest TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
)

CREATE SEQUENCE writer_row

CREATE OR REPLACE FUNCTION fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'UPDATE' THEN IF NEW."row" = OLD."row" AND NEW."id" = OLD."id" AND NEW."kind" = OLD."kind" AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.id) THEN RETURN NEW; END IF; END IF; RAISE integrity_constraint_violation USING MESSAGE = 'a recorded fact is never changed'; END $$

CREATE TRIGGER fact_no_update BEFORE update ON fact FOR EACH ROW EXECUTE FUNCTION fact_stays()

CREATE OR REPLACE FUNCTION body_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'UPDATE' THEN IF NEW."sha256" = OLD."sha256" AND NEW."characters" = OLD."characters" AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.sha256) THEN RETURN NEW; END IF; END IF; RAISE integrity_constraint_violation USING MESSAGE = 'a recorded body is never changed'; END $$

CREATE TRIGGER body_no_update BEFORE update ON body FOR EACH ROW EXECUTE FUNCTION body_stays()

CREATE OR REPLACE FUNCTION log_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'UPDATE' THEN IF NEW."row" = OLD."row" AND NEW."digest" = OLD."digest" AND NEW."fact" = OLD."fact" AND NEW."writer" = OLD."writer" AND NEW."at" = OLD."at" AND NEW."version" = OLD."version" AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.digest) THEN RETURN NEW; END IF; END IF; RAISE integrity_constraint_violation USING MESSAGE = 'a recorded log is never changed'; END $$

CREATE TRIGGER log_no_update BEFORE update ON log FOR EACH ROW EXECUTE FUNCTION log_stays()

SELECT setval('writer_row', (SELECT coalesce(max(row), 0) + 1 FROM writer), false)
