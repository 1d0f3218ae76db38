"""Facts and records: each from the other, exactly, for every fact there can be."""

import json
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from io import BytesIO
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import (
    METHODS,
    STANCES,
    Answer,
    Assignment,
    Claim,
    Decision,
    Description,
    Document,
    Evidence,
    Facet,
    Fact,
    Judgement,
    Key,
    Label,
    Redaction,
    Reviewer,
    Scheme,
    Setting,
    Version,
    Withdrawal,
    canonical,
    fact_id,
    scheme_of,
)
from annotate.formats import fact_of_record, record_from, record_of, writer_of
from annotate.formats.annotate import parsed
from annotate.formats.validating import plain_record
from annotate.formats.wire import RECORDS, DocumentRecord, Record, Recording

EPOCHS = {"earliest": -62_135_596_800_000_000, "latest": 253_402_300_799_999_999}

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
name = words.filter(bool)
ids = st.lists(name, max_size=3).map(tuple)
moment = st.integers(EPOCHS["earliest"], EPOCHS["latest"])
date = st.sampled_from(["", "2021", "2021-11", "2021-11-18", "2021-11-18T09:30:00+01:00"])
address = st.sampled_from(["", "https://example.org/a?b=ü#c", "HTTP://example.org"])
offset = st.integers(0, 2**53)
count = st.integers(1, 2**53)

passage = st.builds(Evidence, document=name, start=offset, end=offset)
link = st.builds(Evidence, url=address.filter(bool))
evidence = st.lists(
    st.builds(
        replace,
        passage | link,
        quote=words,
        stance=st.sampled_from(["", *STANCES]),
        set=count,
        question=words,
        archived=address,
        retrieved=date,
        publisher=words,
        published=date,
    ),
    max_size=3,
).map(tuple)

document = st.builds(Document.of, name, words)
description = st.builds(
    Description,
    document=name,
    title=words,
    url=words,
    archived=words,
    publisher=words,
    author=words,
    language=words,
    published=date,
    supersedes=ids,
)
claim = st.builds(Claim, document=name, start=offset, end=offset, wording=words)
version = st.builds(
    Version,
    claim=name,
    start=offset,
    end=offset,
    wording=words,
    claimant=words,
    attribution=ids,
    date=words,
    types=ids,
    checkworthy=st.sampled_from(["", "yes", "no"]),
    supersedes=ids,
)
reviewer = st.builds(Reviewer, handle=name, name=words, is_model=st.booleans(), supersedes=ids)
setting = st.builds(Setting, name=name, value=words, at=moment, supersedes=ids)
key = st.builds(Key, st.binary(min_size=1, max_size=16).map(bytes.hex))
assignment = st.builds(Assignment, claim=name, reviewer=name)
verdict_labels = st.lists(name, min_size=2, max_size=14, unique=True).map(
    lambda labels: [{"id": f"l-{label}", "name": label} for label in labels]
)
label = st.builds(
    Label,
    id=name.map("l-{}".format),
    name=name,
    sign=words,
    definition=words,
    off_scale=st.booleans(),
    needs=st.sampled_from([(), ("evidence",), ("evidence", "rationale")]),
)
further_facet = st.builds(
    Facet,
    id=name.map("f-{}".format),
    kind=st.sampled_from(["single", "ordinal", "set"]),
    labels=st.lists(label, max_size=3, unique_by=lambda one: one.id).map(tuple),
    name=words,
)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    verdict = {"id": "verdict", "kind": draw(st.sampled_from(["single", "ordinal"])), "labels": draw(verdict_labels)}
    first = scheme_of({"name": draw(name), "version": draw(name), "facets": [verdict]})
    further = draw(st.lists(further_facet, max_size=2, unique_by=lambda one: one.id))
    return replace(first, facets=(*first.facets, *further))


