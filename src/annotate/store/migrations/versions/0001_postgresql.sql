CREATE TABLE body (
	sha256 TEXT COLLATE "C" NOT NULL,
	text BYTEA NOT NULL,
	characters BIGINT NOT NULL,
	PRIMARY KEY (sha256)
)

CREATE TABLE draft (
	reviewer TEXT NOT NULL,
	claim TEXT NOT NULL,
	field TEXT NOT NULL,
	typed TEXT COLLATE "C" NOT NULL,
	at BIGINT NOT NULL,
	PRIMARY KEY (reviewer, claim, field)
)

CREATE TABLE fact (
	row BIGINT NOT NULL,
	id TEXT COLLATE "C" NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	content TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (row),
	UNIQUE (id)
)

CREATE TABLE local (
	name TEXT NOT NULL,
	value TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (name)
)

CREATE TABLE writer (
	row BIGINT NOT NULL,
	author TEXT COLLATE "C" NOT NULL,
	installation TEXT COLLATE "C" NOT NULL,
	head TEXT,
	entries BIGINT NOT NULL,
	PRIMARY KEY (row),
	UNIQUE (author, installation)
)

CREATE TABLE about (
	fact BIGINT NOT NULL,
	kind TEXT COLLATE "C" NOT NULL,
	subject TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact (row)
)

CREATE TABLE document (
	fact BIGINT NOT NULL,
	sha256 TEXT COLLATE "C" NOT NULL,
	title TEXT COLLATE "C" NOT NULL,
	described BIGINT,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact (row),
	FOREIGN KEY(sha256) REFERENCES body (sha256),
	FOREIGN KEY(described) REFERENCES fact (row)
)

CREATE TABLE log (
	row BIGINT NOT NULL,
	digest TEXT NOT NULL,
	fact BIGINT NOT NULL,
	writer BIGINT NOT NULL,
	at BIGINT NOT NULL,
	version TEXT COLLATE "C" NOT NULL,
	previous TEXT,
	source TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (row),
	UNIQUE (digest),
	FOREIGN KEY(fact) REFERENCES fact (row),
	FOREIGN KEY(writer) REFERENCES writer (row)
)

CREATE TABLE claim (
	fact BIGINT NOT NULL,
	document BIGINT NOT NULL,
	start BIGINT NOT NULL,
	"end" BIGINT NOT NULL,
	version BIGINT,
	status TEXT COLLATE "C" NOT NULL,
	verdict TEXT COLLATE "C",
	decision BIGINT,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact (row),
	FOREIGN KEY(document) REFERENCES document (fact),
	FOREIGN KEY(version) REFERENCES fact (row),
	FOREIGN KEY(decision) REFERENCES fact (row)
)

CREATE TABLE assignment (
	fact BIGINT NOT NULL,
	claim BIGINT NOT NULL,
	reviewer TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact (row),
	FOREIGN KEY(claim) REFERENCES claim (fact)
)

CREATE TABLE decision (
	fact BIGINT NOT NULL,
	claim BIGINT NOT NULL,
	author TEXT COLLATE "C" NOT NULL,
	at BIGINT NOT NULL,
	stands BIGINT NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact (row),
	FOREIGN KEY(claim) REFERENCES claim (fact)
)

CREATE TABLE judgement (
	fact BIGINT NOT NULL,
	claim BIGINT NOT NULL,
	reviewer TEXT COLLATE "C" NOT NULL,
	round BIGINT NOT NULL,
	answer TEXT COLLATE "C" NOT NULL,
	verdict TEXT COLLATE "C" NOT NULL,
	at BIGINT NOT NULL,
	milliseconds BIGINT NOT NULL,
	evidence BIGINT NOT NULL,
	source TEXT COLLATE "C" NOT NULL,
	stands BIGINT NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact (row),
	FOREIGN KEY(claim) REFERENCES claim (fact)
)

CREATE INDEX about_by_subject ON about (kind, subject)

CREATE INDEX assignment_by_claim ON assignment (claim)

CREATE INDEX assignment_by_reviewer ON assignment (reviewer, claim)

CREATE INDEX claim_by_status ON claim (status, fact)

CREATE INDEX claim_in_order ON claim (document, start, fact)

CREATE INDEX decision_by_claim ON decision (claim)

CREATE INDEX decision_by_time ON decision (author, at)

CREATE INDEX judgement_by_claim ON judgement (claim, reviewer)

CREATE INDEX judgement_by_reviewer ON judgement (reviewer, claim, stands, answer)

CREATE INDEX judgement_by_source ON judgement (source) WHERE source <> ''

CREATE INDEX judgement_by_time ON judgement (reviewer, at)

CREATE INDEX log_by_fact ON log (fact)

CREATE INDEX log_by_writer ON log (writer, at)

CREATE SEQUENCE fact_row

CREATE SEQUENCE log_row

CREATE FUNCTION fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'a recorded fact is never changed'; END $$

CREATE TRIGGER fact_no_update BEFORE update ON fact FOR EACH STATEMENT EXECUTE FUNCTION fact_stays()

CREATE TRIGGER fact_no_delete BEFORE delete ON fact FOR EACH STATEMENT EXECUTE FUNCTION fact_stays()

CREATE TRIGGER fact_no_truncate BEFORE truncate ON fact FOR EACH STATEMENT EXECUTE FUNCTION fact_stays()

CREATE FUNCTION body_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'a recorded body is never changed'; END $$

CREATE TRIGGER body_no_update BEFORE update ON body FOR EACH STATEMENT EXECUTE FUNCTION body_stays()

CREATE TRIGGER body_no_delete BEFORE delete ON body FOR EACH STATEMENT EXECUTE FUNCTION body_stays()

CREATE TRIGGER body_no_truncate BEFORE truncate ON body FOR EACH STATEMENT EXECUTE FUNCTION body_stays()

CREATE FUNCTION log_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = 'a recorded log is never changed'; END $$

CREATE TRIGGER log_no_update BEFORE update ON log FOR EACH STATEMENT EXECUTE FUNCTION log_stays()

CREATE TRIGGER log_no_delete BEFORE delete ON log FOR EACH STATEMENT EXECUTE FUNCTION log_stays()

CREATE TRIGGER log_no_truncate BEFORE truncate ON log FOR EACH STATEMENT EXECUTE FUNCTION log_stays()
