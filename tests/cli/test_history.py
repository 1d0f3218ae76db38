"""The log as one asks for it, and the state of an earlier moment in every list and report."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.journeys.commands import command, done, refused

from annotate.domain import Moment, iso, moment_of
from annotate.formats.wire import PUBLISHED, adapter

DAY = 86_400_000_000


@pytest.fixture
def claims(project: str) -> list[str]:
    """Two claims; of the first ada said something else than at first, and took it back; the lead decided the second."""
    first, second = [claim["id"] for claim in done("claims", "--json").json]
    done("--reviewer", "ada", "judge", first, "supported")
    done("--reviewer", "ada", "judge", first, "refuted")
    done("--reviewer", "ben", "judge", second, "supported")
    done("decide", second, "supported")
    undo_as("ada")
    return [first, second]


def undo_as(reviewer: str) -> None:
    from dataclasses import replace

    from annotate.settings import Settings
    from annotate.wiring import open_desk
    from annotate.work import undo

    desk = open_desk(Settings(project="annotate.db"))
    undo(replace(desk, reviewer=reviewer))
    desk.store.close()


def told(*words: str) -> list[str]:
    """What `log` says people did, line by line."""
    header, *lines = done("log", *words).out.splitlines()
    begin, end = header.index("what"), header.index("  on") if "  on" in header else None
    return [line[begin:end].strip() for line in lines]


def test_what_happened_to_a_claim_is_told_in_words_and_an_undo_says_what_it_undid(claims: list[str]) -> None:
    quote = done("claims", "--json").json[0]["quote"]
    lines = [line.split(f': "{quote}"')[0] for line in told("--claim", claims[0])]
    assert lines == ["claim", "supported", "refuted, was supported", "undone: refuted"]
    assert [line["kind"] for line in done("log", "--claim", claims[0], "--json").lines][-1] == "withdrawal"


def test_a_line_says_whose_entry_it_is_and_in_which_copy_and_which_was_the_one_before(claims: list[str]) -> None:
    lines = done("log", "--json").lines
    ours = [line for line in lines if line["reviewer"] == "ada"]
    assert [line["previous"] for line in ours] == [None, *(line["entry"] for line in ours[:-1])]
    assert len({line["installation"] for line in lines}) == 1
    undone = next(line for line in lines if line["kind"] == "withdrawal")
    assert (undone["claim"], undone["undone"], undone["redone"]) == (claims[0], undone["content"]["fact"], None)
    for line in done("log", "--json").out.splitlines():
        adapter(PUBLISHED["log"]).validate_json(line, strict=True, extra="forbid")


def test_it_is_sifted_by_who_and_what_and_when(claims: list[str]) -> None:
    lines = done("log", "--json").lines
    assert done("log", "--by", "ada", "--json").lines == [line for line in lines if line["reviewer"] == "ada"]
    assert done("log", "--by", "lead", "--json").lines == [line for line in lines if line["reviewer"] == ""]
    kinds = done("log", "--kind", "judgement", "--kind", "decision", "--json").lines
    assert kinds == [line for line in lines if line["kind"] in ("judgement", "decision")]
    at = lines[len(lines) // 2]["at"]
    assert done("log", "--since", at, "--json").lines == [line for line in lines if _at(line) >= moment_of(at)]
    assert done("log", "--until", at, "--json").lines == [line for line in lines if _at(line) <= moment_of(at)]
    document = done("documents", "--json").json[0]["id"]
    touching = done("log", "--document", document, "--json").lines
    assert touching == [line for line in lines if line["kind"] in TOUCHING]


TOUCHING = ("document", "description", "claim", "version", "judgement", "decision", "withdrawal")


def _at(line: dict[str, str]) -> Moment:
    return moment_of(line["at"])


def test_a_day_is_taken_whole(claims: list[str]) -> None:
    lines = done("log", "--json").lines
    first, last = lines[0]["at"][:10], lines[-1]["at"][:10]
    assert done("log", "--since", first, "--until", last, "--json").lines == lines
    assert done("log", "--as-of", last, "--json").lines == lines
    before = iso(moment_of(first) - DAY)[:10]
    assert done("log", "--until", before, "--json").lines == []
    assert done("log", "--as-of", before).err == "Nothing of that was recorded.\n"


def test_the_last_things_come_first_and_where_there_are_more_it_is_said_how_to_go_on(claims: list[str]) -> None:
    lines = done("log", "--json").lines
    page = done("log", "--newest", "--limit", "2", "--json")
    assert page.lines == lines[:-3:-1]
    assert page.err == f"There is more: add --after {lines[-2]['entry'][:11]}\n"
    again = done("log", "--newest", "--json", "--after", lines[-2]["entry"][:11])
    assert (again.lines, again.err) == (lines[-3::-1], "")
    assert done("log", "--json", "--after", lines[-2]["id"]).lines == lines[-1:]


def test_what_nobody_could_mean_is_refused_in_a_sentence(claims: list[str]) -> None:
    assert refused("log", "--by", "bne").startswith('Nobody here is called "bne".')
    assert refused("log", "--after", "ffffffff").startswith("Nothing that was recorded has an id")
    assert refused("log", "--as-of", "j1_ffff").startswith("Nothing that was recorded has an id")
    assert refused("log", "--after", "j1_").startswith("Several things have ids")
    assert "no time such as" in refused("log", "--since", "last week", code=2)
    assert refused("claims", "--as-of", "2026-13-01", code=2).startswith('--as-of "2026-13-01" is no time')
    assert "no history" in refused("agreement", "votes.csv", "--as-of", "2026-01-01", code=2)


def test_ids_of_what_a_reviewer_must_not_see_are_unknown_to_him(claims: list[str]) -> None:
    hidden = next(
        line for line in done("log", "--json").lines if (line["reviewer"], line["kind"]) == ("ada", "judgement")
    )
    for name in (hidden["id"], hidden["entry"]):
        assert "has an id" in refused("--reviewer", "ben", "log", "--after", name)
        assert "has an id" in refused("--reviewer", "ben", "claims", "--as-of", name)
        assert done("--reviewer", "ada", "log", "--as-of", name, "--json").lines


EVERYTHING = [
    ["claims", "--json"],
    ["documents", "--json"],
    ["reviewers", "--json"],
    ["disputes", "--json"],
    ["schemes", "--json"],
    ["agreement", "--json"],
    ["status", "--json"],
    ["log", "--json"],
    ["export", "-", "--include", "all"],
]


@pytest.mark.parametrize("words", EVERYTHING, ids=lambda words: words[0])
def test_every_list_and_report_reads_the_state_of_an_earlier_moment(claims: list[str], words: list[str]) -> None:
    first = claims[0]
    done("export", "-", "--include", "all")  # makes the key of the pseudonyms
    for who, verdict in (("cy", "supported"), ("ben", "refuted")):
        done("--reviewer", who, "judge", first, verdict)
    then, entry = done(*words), done("log", "--newest", "--limit", "1", "--json").lines[0]
    done("mark", done("documents", "--json").json[0]["id"], "--start", "0", "--end", "3")
    done("--reviewer", "dan", "judge", first, "refuted")
    done("decide", first, "refuted")
    done("import", _another())
    assert done(*words, "--as-of", entry["at"]).out == then.out
    assert done(*words, "--as-of", entry["id"]).out == then.out
    assert done(*words, "--as-of", entry["entry"][:12]).out == then.out
    assert done(*words, "--as-of", "2999-01-01").out == done(*words).out
    if words[0] != "schemes":
        assert done(*words).out != then.out


def _another() -> Path:
    file = Path("another.txt")
    file.write_text("Another article.", encoding="utf-8")
    return file


@pytest.mark.parametrize("words", EVERYTHING[:-1], ids=lambda words: words[0])
def test_before_the_first_fact_there_is_nothing_to_tell_and_it_is_no_error(claims: list[str], words: list[str]) -> None:
    answered = command(*words, "--as-of", "2001-01-01")
    assert answered.code == 0
    if words[0] in ("claims", "documents", "reviewers", "disputes"):
        assert answered.json == []
    assert claims[0] not in answered.out


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
class TestPaging:
    def test_on_a_terminal_lines_fit_and_go_through_the_pager(self, claims: list[str]) -> None:
        lines = shown("log", pager=f"{sys.executable} -c \"import sys; print('PAGED'); print(sys.stdin.read())\"")
        assert lines[0] == "PAGED"
        assert lines[1].startswith("at (UTC)")
        assert max(map(len, lines)) <= 80
        assert any(claims[0][:11] in line for line in lines)

    def test_json_is_for_programs_and_is_not_paged(self, claims: list[str]) -> None:
        lines = shown("log", "--json", pager="false")
        assert json.loads("".join(lines[:1]))["kind"]


def shown(*words: str, pager: str) -> list[str]:
    """What a terminal of 80 columns is sent."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "PAGER": pager, "COLUMNS": "80", "TERM": "xterm"}
    run = [sys.executable, "-m", "annotate", *words]
    with subprocess.Popen(run, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        said = b""
        while piece := _read(ours):
            said += piece
    os.close(ours)
    assert process.returncode == 0
    return said.decode().split("\r\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so where the other end is closed
        return b""
