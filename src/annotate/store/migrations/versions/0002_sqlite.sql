CREATE TABLE passage (
	"row" INTEGER NOT NULL,
	document INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	PRIMARY KEY ("row"),
	FOREIGN KEY(document) REFERENCES fact ("row")
)
 STRICT

CREATE TABLE lacking (
	judgement INTEGER NOT NULL,
	PRIMARY KEY (judgement),
	FOREIGN KEY(judgement) REFERENCES judgement (fact)
)
 STRICT

CREATE TABLE citation (
	judgement INTEGER NOT NULL,
	place INTEGER NOT NULL,
	source TEXT NOT NULL,
	PRIMARY KEY (judgement, place),
	FOREIGN KEY(judgement) REFERENCES judgement (fact)
)
 STRICT

CREATE INDEX citation_by_source ON citation (source, judgement)

CREATE INDEX passage_by_document ON passage (document, start)

CREATE VIRTUAL TABLE passage_words USING fts5(words, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'")
