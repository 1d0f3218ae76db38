CREATE TABLE passage (
	row BIGINT NOT NULL,
	document BIGINT NOT NULL,
	start BIGINT NOT NULL,
	"end" BIGINT NOT NULL,
	PRIMARY KEY (row),
	FOREIGN KEY(document) REFERENCES fact (row)
)

CREATE TABLE lacking (
	judgement BIGINT NOT NULL,
	PRIMARY KEY (judgement),
	FOREIGN KEY(judgement) REFERENCES judgement (fact)
)

CREATE TABLE citation (
	judgement BIGINT NOT NULL,
	place BIGINT NOT NULL,
	source TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (judgement, place),
	FOREIGN KEY(judgement) REFERENCES judgement (fact)
)

CREATE INDEX citation_by_source ON citation (source, judgement)

CREATE INDEX passage_by_document ON passage (document, start)

CREATE TABLE passage_words ("row" BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)

CREATE INDEX passage_by_word ON passage_words USING gin (words)
