CREATE TABLE body (
	sha256 TEXT NOT NULL,
	text BLOB NOT NULL,
	characters INTEGER NOT NULL,
	PRIMARY KEY (sha256)
)
 STRICT

CREATE TABLE draft (
	reviewer TEXT NOT NULL,
	claim TEXT NOT NULL,
	field TEXT NOT NULL,
	typed TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (reviewer, claim, field)
)
 STRICT

CREATE TABLE fact (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY ("row"),
	UNIQUE (id)
)
 STRICT

CREATE TABLE local (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
)
 STRICT

CREATE TABLE writer (
	"row" INTEGER NOT NULL,
	author TEXT NOT NULL,
	installation TEXT NOT NULL,
	head TEXT,
	entries INTEGER NOT NULL,
	PRIMARY KEY ("row"),
	UNIQUE (author, installation)
)
 STRICT

CREATE TABLE about (
	fact INTEGER NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row")
)
 STRICT

CREATE TABLE document (
	fact INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	title TEXT NOT NULL,
	described INTEGER,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(sha256) REFERENCES body (sha256),
	FOREIGN KEY(described) REFERENCES fact ("row")
)
 STRICT

CREATE TABLE log (
	"row" INTEGER NOT NULL,
	digest TEXT NOT NULL,
	fact INTEGER NOT NULL,
	writer INTEGER NOT NULL,
	at INTEGER NOT NULL,
	version TEXT NOT NULL,
	previous TEXT,
	source TEXT NOT NULL,
	PRIMARY KEY ("row"),
	UNIQUE (digest),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(writer) REFERENCES writer ("row")
)
 STRICT

CREATE TABLE claim (
	fact INTEGER NOT NULL,
	document INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	version INTEGER,
	status TEXT NOT NULL,
	verdict TEXT,
	decision INTEGER,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(document) REFERENCES document (fact),
	FOREIGN KEY(version) REFERENCES fact ("row"),
	FOREIGN KEY(decision) REFERENCES fact ("row")
)
 STRICT

CREATE TABLE assignment (
	fact INTEGER NOT NULL,
	claim INTEGER NOT NULL,
	reviewer TEXT NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(claim) REFERENCES claim (fact)
)
 STRICT

CREATE TABLE decision (
	fact INTEGER NOT NULL,
	claim INTEGER NOT NULL,
	author TEXT NOT NULL,
	at INTEGER NOT NULL,
	stands INTEGER NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(claim) REFERENCES claim (fact)
)
 STRICT

CREATE TABLE judgement (
	fact INTEGER NOT NULL,
	claim INTEGER NOT NULL,
	reviewer TEXT NOT NULL,
	round INTEGER NOT NULL,
	answer TEXT NOT NULL,
	verdict TEXT NOT NULL,
	at INTEGER NOT NULL,
	milliseconds INTEGER NOT NULL,
	evidence INTEGER NOT NULL,
	source TEXT NOT NULL,
	stands INTEGER NOT NULL,
	PRIMARY KEY (fact),
	FOREIGN KEY(fact) REFERENCES fact ("row"),
	FOREIGN KEY(claim) REFERENCES claim (fact)
)
 STRICT

CREATE INDEX about_by_subject ON about (kind, subject)

CREATE INDEX assignment_by_claim ON assignment (claim)

CREATE INDEX assignment_by_reviewer ON assignment (reviewer, claim)

CREATE INDEX claim_by_status ON claim (status, fact)

CREATE INDEX claim_in_order ON claim (document, start, fact)

CREATE INDEX decision_by_claim ON decision (claim)

CREATE INDEX decision_by_time ON decision (author, at)

CREATE INDEX judgement_by_claim ON judgement (claim, reviewer)

CREATE INDEX judgement_by_reviewer ON judgement (reviewer, claim, stands, answer)

CREATE INDEX judgement_by_source ON judgement (source) WHERE source != ''

CREATE INDEX judgement_by_time ON judgement (reviewer, at)

CREATE INDEX log_by_fact ON log (fact)

CREATE INDEX log_by_writer ON log (writer, at)

CREATE TRIGGER fact_no_update BEFORE update ON fact BEGIN SELECT RAISE(ABORT, 'a recorded fact is never changed'); END

CREATE TRIGGER fact_no_delete BEFORE delete ON fact BEGIN SELECT RAISE(ABORT, 'a recorded fact is never changed'); END

CREATE TRIGGER body_no_update BEFORE update ON body BEGIN SELECT RAISE(ABORT, 'a recorded body is never changed'); END

CREATE TRIGGER body_no_delete BEFORE delete ON body BEGIN SELECT RAISE(ABORT, 'a recorded body is never changed'); END

CREATE TRIGGER log_no_update BEFORE update ON log BEGIN SELECT RAISE(ABORT, 'a recorded log is never changed'); END

CREATE TRIGGER log_no_delete BEFORE delete ON log BEGIN SELECT RAISE(ABORT, 'a recorded log is never changed'); END
