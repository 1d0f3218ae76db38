"""Importing: what comes in, and what does not, with file, line and reason."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.records import CLAIM, DECISION, DOCUMENT, JUDGEMENT, OTHER, records
from tests.engines import BOTH
from tests.journeys.commands import command, done, refused, state

pytestmark = BOTH

Write = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def _project(desk: Path) -> None:
    done("init")


class TestBareClaims:
    def test_are_documents_of_one_sentence(self) -> None:
        done("import", records("bare.jsonl", {"kind": "claim", "id": "7", "claim": "Flights doubled."}))
        (claim,) = done("claims", "--json").json
        assert (claim["quote"], claim["start"], claim["end"]) == ("Flights doubled.", 0, 16)

    def test_with_the_same_words_and_other_ids_stay_two(self) -> None:
        rows = [{"kind": "claim", "id": str(number), "claim": "Flights doubled."} for number in range(2)]
        done("import", records("bare.jsonl", *rows))
        assert len(done("claims", "--json").json) == 2
        done("import", records("bare.jsonl", *rows))
        assert len(done("claims", "--json").json) == 2


class TestSpans:
    @pytest.mark.parametrize(
        ("said", "reason"),
        [
            ({"quote": "flights halved"}, 'The quote "flights halved" is not in document d.'),
            ({"quote": "It said"}, 'The quote "It said" stands more than once in document d, at 0, 29.'),
            ({"start": 8, "end": 4000}, "[8, 4000) ends past the text, which has 40 characters."),
            ({"start": 8, "end": 8}, "[8, 8) is empty"),
            ({"start": 0, "end": 7, "quote": "flights"}, '[0, 7) holds "It said", not "flights".'),
            ({"start": 8}, "one offset without the other"),
            ({}, "neither offsets nor a quote"),
            ({"start": -1, "end": 4}, '"start" must be at least 0'),
            ({"start": "8", "end": 9}, '"start" must be a whole number'),
        ],
    )
    def test_that_are_not_in_the_text_are_refused_with_file_and_line(self, said: dict[str, Any], reason: str) -> None:
        claim = {"kind": "claim", "id": "c", "document": "d"} | said
        answered = command("import", records("claims.jsonl", DOCUMENT, claim))
        assert answered.code == 3
        assert answered.err.startswith("annotate: claims.jsonl:2: ")
        assert reason in answered.err
        assert done("claims", "--json").json == []

    @pytest.mark.parametrize(
        ("said", "start"), [({"prefix": "doubled. "}, 29), ({"suffix": " flights"}, 0), ({"start": 29, "end": 36}, 29)]
    )
    def test_of_a_quote_that_stands_twice_are_found_by_what_stands_around_it(
        self, said: dict[str, Any], start: int
    ) -> None:
        claim = {"kind": "claim", "document": "d", "quote": "It said"} | said
        done("import", records("claims.jsonl", DOCUMENT, claim))
        assert [claim["start"] for claim in done("claims", "--json").json] == [start]


class TestInPart:
    ROWS = (DOCUMENT, {"kind": "claim", "document": "d", "quote": "nowhere"}, CLAIM)

    def test_the_good_rows_are_kept_and_the_bad_ones_named(self) -> None:
        answered = command("import", records("records.jsonl", *self.ROWS))
        assert answered.code == 3
        assert answered.err.startswith("annotate: records.jsonl:2: ")
        assert answered.out == "Took in: 1 claim, 1 description, 1 document.\n"

    def test_strictly_one_bad_row_keeps_everything_out(self) -> None:
        before = state()
        answered = command("import", records("records.jsonl", *self.ROWS), "--strict")
        assert (answered.code, answered.out) == (1, "Took in nothing: 1 refusal, and --strict.\n")
        assert state() == before

    def test_a_dry_run_says_what_would_come_and_keeps_nothing(self) -> None:
        before = state()
        answered = command("import", records("records.jsonl", *self.ROWS), "--dry-run")
        assert (answered.code, answered.out) == (3, "Would take in: 1 claim, 1 description, 1 document.\n")
        assert state() == before

    def test_where_every_row_is_refused_nothing_is_done(self) -> None:
        before = state()
        assert command("import", records("records.jsonl", JUDGEMENT, OTHER)).code == 1
        assert state() == before

    def test_of_very_many_refusals_the_first_are_named_and_the_rest_counted(self) -> None:
        answered = command("import", records("records.jsonl", *([JUDGEMENT] * 30)))
        assert answered.err.count("\n") == 21
        assert answered.err.endswith("annotate: 10 more rows refused; --json lists them all.\n")

    def test_fields_that_mean_nothing_are_told(self) -> None:
        answered = done("import", records("records.jsonl", DOCUMENT | {"mood": "grim"}, CLAIM | {"colour": "red"}))
        assert 'The field "mood" means nothing here and was passed over (1 time).' in answered.err


class TestFiles:
    def test_of_a_folder_are_taken_in_by_name(self, write: Write) -> None:
        Path("all").mkdir()
        write("all/b.txt", "Second.\n")
        write("all/a.md", "# First\n\nText.\n")
        write("all/notes.pdf", "no")
        records("all/c.jsonl", DOCUMENT, CLAIM)
        done("import", "all")
        assert [row["source"] for row in done("documents", "--json").json] == ["all/a.md", "all/b.txt", "all/c.jsonl"]

    def test_of_an_empty_folder_are_missed(self) -> None:
        Path("none").mkdir()
        assert "holds no file that can be read" in command("import", "none").err

    def test_may_have_a_mark_of_byte_order_and_carriage_returns(self) -> None:
        rows = "\r\n".join(json.dumps(row) for row in (DOCUMENT, CLAIM)) + "\r\n\r\n"
        Path("records.jsonl").write_bytes(b"\xef\xbb\xbf" + rows.encode())
        done("import", "records.jsonl")
        assert done("claims", "--json").json[0]["quote"] == "flights had doubled"

    def test_of_text_stay_as_they_are(self) -> None:
        Path("a.txt").write_bytes(b"\xef\xbb\xbf  One\r\n\r\ntwo\xc2\xa0three \n")
        done("import", "a.txt")
        assert done("documents", "--json").json[0]["characters"] == len("  One\r\n\r\ntwo\xa0three \n")

    def test_may_have_a_line_of_many_megabytes(self) -> None:
        text = "word " * 2_000_000 + "flights had doubled"
        done("import", records("long.jsonl", DOCUMENT | {"text": text}, CLAIM))
        assert done("claims", "--json").json[0]["start"] == 10_000_000

    @pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no such names")
    def test_with_a_name_that_is_not_utf_8_are_read_all_the_same(self, desk: Path) -> None:
        (desk / "all").mkdir()
        (desk / "all" / "caf\udce9.txt").write_text("A text.\n", encoding="utf-8")
        done("import", "all")
        assert done("documents", "--json").json[0]["source"] == "all/caf\ufffd.txt"

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("latin.txt", "café\n".encode("latin-1"), "latin.txt:1: The file is not UTF-8: byte 0xe9 at offset 3"),
            ("wide.txt", "café\n".encode("utf-16"), "wide.txt: The file is UTF-16, not UTF-8."),
            ("latin.jsonl", b'{"kind":"document","text":"caf\xe9"}\n', "latin.jsonl:1: The line is not UTF-8"),
            ("empty.txt", b"", "empty.txt: The file is empty."),
            ("empty.jsonl", b"\n\n", "empty.jsonl: The file is empty."),
            ("half.jsonl", b'{"kind":"document",', "half.jsonl:1: The line is not whole JSON"),
            ("list.jsonl", b"[1]\n", "list.jsonl:1: A record must be a JSON object, but it is a list."),
            ("kind.jsonl", b'{"kind":"dokument"}\n', 'kind.jsonl: The first line is a JSON object with "kind"'),
            ("what.bin", b"\x00\x01", 'what.bin: A name with ".bin" does not say which format this is.'),
            ("gone.txt", None, "gone.txt: There is no such file."),
        ],
    )
    def test_that_cannot_be_read_are_refused_by_name(self, name: str, data: bytes | None, reason: str) -> None:
        if data is not None:
            Path(name).write_bytes(data)
        before = state()
        answered = command("import", name)
        assert answered.code == 1
        assert answered.err.startswith(f"annotate: {reason}")
        assert answered.err.count("\n") == 1
        assert state() == before


class TestEvidence:
    @pytest.mark.parametrize(
        ("evidence", "reason"),
        [
            ({"url": "javascript:alert(1)"}, '"url" must be a web address'),
            ({"url": "https://e.org", "stance": "hates"}, '"stance" must be one of'),
            ({"document": "d", "quote": "nowhere"}, 'The quote "nowhere" is not in document d.'),
            ({"document": "gone", "quote": "x"}, 'There is no document "gone"'),
            ({}, 'a "url" or a "document" is missing'),
        ],
    )
    def test_that_leads_nowhere_refuses_its_judgement(self, evidence: dict[str, Any], reason: str) -> None:
        file = records("records.jsonl", DOCUMENT, CLAIM, JUDGEMENT | {"evidence": [evidence]})
        answered = command("import", file)
        assert answered.code == 3
        assert answered.err.startswith("annotate: records.jsonl:3: ")
        assert reason in answered.err

    def test_may_be_a_passage_of_a_document_that_comes_later(self) -> None:
        later = {"kind": "document", "id": "e", "text": "The yearly table: 12 percent."}
        judged = JUDGEMENT | {"evidence": [{"document": "e", "quote": "12 percent", "stance": "refutes"}]}
        done("import", records("records.jsonl", DOCUMENT, CLAIM, judged, later))
        assert done("status", "--json").json["evidence"] == 1


def test_a_decision_that_names_no_judgements_settles_what_is_disputed() -> None:
    done("import", records("records.jsonl", DECISION, JUDGEMENT, OTHER, CLAIM, DOCUMENT))
    assert [claim["status"] for claim in done("claims", "--json").json] == ["adjudicated"]


def test_a_scheme_other_than_that_by_which_was_judged_is_refused() -> None:
    done("import", records("records.jsonl", DOCUMENT, CLAIM, JUDGEMENT))
    labels = [{"id": "yes", "name": "Yes"}, {"id": "no", "name": "No"}]
    scheme = {"kind": "scheme", "name": "two", "facets": [{"id": "verdict", "kind": "single", "labels": labels}]}
    before = state()
    assert "by which is judged here" in command("import", records("scheme.jsonl", scheme)).err
    assert state() == before


def test_no_path_is_a_usage_error() -> None:
    assert "PATH" in refused("import", code=2)
