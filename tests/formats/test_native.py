"""What a record tells of a fact, and when it is refused as another fact's."""

import hashlib
import json
from dataclasses import replace
from io import BytesIO

import pytest

from annotate.domain import (
    PRESETS,
    Claim,
    Document,
    Evidence,
    Fact,
    Judgement,
    Scheme,
    Version,
    canonical,
    fact_id,
)
from annotate.errors import BadInput
from annotate.formats import fact_of_record, record_from, record_of, writer_of
from annotate.formats.annotate import parsed
from annotate.formats.wire import ClaimRecord, Record, SchemeRecord, VersionRecord

WEST = Document.of("West-2021 begins on 10 September.")
CLAIM = Claim("d1", 0, 9, "The drill is called West-2021.")


def identity_of(fact: Fact) -> str:
    return fact_id(fact.kind, canonical(fact.content()))


def line_of(record: Record) -> bytes:
    stream = BytesIO()
    writer_of("annotate").write([record], stream)
    return stream.getvalue()


def read_back(line: bytes) -> Record:
    record, ignored = record_from(parsed(line))
    assert not ignored
    return record


@pytest.mark.parametrize("scheme", PRESETS.values(), ids=PRESETS)
def test_a_preset_comes_back_as_it_is(scheme: Scheme) -> None:
    assert fact_of_record(read_back(line_of(record_of(scheme, identity_of(scheme))))) == scheme


def test_kind_comes_first_and_what_is_absent_is_not_written() -> None:
    fact = Judgement("c1", "ada", "s1", verdict="refuted")
    assert line_of(record_of(fact, "j1")) == (
        b'{"kind":"judgement","id":"j1","claim":"c1","reviewer":"ada","verdict":"refuted","scheme":"s1"}\n'
    )


def test_a_claim_tells_its_own_wording_and_the_details_of_the_version_that_stands() -> None:
    version = Version("c1", 2, 7, wording="Corrected.", claimant="NATO", types=("number",))
    record = record_of(CLAIM, identity_of(CLAIM), text="West-2021", standing=("v1", version))
    assert isinstance(record, ClaimRecord)
    assert (record.start, record.end, record.quote, record.claim) == (0, 9, "West-2021", CLAIM.wording)
    assert (record.claimant, record.types, record.version) == ("NATO", ("number",), "v1")
    assert fact_of_record(read_back(line_of(record))) == CLAIM


def test_a_version_tells_its_quote() -> None:
    record = record_of(Version("c1", 0, 4), "v1", text="West")
    assert isinstance(record, VersionRecord)
    assert record.quote == "West"


def test_a_passage_at_the_start_of_a_document_keeps_its_offset() -> None:
    fact = Judgement("c1", "ada", "s1", verdict="refuted", evidence=(Evidence(document="d2", start=0, end=4),))
    line = line_of(record_of(fact, "j1"))
    assert json.loads(line)["evidence"] == [{"document": "d2", "start": 0, "end": 4}]


def test_a_moment_keeps_its_microseconds_and_no_moment_is_not_written() -> None:
    timed = line_of(record_of(Judgement("c1", "ada", "s1", verdict="x", at=1_637_227_800_123_456), "j1"))
    assert json.loads(timed)["at"] == "2021-11-18T09:30:00.123456Z"
    assert "at" not in json.loads(line_of(record_of(Judgement("c1", "ada", "s1", verdict="x"), "j1")))


def test_a_record_under_an_id_of_ours_that_was_altered_is_refused() -> None:
    record = record_of(CLAIM, identity_of(CLAIM))
    assert isinstance(record, ClaimRecord)
    with pytest.raises(BadInput) as refusal:
        fact_of_record(replace(record, end=10))
    assert str(refusal.value) == (
        f"This claim was altered: its content is not the one that {record.id} stands for. "
        'Remove "id" and "recorded" to take it in as a new one.'
    )


def test_a_document_whose_text_was_altered_is_refused() -> None:
    record = record_of(WEST, identity_of(WEST), text="West-2021 begins on 11 September.")
    with pytest.raises(BadInput, match="This document was altered"):
        fact_of_record(record)


def test_a_foreign_id_is_no_promise_about_the_content() -> None:
    record = record_of(CLAIM, "claim-7")
    assert fact_of_record(record) == CLAIM


def test_a_scheme_that_breaks_a_rule_is_refused_with_the_rule() -> None:
    record, _ = record_from(
        {"kind": "scheme", "name": "mine", "facets": [{"id": "verdict", "kind": "single", "labels": []}]}
    )
    with pytest.raises(BadInput) as refusal:
        fact_of_record(record)
    assert str(refusal.value) == 'Scheme "mine": the facet "verdict" needs at least two labels.'


def test_a_scheme_from_elsewhere_gets_a_version_and_keys() -> None:
    labels = [{"id": "yes", "name": "Yes"}, {"id": "no", "name": "No"}]
    record, _ = record_from(
        {"kind": "scheme", "name": "mine", "facets": [{"id": "verdict", "kind": "single", "labels": labels}]}
    )
    assert isinstance(record, SchemeRecord)
    scheme = fact_of_record(record)
    assert isinstance(scheme, Scheme)
    assert scheme.version == "1"
    assert [label.key for label in scheme.verdict.labels] == ["1", "2"]


def test_the_digest_of_a_document_is_that_of_its_utf8_bytes() -> None:
    record, _ = record_from({"kind": "document", "text": "Café\r\n\0"})
    fact = fact_of_record(record)
    assert isinstance(fact, Document)
    assert fact.sha256 == hashlib.sha256("Café\r\n\0".encode()).hexdigest()
