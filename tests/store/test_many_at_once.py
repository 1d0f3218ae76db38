"""Many at once on one file: nothing is lost, and nobody fails."""

import subprocess
import sys

import pytest
from tests.engines import BOTH

from annotate.domain import Claim, Document
from annotate.work import Desk, check_project, list_claims, read_log, status

pytestmark = BOTH

PROCESSES = 4
EACH = 15

JUDGE = """
import sys
from itertools import count
from annotate.store import open_store
from annotate.work import Desk, Response, judge
target, who, *claims = sys.argv[1:]
store = open_store(target, version="0.1", now=count(1_600_000_000_000_000).__next__)
for claim in claims:
    print(judge(Desk(store, who, store.now, bytes), claim, Response(verdict="refuted")).id, flush=True)
store.close()
"""
"""What each process does: judge its claims, one after the other, and say the id of what was recorded."""


@pytest.mark.parametrize("reviewers", [["ada"] * PROCESSES, ["ada", "bob", "eve", "max"]], ids=["one", "four"])
def test_what_four_processes_judge_at_once_is_all_there(lead: Desk, reviewers: list[str]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz" * 4
    with lead.store.writing() as ledger:
        ledger.add_text(Document.of(text).sha256, text)
        document = ledger.add(Document.of(text))
        claims = [ledger.add(Claim(document, at, at + 1)) for at in range(PROCESSES * EACH)]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", JUDGE, lead.store.target, who, *claims[number::PROCESSES]],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number, who in enumerate(reviewers)
    ]
    said = [process.communicate() for process in started]
    assert [(process.returncode, errors) for process, (_, errors) in zip(started, said, strict=True)] == [
        (0, "")
    ] * PROCESSES
    acknowledged = {identity for output, _ in said for identity in output.split()}
    assert len(acknowledged) == PROCESSES * EACH
    assert acknowledged <= {entry.id for entry in read_log(lead)}
    assert {one.claim.judgements for one in list_claims(lead)} == {1}
    assert {one.handle: one.work.done for one in status(lead).reviewers} == {
        who: EACH * reviewers.count(who) for who in reviewers
    }
    assert check_project(lead) == []
