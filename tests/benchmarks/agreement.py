"""How long an agreement report takes, and in how much memory, beside other programs in the same run.

    python tests/benchmarks/agreement.py [VOTES …] [--peers PYTHON] [--table]

Prints and asserts nothing. Each figure is that of a whole process, from its start to its end: a project's SQLite file
(or with --table a CSV file) in, coefficients out. PYTHON is one that has pandas, krippendorff, irrCAC and nltk, or some
of them; what it lacks is said to be absent. The projects are filled by SQL with the rows that judgements leave in the
tables that are counted; 4 reviewers, 4 labels, 20 % of votes missing, 40 claims a document, some documents harder.
"""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

# What is measured is begun by this process, and would be told to be as large: so it loads nothing of ours itself.

SIZES = (1_000, 10_000, 100_000, 1_000_000, 3_200_000)
CLAIMS = 40
REVIEWERS = ("ada", "bob", "eve", "max")
LABELS = ("supported", "refuted", "not_enough_evidence", "conflicting_evidence")
SHARES = (45, 30, 15, 10)

STANDING = "FROM judgement WHERE stands = 1 AND round = 1"
BARE = f"""
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute("SELECT claim, count(*) {STANDING} GROUP BY claim"): pass
"""
WITHIN = f"""
import sqlite3, sys
inner = "SELECT claim, count(*) {STANDING} GROUP BY claim"
sqlite3.connect(sys.argv[1]).execute(f"SELECT count(*) FROM ({{inner}})").fetchall()
"""
ALPHA = """
import sys
from pathlib import Path
from annotate.agreement import krippendorff_alpha
from annotate.glance import count
from annotate.report import counted
((facet, found),) = count(Path(sys.argv[1]), "verdict")
print(float(krippendorff_alpha(counted(found, facet)[0])))
"""
READ = f"""
import sqlite3, sys
import pandas
query = "SELECT claim, reviewer, verdict {STANDING}"
votes = pandas.read_sql(query, sqlite3.connect(sys.argv[1]))
"""
MATRIX = """
import numpy
claims, reviewers, labels = (pandas.factorize(votes[name]) for name in ("claim", "reviewer", "verdict"))
matrix = numpy.full((len(reviewers[1]), len(claims[1])), numpy.nan)
matrix[reviewers[0], claims[0]] = labels[0]
"""
PEERS = {
    "krippendorff": f"""{READ}{MATRIX}
import krippendorff
print(krippendorff.alpha(matrix, level_of_measurement="nominal"))
""",
    "irrCAC": f"""{READ}{MATRIX}
from irrCAC.raw import CAC
print(CAC(pandas.DataFrame(matrix.T)).krippendorff()["est"]["coefficient_value"])
""",
    "nltk": f"""
import sqlite3, sys
from nltk.metrics.agreement import AnnotationTask
query = "SELECT reviewer, claim, verdict {STANDING}"
print(AnnotationTask(data=list(sqlite3.connect(sys.argv[1]).execute(query))).alpha())
""",
}
"""Alpha alone, the quickest way that we found with each."""

TWICE = 20.0
"""Seconds up to which everything is run three times."""

LONGEST = 600.0
"""Seconds after which a peer is given up."""


