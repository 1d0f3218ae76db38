"""What a document, a name or a label holds is shown; a terminal never obeys it."""

import json
from pathlib import Path

import pytest
from tests.journeys.commands import command, done

from annotate.domain import printable

EVIL = "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202eback\u202c \u2066in\u2069 line\nbreak\r\u2028\x00\x7f"
"""What terminals obey: escapes of both kinds, a bell, C1 controls, bidi overrides and isolates, breaks, NUL, DEL."""


def harmless(text: str) -> bool:
    """Whether a terminal would only draw it, line by line."""
    return all(printable(line) == line for line in text.split("\n"))


@pytest.fixture
def _evil(desk: Path) -> None:
    """A project in which everything that can be named is named so."""
    label = {"id": "yes\u202e", "name": EVIL, "definition": EVIL}
    records = [
        {
            "kind": "scheme",
            "name": EVIL,
            "facets": [{"id": "verdict", "kind": "single", "labels": [label, {"id": "no", "name": "No"}]}],
        },
        {
            "kind": "document",
            "id": "d",
            "title": EVIL,
            "url": "https://e.org",
            "publisher": EVIL,
            "text": f"A {EVIL} B",
        },
        {"kind": "claim", "id": "c", "document": "d", "start": 0, "end": len(EVIL) + 4, "claim": EVIL},
        {"kind": "reviewer", "handle": "ada", "name": EVIL},
        {"kind": "judgement", "claim": "c", "reviewer": "ada", "verdict": "yes\u202e", "rationale": EVIL},
        {"kind": "judgement", "claim": "c", "reviewer": "ben", "verdict": "no", "flagged": True},
        {"kind": "setting", "name": "title", "value": EVIL},
    ]
    (desk / "evil.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    done("init")
    done("import", "evil.jsonl")


@pytest.mark.usefixtures("_evil")
class TestNothingSteersATerminal:
    @pytest.mark.parametrize(
        "words",
        [
            ["documents"],
            ["claims"],
            ["reviewers"],
            ["schemes"],
            ["disputes"],
            ["status"],
            ["log"],
            ["agreement"],
            ["set"],
            ["check"],
            ["adjudicate", "--policy", "majority"],
        ],
        ids=" ".join,
    )
    def test_in_a_table(self, words: list[str]) -> None:
        answered = done(*words)
        assert harmless(answered.out)
        assert harmless(answered.err)
        assert answered.out.count("\n") >= (words[0] not in ("check", "adjudicate"))

    @pytest.mark.parametrize("name", ["documents", "claims", "reviewers", "schemes", "disputes", "log", "set"])
    def test_in_json_which_keeps_it_as_data(self, name: str) -> None:
        answered = done(name, "--json")
        assert harmless(answered.out)
        told = json.dumps([json.loads(answered.out)] if name != "log" else answered.lines, ensure_ascii=False)
        assert "\u202e" in told

    @pytest.mark.parametrize(
        "words",
        [
            ["mark", "https://e.org", "--quote", EVIL.replace("\x00", "")],
            ["mark", EVIL.replace("\x00", ""), "--quote", "x"],
            ["judge", "c1_\x1b[31m", "no"],
            ["decide", "c1_", "\x1b[31m"],
            ["import", "\x1b[31m.txt"],
            ["export", "\x1b[31m/x", "--include", "all"],
            ["agreement", "\x1b[31m.csv"],
            ["agreement", "--facet", "\x1b[31m"],
            ["--project", "\x1b[31m", "status"],
            ["--reviewer", "\x1b[31m", "status"],
            ["set", "\x1b[31m=1"],
            ["\x1b[31m"],
            ["status", "--\x1b[31m"],
            ["claims", "--status", "\x1b[31m"],
            ["log", "--claim", "\x1b[31m"],
            ["log", "--as-of", "\x1b[31m"],
            ["init", "--scheme", "\x1b[31m"],
            ["reviewers", "add", "\x1b[31m"],
            ["assign", "--reviewers", "\x1b[31m", "--overlap", "1"],
        ],
        ids=lambda words: words[0].encode("unicode_escape").decode(),
    )
    def test_in_a_refusal(self, words: list[str]) -> None:
        answered = command(*words)
        assert answered.code in (1, 2)
        assert harmless(answered.err)
        assert answered.err.count("\n") == 1

    def test_a_quote_comes_out_of_an_export_as_it_is_in_the_text(self) -> None:
        (line,) = done("export", "-", "--include", "all").lines
        assert line["quote"] == f"A {EVIL} B"
        assert line["claim"] == EVIL


def test_wide_and_combining_characters_keep_the_columns_straight(desk: Path) -> None:
    done("init")
    for name, title in (("a", "漢字の題"), ("b", "Café żółć 👨‍👩‍👧‍👦"), ("c", "plain")):
        (desk / f"{name}.txt").write_text(f"{title}\n\nText {name}.\n", encoding="utf-8")
    done("import", "a.txt", "b.txt", "c.txt")
    assert "漢字の題" in done("documents").out
