"""A project with facts of every kind, made by whatever version is on the path, and what that version tells of it.

    python tests/store/released/making.py TARGET TOLD

makes the project at TARGET (a path or a URL) and writes to TOLD what the commands of that version print of it. Run once
for each released schema, with that version's `src` and its own tree on PYTHONPATH; README.md tells how.
"""

import json
import sys
from contextlib import redirect_stdout
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from pathlib import Path

from tests.desks import Clock
from tests.laws.histories import REVIEWERS, SCHEME, SPANS, TEXTS, Act, add_texts, play

import annotate.work
from annotate.cli import run
from annotate.domain import Claim, Document, Evidence
from annotate.store import create_store
from annotate.work import (
    Desk,
    Draft,
    add_reviewer,
    export,
    import_files,
    keep_answer_draft,
    list_claims,
    set_values,
)

HISTORY = [
    Act("set", what="Floods"),
    Act("name", "ada", what="Ada L."),
    Act("describe", number=0, what="Nouvelles"),
    Act("assign", what="2"),
    Act("judge", "ada", 0, "refuted"),
    Act("judge", "bob", 0, "supported!"),
    Act("judge", "eve", 0, "refuted"),
    Act("judge", "ada", 1, "supported"),
    Act("judge", "bob", 1, "supported"),
    Act("undo", "bob"),
    Act("redo", "bob"),
    Act("judge", "ada", 2, "skipped"),
    Act("judge", "bob", 2, "cannot_judge"),
    Act("judge", "eve", 2, "not_a_claim"),
    Act("unanimous"),
    Act("decide", "eve", 0, "refuted"),
    Act("undo decision", "eve"),
    Act("decide", None, 0, "supported"),
    Act("correct", "bob", 3, "1"),
    Act("correct", None, 3, "2"),
    Act("correct apart", "ada", 4, "1"),
    Act("correct apart", "eve", 4, "2"),
    Act("answer apart", "ada", 3, "supported"),
    Act("answer apart", "ada", 1, "refuted"),
    Act("second round", "bob", 0, "refuted"),
    Act("decide apart", "eve", 1, "supported"),
    Act("describe apart", "bob", 1, "News"),
    Act("describe", number=1, what="News"),
    Act("judge", "eve", 4, "supported"),
    Act("undo", "eve"),
    Act("set", what=""),
]

IMPORTED = [
    {"kind": "document", "id": "d1", "title": "More flights", "text": "The agency said the flights had doubled."},
    {"kind": "claim", "id": "c1", "document": "d1", "quote": "the flights had doubled", "claimant": "The agency"},
    {"kind": "claim", "id": "c2", "claim": "A bare sentence of a data set."},
    {"kind": "judgement", "claim": "c1", "reviewer": "model-1", "verdict": "refuted", "rationale": "No."},
    {"kind": "judgement", "claim": "c2", "reviewer": "model-1", "verdict": "supported", "confidence": 3},
    {"kind": "decision", "claim": "c2", "verdict": "supported", "author": "eve"},
]

COMMANDS = ("documents", "claims", "reviewers", "schemes", "disputes", "status", "log")


def made(target: str, folder: Path) -> None:
    """The project."""
    clock = Clock()
    store = create_store(target, SCHEME, version="0.1.0", now=clock)
    lead = Desk(store, None, clock, bytes)
    with store.writing() as ledger:
        add_texts(ledger)
        documents = [ledger.add(Document.of(text), source="news.txt") for text in TEXTS]
        for document, start, end in SPANS:
            ledger.add(Claim(documents[document], start, end))
        ledger.add(SCHEME)
    for handle in REVIEWERS:
        add_reviewer(lead, handle)
    play(lead, HISTORY)
    (folder / "flights.jsonl").write_text("".join(json.dumps(record) + "\n" for record in IMPORTED))
    import_files(lead, [folder / "flights.jsonl"])
    set_values(lead, {"title": "The floods of 2020", "licence": "CC-BY-4.0"})
    evidence = Evidence(url="https://example.org/draft", stance="context")
    claim = next(iter(list_claims(lead))).claim.id
    keep_answer_draft(replace(lead, reviewer="ada"), claim, Draft("half a rea\0son", evidence=(evidence,)))
    export(lead, folder / "pseudonyms.jsonl", "jsonl", everything=True)  # draws the key
    if index_documents := getattr(annotate.work, "index_documents", None):  # search came with the second schema
        index_documents(lead)
    store.close()


def told(target: str, folder: Path) -> dict[str, object]:
    """What the commands say of the project: command → its JSON, and each line of the exports."""
    said: dict[str, object] = {}
    for name in COMMANDS:
        printed = _printed("--project", target, "--lead", name, "--json")
        said[name] = [json.loads(line) for line in printed.splitlines()] if name == "log" else json.loads(printed)
    for form in ("annotate", "jsonl", "csv"):
        everything = ["--include", "all"] if form != "annotate" else []
        _printed("--project", target, "--lead", "export", str(folder / form), "--format", form, *everything)
        said[f"export {form}"] = (folder / form).read_text(encoding="utf-8").splitlines()
    return said


def _printed(*words: str) -> str:
    with TextIOWrapper(BytesIO(), "utf-8") as out, redirect_stdout(out):
        if run(list(words)):
            raise SystemExit(f"{words} was refused")
        out.flush()
        buffer = out.buffer
        return buffer.getvalue().decode() if isinstance(buffer, BytesIO) else ""


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        made(sys.argv[1], Path(name))
        listed = [json.dumps([*item], ensure_ascii=False) for item in told(sys.argv[1], Path(name)).items()]
    Path(sys.argv[2]).write_text("".join(f"{line}\n" for line in listed), encoding="utf-8")
