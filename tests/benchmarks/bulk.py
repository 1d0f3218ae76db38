"""How long large imports and exports take, and in how much memory, beside bare sqlite3 and orjson in the same run.

    python tests/benchmarks/bulk.py [CLAIMS …]

Prints and asserts nothing. Each figure is that of a whole process, from its start to its end; of several runs the
quickest counts. What the bare ones do is said in tests/benchmarks/bare.py.
"""

import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BARE = Path(__file__).with_name("bare.py")
ANNOTATE = (sys.executable, "-m", "annotate")
TWICE = 200_000
"""Claims up to which everything is run three times."""


@dataclass(frozen=True)
class Taken:
    """What a process took: seconds on the clock and of the processor, and megabytes at its peak."""

    seconds: float
    computing: float
    megabytes: float

    def beside(self, bare: "Taken") -> str:
        """Both, and how many times as long it took as the bare one."""
        return (
            f"{self.seconds:6.2f} s {self.megabytes:4.0f} MB   bare {bare.seconds:6.2f} s {bare.megabytes:4.0f} MB   "
            f"{self.seconds / bare.seconds:.2f} times on the clock, {self.computing / bare.computing:.2f} of computing"
        )


def records(documents: int, claims: int, sentences: int) -> Iterator[dict[str, object]]:
    """Documents of so many sentences, each followed by claims on its first ones."""
    for number in range(documents):
        told = [f"Sentence {number} number {place} says a thing." for place in range(sentences)]
        yield {"kind": "document", "id": f"d{number}", "title": f"Report {number}", "text": " ".join(told)}
        start = 0
        for place, quote in enumerate(told[:claims]):
            span = {"start": start, "end": start + len(quote), "quote": quote}
            yield {"kind": "claim", "id": f"c{number}_{place}", "document": f"d{number}"} | span
            start += len(quote) + 1


def write(file: Path, documents: int, claims: int, sentences: int) -> None:
    """A file of these records, one a line."""
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records(documents, claims, sentences))


def took(*command: str) -> Taken:
    """Run it to its end; what it says is let go. Its modules are compiled before, as they are where it is installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Taken(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def quickest(runs: list[Taken]) -> Taken:
    """Of each measure the least, but of memory the most."""
    return Taken(
        min(run.seconds for run in runs), min(run.computing for run in runs), max(run.megabytes for run in runs)
    )


def imported(folder: Path, source: Path, times: int) -> str:
    """Both take in the file, turn by turn, each into a new and empty project; ours is left at `ours.db`."""
    ours, bare = [], []
    for _ in range(times):
        empty = folder / "empty.db"
        for file in folder.glob("*.db*"):
            file.unlink()
        took(*ANNOTATE, "--project", str(empty), "init")
        for name in ("ours.db", "bare.db"):
            shutil.copy(empty, folder / name)
        bare.append(took(sys.executable, str(BARE), "import", str(source), str(folder / "bare.db")))
        ours.append(took(*ANNOTATE, "--project", str(folder / "ours.db"), "import", str(source)))
    return quickest(ours).beside(quickest(bare))


def exported(folder: Path, times: int) -> str:
    """Both write the claims of `ours.db` as JSON Lines, turn by turn."""
    project, ours, bare = folder / "ours.db", [], []
    command = [*ANNOTATE, "--project", str(project), "export", "--include", "all", "--format", "jsonl"]
    for _ in range(times):
        for name in ("ours.jsonl", "bare.jsonl"):
            (folder / name).unlink(missing_ok=True)
        bare.append(took(sys.executable, str(BARE), "export", str(project), str(folder / "bare.jsonl")))
        ours.append(took(*command, str(folder / "ours.jsonl")))
    # Piece by piece: what this process holds would be counted as the next one's.
    if not filecmp.cmp(folder / "ours.jsonl", folder / "bare.jsonl", shallow=False):
        raise SystemExit("The bare export is not the same, so that the two cannot be compared.")
    return quickest(ours).beside(quickest(bare))


def measure(documents: int, claims: int, sentences: int) -> None:
    """Import and export so many documents with so many claims each."""
    with tempfile.TemporaryDirectory() as name:
        folder, source = Path(name), Path(name) / "source.jsonl"
        write(source, documents, claims, sentences)
        times = 3 if documents * claims <= TWICE else 1
        print(f"{documents:,} documents with {documents * claims:,} claims, {source.stat().st_size / 1e6:.0f} MB")
        print(f"  import {imported(folder, source, times)}")
        print(f"  export {exported(folder, times)}", flush=True)


def main(counts: list[int]) -> None:
    """2,000 documents with 20,000 claims, then so many claims at a hundred a document."""
    measure(2_000, 10, 140)
    for count in counts:
        measure(count // 100, 100, 110)


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [1_000_000])