facets = st.dictionaries(words, st.lists(name, min_size=1, max_size=2).map(tuple), max_size=2)
judgement = st.builds(
    Judgement,
    claim=name,
    reviewer=name,
    scheme=words,
    answer=st.sampled_from(Answer),
    verdict=name,
    facets=facets,
    confidence=st.integers(0, 2**53),
    rationale=words,
    evidence=evidence,
    flagged=st.booleans(),
    at=moment,
    milliseconds=st.integers(0, 10**12),
    version=words,
    round=count,
    source=words,
    supersedes=ids,
)
withdrawal = st.builds(Withdrawal, fact=name, author=words, at=moment, over=ids)
redaction = st.builds(Redaction, fact=words, text=words, name=words, salt=words, author=words, at=moment)
decision = st.builds(
    Decision,
    claim=name,
    outcome=name,
    method=st.sampled_from(METHODS),
    author=words,
    at=moment,
    scheme=words,
    judgements=ids,
    rationale=words,
    evidence=evidence,
    soft=st.dictionaries(words, st.integers(0, 1_000_000), max_size=3),
    judged=st.booleans(),
    version=words,
    round=count,
    supersedes=ids,
)
recording = st.builds(
    Recording,
    author=words,
    installation=words,
    at=st.sampled_from(["2021-11-18T09:30:00.123456Z", "2021-11-18T09:30:00Z"]),
    version=words,
    previous=words,
)

facts: dict[type[Fact], st.SearchStrategy[Any]] = {
    Document: document,
    Description: description,
    Claim: claim,
    Version: version,
    Reviewer: reviewer,
    Scheme: schemes(),
    Setting: setting,
    Key: key,
    Assignment: assignment,
    Judgement: judgement,
    Withdrawal: withdrawal,
    Decision: decision,
    Redaction: redaction,
}


def identity_of(fact: Fact) -> str:
    return fact_id(fact.kind, canonical(fact.content()))


def line_of(record: Record) -> bytes:
    stream = BytesIO()
    writer_of("annotate").write([record], stream)
    return stream.getvalue()


def read_back(line: bytes) -> Record:
    record, ignored = record_from(parsed(line))
    assert not ignored
    assert plain_record(line) == record
    return record


fields = st.sampled_from(["id", "document", "claim", "start", "end", "quote", "types", "seconds", "evidence", "note"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words | st.just("yes"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(fields, inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(list(RECORDS)), st.dictionaries(fields, values, max_size=4), st.booleans())
def test_what_is_read_by_the_short_way_is_what_the_long_way_reads(
    kind: str, said: dict[str, Any], ascii_only: bool
) -> None:
    least = {"claim": "c", "quote": "q", "reviewer": "ada", "handle": "ada", "verdict": "refuted", "outcome": "x"}
    names = {field.name for field in dataclass_fields(RECORDS[kind])}
    needed = {name: value for name, value in least.items() if name in names}
    line = json.dumps({"kind": kind} | needed | said, ensure_ascii=ascii_only).encode()
    record = plain_record(line)
    if record is not None:
        assert record_from(parsed(line)) == (record, frozenset())


def test_every_kind_of_fact_has_its_law_here() -> None:
    assert set(facts) == set(get_args(Fact))


@pytest.mark.parametrize("kind", [kind for kind in facts if kind is not Document], ids=lambda kind: kind.__name__)
@given(data=st.data(), entries=st.lists(recording, max_size=2))
def test_a_fact_comes_back_from_its_record_and_its_line_byte_for_byte(
    kind: type[Fact], data: st.DataObject, entries: list[Recording]
) -> None:
    fact = data.draw(facts[kind])
    line = line_of(record_of(fact, identity_of(fact), text="quote", entries=entries))
    record = read_back(line)
    assert fact_of_record(record) == fact
    assert record.recorded == tuple(entries)
    assert line_of(record) == line


@given(text=name, record=words, said=description)
def test_a_document_comes_back_with_its_text_and_what_is_said_of_it(text: str, record: str, said: Description) -> None:
    fact = Document.of(text, record)
    line = line_of(record_of(fact, identity_of(fact), text=text, standing=("n1", said)))
    back = read_back(line)
    assert isinstance(back, DocumentRecord)
    assert (back.text, back.description, fact_of_record(back)) == (text, "n1", fact)
    assert {field: getattr(back, field) for field in said.said()} == said.said()
    assert line_of(back) == line
