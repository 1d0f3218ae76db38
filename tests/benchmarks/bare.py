"""What bulk.py measures by: imports and exports with bare sqlite3 and orjson, and nothing that is not needed for it.

The import reads the same file and writes the same rows, ids, digests and all, into the same tables with the same
indexes of a project that was made empty: by `executemany`, in batches, in one transaction, with synchronous=FULL. It
checks nothing: no field, no span, no quote, nothing that is there already. The export reads claims that nobody judged,
in the same order, and writes the same bytes.
"""

import sqlite3
import sys
import time
from collections.abc import Iterator
from hashlib import blake2b, sha256
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

BATCH = 2_000
VERSION = "0.1.0"
TABLES = {"fact": 4, "body": 3, "document": 5, "about": 3, "claim": 8, "log": 8}

Rows = dict[str, list[tuple[object, ...]]]


def digest(kind: str, written: bytes) -> str:
    """As the ledger makes them."""
    return blake2b(f"annotate/{kind}/1\n".encode() + written, digest_size=16).hexdigest()


def sorted_json(content: dict[str, object]) -> bytes:
    """Keys in order, without those that say nothing."""
    return orjson.dumps({name: value for name, value in content.items() if value}, option=orjson.OPT_SORT_KEYS)


class Bare:
    """One transaction that takes in documents and claims."""

    def __init__(self, file: Path, source: str) -> None:
        self.raw = sqlite3.connect(file, isolation_level=None)
        self.raw.execute("PRAGMA synchronous = FULL")
        self.raw.execute("PRAGMA foreign_keys = ON")
        self.raw.execute("BEGIN IMMEDIATE")
        (self.installation,) = self.raw.execute("SELECT value FROM local WHERE name = 'installation'").fetchone()
        self.raw.execute("INSERT INTO writer VALUES (1, '', ?, NULL, 0)", (self.installation,))
        self.source = source
        self.row = 0
        self.head = ""
        self.documents: dict[str, tuple[str, int]] = {}

    def take(self, lines: list[bytes]) -> None:
        """Take in a batch of records."""
        rows: Rows = {table: [] for table in TABLES}
        for line in lines:
            record = orjson.loads(line)
            (self.document if record["kind"] == "document" else self.claim)(record, rows)
        for table, width in TABLES.items():
            self.raw.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows[table])

    def document(self, record: Any, rows: Rows) -> None:
        """A document with its title."""
        text = record["text"].encode()
        name = sha256(text).hexdigest()
        identity = self.fact("document", "d", {"sha256": name}, rows)
        row = self.row
        self.fact("description", "n", {"document": identity, "title": record["title"]}, rows)
        rows["body"].append((name, text, len(record["text"])))
        rows["document"].append((row, name, record["title"], self.row, 1))
        rows["about"].append((self.row, "description", identity))
        self.documents[record["id"]] = (identity, row)

    def claim(self, record: Any, rows: Rows) -> None:
        """A claim by its offsets."""
        identity, row = self.documents[record["document"]]
        self.fact("claim", "c", {"document": identity, "span": [record["start"], record["end"]]}, rows)
        rows["claim"].append((self.row, row, record["start"], record["end"], None, "open", None, None))

    def fact(self, kind: str, letter: str, content: dict[str, object], rows: Rows) -> str:
        """A fact with its entry of the log."""
        written = sorted_json(content)
        identity = f"{letter}1_{digest(kind, written)}"
        self.row += 1
        rows["fact"].append((self.row, identity, kind, written.decode()))
        at = time.time_ns() // 1000
        named = {"fact": identity, "installation": self.installation, "at": at, "version": VERSION}
        signed = digest("entry", sorted_json(named | {"previous": self.head}))
        rows["log"].append((self.row, signed, self.row, 1, at, VERSION, self.head or None, self.source))
        self.head = signed
        return identity

    def close(self) -> None:
        """Make it durable."""
        self.raw.execute("UPDATE writer SET head = ?, entries = ?", (self.head, self.row))
        self.raw.execute("COMMIT")
        self.raw.close()


def take_in(source: Path, file: Path) -> None:
    """The import."""
    bare = Bare(file, str(source))
    with source.open("rb") as lines:
        while some := list(islice(lines, BATCH)):
            bare.take(some)
    bare.close()


CLAIMS = """
SELECT fact.id, claim.start, claim."end", document.sha256, document.title, of_document.id, claim.document
FROM claim JOIN fact ON fact.row = claim.fact JOIN document ON document.fact = claim.document
JOIN fact AS of_document ON of_document.row = claim.document
ORDER BY document.title, of_document.id, claim.start, claim."end", fact.id
"""


def lines(file: Path) -> Iterator[bytes]:
    """The lines of the export."""
    raw = sqlite3.connect(file)
    held, text = -1, ""
    for identity, start, end, sha, title, document, row in raw.execute(CLAIMS):
        if row != held:
            held, text = row, raw.execute("SELECT text FROM body WHERE sha256 = ?", (sha,)).fetchone()[0].decode()
        said = {"id": document, "title": title, "url": None, "publisher": None, "published": None, "sha256": sha}
        told = {"id": identity, "document": said, "span": {"start": start, "end": end}, "quote": text[start:end]}
        yield orjson.dumps(told | UNJUDGED, option=orjson.OPT_APPEND_NEWLINE)


UNJUDGED: dict[str, object] = {
    "claim": None,
    "claimant": None,
    "verdict": None,
    "method": None,
    "round": 1,
    "soft_label": None,
    "status": "open",
    "votes": {},
    "judgements": [],
    "evidence": [],
    "rationale": None,
}


def main(does: str, source: Path, dest: Path) -> None:
    """Import from a file into a project, or export from a project into a file."""
    if does == "import":
        take_in(source, dest)
        return
    with dest.open("wb") as stream:
        stream.writelines(lines(source))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
