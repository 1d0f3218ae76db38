"""The bytes are the promise: what each writer writes equals its golden file, and keeps doing so."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import Answer, Evidence, Judgement, Status
from annotate.errors import Unknown
from annotate.formats import FORMATS, Refused, read, writer_of
from annotate.formats.csv import inert
from annotate.formats.wire import (
    AssignmentRecord,
    ClaimRecord,
    DatasetClaim,
    DatasetDocument,
    DatasetEvidence,
    DatasetJudgement,
    DatasetSpan,
    DecisionRecord,
    DescriptionRecord,
    DocumentRecord,
    EvidenceRecord,
    FacetRecord,
    JudgementRecord,
    KeyRecord,
    LabelRecord,
    Record,
    Recording,
    ReviewerRecord,
    SchemeRecord,
    SettingRecord,
    VersionRecord,
    WithdrawalRecord,
)

GOLDEN = Path(__file__).parent / "golden"

TEXT = "“Café”\r\n15\u00a0000 \u200fسامي\u200f 👨‍👩‍👧‍👦\0\u2028[/bold]\t*cafe\u0301*\n"
AT = "2021-11-18T09:30:00.123456Z"
RECORDED = (Recording(author="ada", installation="laptop", at=AT, version="0.1.0", previous="9f"),)
PIECE = Evidence(url="https://example.org/ü?a=1&b=“2”", quote="=1+1", stance="refutes", published="2021-11", set=2)
PASSAGE = Evidence(document="d2", start=0, end=4, quote="West", question="Whose?")

RECORDS: tuple[Record, ...] = (
    SchemeRecord(
        kind="scheme",
        id="s1",
        name="eigenes",
        version="2",
        facets=(
            FacetRecord(
                id="verdict",
                kind="ordinal",
                labels=(
                    LabelRecord(id="false", name="Falsch", key="1", sign="-", definition="Widerlegt."),
                    LabelRecord(id="open", name="Offen", key="2", off_scale=True, needs=("rationale",)),
                ),
            ),
        ),
        recorded=RECORDED,
    ),
    SettingRecord(kind="setting", id="p1", name="licence", value="CC-BY-4.0", at=AT),
    KeyRecord(kind="key", id="k1", secret="00ff"),
    ReviewerRecord(kind="reviewer", id="r1", handle="נועה", name="Noa \u202eB", reviewer_kind="model"),
    DocumentRecord(kind="document", id="d1", title="„Zaun“", published="2021-11", description="n1", text=TEXT),
    DescriptionRecord(kind="description", id="n1", document="d1", title="„Zaun“", published="2021-11"),
    ClaimRecord(kind="claim", id="c1", document="d1", start=0, end=6, quote="“Café”", attribution=("a", "b")),
    VersionRecord(kind="version", id="v1", claim="c1", start=8, end=14, quote="15\u00a0000", supersedes=("v0",)),
    AssignmentRecord(kind="assignment", id="a1", claim="c1", reviewer="נועה"),
    JudgementRecord(
        kind="judgement",
        id="j1",
        claim="c1",
        reviewer="נועה",
        verdict="false",
        facets={"topic": ("war",)},
        confidence=4,
        rationale="a\\b \"c\" 'd' </script> \x7f",
        evidence=(
            EvidenceRecord(url=PIECE.url, quote=PIECE.quote, stance="refutes", set=2),
            EvidenceRecord(document="d2", start=0, end=4, quote="West"),
        ),
        at=AT,
        seconds=12.034,
        scheme="s1",
        recorded=RECORDED,
    ),
    WithdrawalRecord(kind="withdrawal", id="w1", fact="j1", author="נועה", at=AT),
    DecisionRecord(
        kind="decision",
        id="o1",
        claim="c1",
        outcome="false",
        method="model",
        author="policy:dawid-skene",
        at=AT,
        judgements=("j1", "j2"),
        soft={"false": 0.1, "open": 0.9},
        judged=True,
        round=2,
    ),
)

JUDGED = DatasetJudgement.of(
    Judgement("c1", "ada", "s1", verdict="false", confidence=4, evidence=(PIECE, PASSAGE), at=1_637_227_800_000_000),
    "r-0123456789ab",
)
SETTLED = DatasetClaim(
    id="c1",
    document=DatasetDocument(
        id="d1",
        title="=HYPERLINK(“http://x”)",
        url="https://example.org/a",
        publisher="\u00a0+Zeitung, täglich",
        published="2021-11",
        sha256="0" * 64,
    ),
    span=DatasetSpan(start=0, end=6),
    quote=TEXT,
    claim="@all „Zaun“",
    claimant="\t-سامي",
    verdict="false",
    method="majority",
    round=2,
    soft_label={"false": 2 / 3, "open": 1e-7},
    status=Status.MAJORITY,
    votes={"false": 2, "open": 1},
    judgements=(JUDGED, replace(JUDGED, verdict=None, confidence=None, at=None, evidence=())),
    evidence=(DatasetEvidence.of(PIECE), DatasetEvidence.of(PASSAGE), DatasetEvidence.of(PIECE)),
    rationale='line one\nline "two"\r\n',
)
OPEN = DatasetClaim(
    id="c2",
    document=replace(SETTLED.document, title=None, url=None, publisher=None, published=None),
    span=DatasetSpan(start=8, end=14),
    quote="15\u00a0000",
    claim=None,
    claimant=None,
    verdict=None,
    method=None,
    round=1,
    soft_label=None,
    status=Status.OPEN,
    votes={},
    judgements=(),
    evidence=(),
    rationale=None,
)
CLAIMS = (SETTLED, OPEN)


def written(name: str, items: Iterable[object]) -> bytes:
    stream = BytesIO()
    writer_of(name).write(items, stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "items", "golden"),
    [("annotate", RECORDS, "facts.jsonl"), ("jsonl", CLAIMS, "claims.jsonl"), ("csv", CLAIMS, "claims.csv")],
)
def test_a_writer_writes_its_golden_bytes(name: str, items: tuple[object, ...], golden: str) -> None:
    assert written(name, items) == (GOLDEN / golden).read_bytes()


def test_the_native_golden_file_reads_back_to_what_was_written() -> None:
    found = tuple(read(GOLDEN / "facts.jsonl"))
    assert not any(isinstance(item, Refused) or item.ignored for item in found)
    assert tuple(item.record for item in found if not isinstance(item, Refused)) == RECORDS


def test_a_line_of_the_dataset_has_the_published_fields_in_their_order() -> None:
    settled, still_open = map(json.loads, written("jsonl", CLAIMS).splitlines())
    assert " ".join(settled) == (
        "id document span quote claim claimant verdict method round soft_label status votes judgements evidence "
        "rationale"
    )
    assert list(settled["document"]) == ["id", "title", "url", "publisher", "published", "sha256"]
    assert list(settled["judgements"][0]) == ["reviewer", "verdict", "confidence", "rationale", "at", "evidence"]
    assert list(still_open) == list(settled)
    assert [still_open[name] for name in ("verdict", "method", "soft_label")] == [None, None, None]


def test_a_judgement_in_the_dataset_says_its_side() -> None:
    assert (JUDGED.verdict, JUDGED.at, JUDGED.rationale) == ("false", "2021-11-18T09:30:00Z", None)
    skipped = Judgement("c1", "ada", "s1", answer=Answer.SKIPPED)
    assert DatasetJudgement.of(skipped, "ada").verdict is None


def test_a_table_reads_back_as_a_table_of_the_same_cells() -> None:
    text = written("csv", CLAIMS).decode()
    first, second = csv.DictReader(io.StringIO(text, newline=""))
    assert first["quote"] == TEXT
    assert first["votes"] == '{"false":2,"open":1}'
    assert first["judgements"] == "2"
    assert first["evidence_urls"] == PIECE.url
    assert first["rationale"] == SETTLED.rationale
    assert {name: cell for name, cell in second.items() if cell} == {
        "id": "c2",
        "document_id": "d1",
        "start": "8",
        "end": "14",
        "quote": "15\u00a0000",
        "round": "1",
        "status": "open",
        "votes": "{}",
        "judgements": "0",
    }


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "=1+1",
            "+1",
            "-1",
            "@sum",
            "\tx",
            "\rx",
            "--",
            "\t\t@x",
            "=cmd|' /C calc'!A0",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "﹦1",
        ),
        *(" =1", "\u00a0=1", "\n=1", "\0=1", "\u200b=1", "\ufeff=1"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "x=1", "1-2", "“=1”", " \n", "–1", "−1", "'=1", "a@b", "👨‍👩‍👧‍👦"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


@given(st.text(st.sampled_from(" \t\r\n\0\u00a0\u200b\u200f=+-@＝ａx1'\""), max_size=6))
def test_no_cell_begins_a_formula_whatever_is_passed_over(cell: str) -> None:
    shown = inert(cell)
    assert shown in (cell, f"'{cell}")
    assert shown.strip(" \t\r\n\0\u00a0\u200b\u200f")[:1] not in tuple("=+-@＝")
    assert inert(shown) == shown


@given(cells=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_any_text_comes_back_from_its_cell_but_for_the_apostrophe(cells: list[str]) -> None:
    quote, rationale = cells
    table = written("csv", [replace(OPEN, quote=quote, rationale=rationale)]).decode()
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert (row["quote"], row["rationale"]) == (inert(quote), inert(rationale))


def test_writing_nothing_writes_no_line_and_a_table_its_header() -> None:
    assert written("annotate", ()) == b""
    assert written("jsonl", ()) == b""
    assert written("csv", ()).startswith(b"id,document_id,")
    assert written("csv", ()).count(b"\r\n") == 1


def test_a_writer_leaves_the_stream_open_for_whoever_opened_it() -> None:
    for name in ("annotate", "jsonl", "csv"):
        stream = BytesIO()
        writer_of(name).write((), stream)
        assert not stream.closed


def test_each_format_on_the_shelf_has_a_name_of_its_own_and_reads_or_writes() -> None:
    names = [shelved.name for shelved in FORMATS]
    assert names == ["annotate", "text", "markdown", "jsonl", "csv"]
    assert all(shelved.reader or shelved.writer for shelved in FORMATS)
    assert all(shelved.loses.endswith(".") for shelved in FORMATS)
    assert [shelved.name for shelved in FORMATS if shelved.writer and shelved.writer.takes == "records"] == ["annotate"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("word", 'There is no format "word". These can be written: annotate, jsonl, csv.'),
        ("text", 'The format "text" cannot be written. These can be written: annotate, jsonl, csv.'),
    ],
)
def test_a_format_that_cannot_be_written_is_refused_by_name(name: str, sentence: str) -> None:
    with pytest.raises(Unknown) as caught:
        writer_of(name)
    assert str(caught.value) == sentence