def main(sizes: list[int], peers: str | None, *, table: bool) -> None:
    """Measure each size."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            print(f"\n{size:,} votes")
            of_table(Path(folder) / "votes.csv", size) if table else of_project(Path(folder) / "p.db", size, peers)


def of_table(file: Path, size: int) -> None:
    """A table of votes without a project."""
    with file.open("w", encoding="utf-8") as stream:
        stream.write("claim,reviewer,verdict,document\n")
        for document, claim, reviewer, label in votes(size):
            stream.write(f"c{document}_{claim},{reviewer},{label},d{document}\n")
    told("annotate agreement votes.csv", sys.executable, "-m", "annotate", "agreement", str(file))


def of_project(file: Path, size: int, peers: str | None) -> None:
    """A project, bare GROUP BY over the same index, and others for alpha alone."""
    subprocess.run([sys.executable, __file__, str(size), "--fill", str(file)], check=True)
    whole = ("-m", "annotate", "--project", str(file), "--lead", "agreement", "--facet", "verdict", "--no-details")
    bare = told("bare GROUP BY, its rows read by Python", sys.executable, "-c", BARE, str(file))
    told("bare GROUP BY, its rows counted by SQLite", sys.executable, "-c", WITHIN, str(file))
    report = told("annotate: every coefficient, with intervals", sys.executable, *whole)
    if bare and report:
        print(f"{report[1] / bare[1]:50.2f} times the computing of the first, {report[0] / bare[0]:.2f} of the clock")
    own = told("annotate: alpha alone", sys.executable, "-c", ALPHA, str(file))
    for name, program in PEERS.items() if peers else ():
        if subprocess.run([str(peers), "-c", f"import {name}"], capture_output=True).returncode:
            print(f"{name:45} absent")
        elif (taken := told(f"{name}: alpha alone", str(peers), "-c", program, str(file))) and own and report:
            ratios = f"{taken[1] / own[1]:.1f} times the computing of alpha alone, {taken[1] / report[1]:.1f} of all"
            print(f"{'':45} {ratios}")
    file.unlink()


def told(what: str, *command: str) -> tuple[float, float] | None:
    """Seconds on the clock and of the processor, the least of some runs; printed, with the peak of memory."""
    first = took(*command)
    if first is None:
        print(f"{what:45} failed, or took more than {LONGEST:.0f} s")
        return None
    runs = [first, *filter(None, (took(*command) for _ in range(2 if first[0] < TWICE else 0)))]
    clock, computing = (min(run[place] for run in runs) for place in (0, 1))
    print(f"{what:45} {clock:7.3f} s, {computing:7.3f} s of computing, {max(run[2] for run in runs):5.0f} MB")
    return clock, computing


def took(*command: str) -> tuple[float, float, float] | None:
    """Seconds on the clock and of the processor, and megabytes at the peak."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    limited = ["timeout", str(LONGEST), *command]
    process = subprocess.Popen(limited, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    return None if process.returncode else (seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def votes(size: int) -> Iterator[tuple[int, int, str, str]]:
    """Document, claim in it, reviewer, label."""
    dice, left, document = random.Random(7), size, -1
    while True:
        document += 1
        hard = dice.random() / 2
        for claim in range(CLAIMS):
            likely = dice.choices(LABELS, SHARES)[0]
            for reviewer in REVIEWERS:
                if dice.random() < 0.2:
                    continue
                if not left:
                    return
                left -= 1
                yield document, claim, reviewer, dice.choices(LABELS, SHARES)[0] if dice.random() < hard else likely


def fill(file: Path, size: int) -> None:
    """A project with so many votes; of their facts it has none, since none is read."""
    from annotate.domain import PRESETS
    from annotate.store import create_store

    create_store(str(file), PRESETS["averitec"], version="0.1", now=int).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("BEGIN")
        documents = size // (CLAIMS * 3) + 2
        step = CLAIMS + 1
        raw.executemany("INSERT INTO document VALUES (?, '', '', NULL, 1)", ((n * step + 1,) for n in range(documents)))
        places = ((n * step + 2 + claim, n * step + 1, claim) for n in range(documents) for claim in range(CLAIMS))
        raw.executemany("INSERT INTO claim VALUES (?, ?, ?, 0, NULL, 'open', NULL, NULL)", places)
        rows = ((documents * step + row, n * step + 2 + c, *said) for row, (n, c, *said) in enumerate(votes(size), 1))
        raw.executemany("INSERT INTO judgement VALUES (?, ?, ?, 1, 'verdict', ?, 0, 0, 0, '', 1)", rows)
        raw.execute("COMMIT")


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--peers")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--fill", type=Path, help="only fill a project")
    asked = parser.parse_args()
    if asked.fill:
        fill(asked.fill, asked.sizes[0])
        sys.exit()
    main(asked.sizes or list(SIZES), asked.peers, table=asked.table)
