"""How quick the search of documents is, and what its index costs beside a bare insert of the same words.

    python tests/benchmarks/search.py [PASSAGES]

Prints and asserts nothing. The documents are made up: their words are as unequally common as those of a language.
"""

import math
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.desks import project

from annotate.domain import Document
from annotate.work import Desk, index_documents, search, unindexed_documents

PARAGRAPHS = 10
"""Passages of each document."""


def texts(passages: int) -> Iterator[str]:
    """Documents whose words are as unequally common as those of a language (Zipf), some 70 of them a paragraph."""
    dice = random.Random(7)
    letters = "etaoinshrdlucmfwygpbvk"
    lexicon = ["".join(dice.choices(letters, k=2 + min(9, place.bit_length() // 2))) for place in range(50_000)]
    weights = [1 / (place + 2) for place in range(len(lexicon))]
    for start in range(0, passages, PARAGRAPHS):
        words = iter(dice.choices(lexicon, weights, k=70 * PARAGRAPHS))
        paragraphs = [" ".join(next(words) for _ in range(70)) for _ in range(PARAGRAPHS)]
        yield f"rare{start // PARAGRAPHS} " + ".\n\n".join(paragraphs)


def filled(folder: Path, passages: int) -> Desk:
    """A project with so many passages, not yet indexed."""
    with project(folder / "search.db") as lead, lead.store.writing() as ledger:
        for number, text in enumerate(texts(passages)):
            document = Document.of(text)
            ledger.add_text(document.sha256, text)
            ledger.add(document, source=f"{number}.txt")
    return replace(lead, reviewer="ada")


def indexed(desk: Desk) -> tuple[float, list[float]]:
    """Seconds that indexing took in all, and milliseconds of each batch: so long another writer may have to wait."""
    batches: list[float] = []
    begun, after = time.perf_counter(), 0
    while True:
        at = time.perf_counter()
        done = index_documents(desk, after)
        if done is None:
            return time.perf_counter() - begun, batches
        after = done.row
        batches.append((time.perf_counter() - at) * 1e3)


def bare(folder: Path, passages: int) -> float:
    """Seconds of inserting the same paragraphs into a table of SQLite's, in one transaction."""
    raw = sqlite3.connect(folder / "bare.db")
    raw.execute("CREATE TABLE passage (words TEXT)")
    parts = [part for text in texts(passages) for part in text.split("\n\n")]
    begun = time.perf_counter()
    raw.executemany("INSERT INTO passage VALUES (?)", ((part,) for part in parts))
    raw.commit()
    return time.perf_counter() - begun


def searched(desk: Desk, queries: list[str]) -> str:
    """p50 and p95 (nearest rank) of the verb, and how much it found."""
    taken, found = [], 0
    for query in queries:
        begun = time.perf_counter()
        found += len(search(desk, query))
        taken.append((time.perf_counter() - begun) * 1e3)
    ordered = sorted(taken)
    p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
    return f"p50 {statistics.median(ordered):6.1f} ms  p95 {p95:6.1f} ms  found {found / len(queries):.1f}"


def main(passages: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = filled(folder, passages)
        print(f"{unindexed_documents(desk):,} documents with {passages:,} passages")
        plain = bare(folder, passages)
        whole, batches = indexed(desk)
        print(f"indexed in {whole:.1f} s, {whole / plain:.0f} times a bare insert ({plain:.2f} s)")
        print(f"a batch takes p50 {statistics.median(batches):.0f} ms, at most {max(batches):.0f} ms")
        dice = random.Random(8)
        lexicon = next(texts(1)).split()
        rare = [f"rare{dice.randrange(passages // PARAGRAPHS)}" for _ in range(60)]
        common = sorted(set(lexicon), key=lexicon.count)[-20:] * 3
        three = [" ".join(dice.sample(lexicon, 3)) for _ in range(60)]
        starts = [word[:3] for word in dice.sample(lexicon, 60)]
        phrases = [f'"{" ".join(lexicon[at : at + 3])}"' for at in dice.sample(range(1, 60), 20)]
        named = {"rare word": rare, "common word": common, "three words": three, "three letters": starts}
        for name, queries in (named | {"phrase": phrases}).items():
            print(f"{name:14} {searched(desk, queries)}")
        desk.store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
