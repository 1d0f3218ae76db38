"""Records from plain values: what is refused and in which words, what is let through, what is ignored but told."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import BadInput
from annotate.formats import record_from
from annotate.formats.wire import RECORDS

KINDS = (
    "document, description, claim, version, reviewer, scheme, setting, key, assignment, judgement, withdrawal, "
    "decision, redaction"
)

WEB = "a web address that begins with http:// or https://"


def refusal(value: object) -> str:
    with pytest.raises(BadInput) as caught:
        record_from(value)
    return str(caught.value)


def judgement(**fields: Any) -> dict[str, Any]:
    return {"kind": "judgement", "claim": "c1", "reviewer": "ada", "verdict": "refuted"} | fields


def evidence(**fields: Any) -> dict[str, Any]:
    return judgement(evidence=[{"url": "https://example.org"}, {"url": "https://example.org"} | fields])


def scheme(**label: Any) -> dict[str, Any]:
    labels = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"} | label]
    return {"kind": "scheme", "name": "mine", "facets": [{"id": "verdict", "kind": "single", "labels": labels}]}


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (["kind"], "A record must be a JSON object, but it is a list."),
        ("claim", 'A record must be a JSON object, but it is the text "claim".'),
        (7, "A record must be a JSON object, but it is the number 7."),
        ({}, f'The record has no "kind", which is one of {KINDS}.'),
        ({"kind": "judgment"}, f'"kind" must be one of {KINDS}, but it is the text "judgment".'),
        ({"kind": ["claim"]}, f'"kind" must be one of {KINDS}, but it is a list.'),
    ],
)
def test_what_is_no_record_is_refused(value: object, sentence: str) -> None:
    assert refusal(value) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"kind": "document"}, 'Document: "text" is missing.'),
        ({"kind": "description"}, 'Description: "document" is missing.'),
        ({"kind": "version", "claim": "c1", "end": 4}, 'Version: "start" is missing.'),
        ({"kind": "reviewer"}, 'Reviewer: "handle" is missing.'),
        ({"kind": "scheme", "name": "mine"}, 'Scheme: "facets" is missing.'),
        ({"kind": "setting"}, 'Setting: "name" is missing.'),
        ({"kind": "key"}, 'Key: "secret" is missing.'),
        ({"kind": "assignment", "claim": "c1"}, 'Assignment: "reviewer" is missing.'),
        ({"kind": "judgement", "reviewer": "ada"}, 'Judgement: "claim" is missing.'),
        ({"kind": "withdrawal"}, 'Withdrawal: "fact" is missing.'),
        ({"kind": "decision", "claim": "c1"}, 'Decision: "outcome" is missing.'),
    ],
)
def test_a_record_without_what_it_needs_is_refused_by_the_field(value: object, sentence: str) -> None:
    assert refusal(value) == sentence


WRONG = """
judgement  confidence   "3"               a whole number                       the text "3"
judgement  confidence   true              a whole number                       true
judgement  confidence   3.0               a whole number                       the number 3.0
judgement  confidence   0                 at least 1                           the number 0
judgement  round        -1                at least 1                           the number -1
judgement  flagged      1                 true or false                        the number 1
judgement  seconds      "9"               a number                             the text "9"
judgement  seconds      -0.5              at least 0                           the number -0.5
judgement  seconds      1e400             at most 1000000000                     the number inf
judgement  rationale    ["because"]       text                                 a list
judgement  evidence     {"url":"http://x"}  a list                             an object
judgement  facets       ["topic"]         an object                            a list
judgement  answer       "maybe"           one of verdict, skipped, cannot_judge, not_a_claim  the text "maybe"
judgement  at           "yesterday"       a time such as 2021-11-18T09:30:00Z  the text "yesterday"
judgement  at           "0001-01-01T00:00+05:00"  a time such as 2021-11-18T09:30:00Z  the text "0001-01-01T00:00+05:00"
judgement  supersedes   "j1"              a list                               the text "j1"
claim      start        "3"               a whole number                       the text "3"
claim      start        3.5               a whole number                       the number 3.5
claim      start        -1                at least 0                           the number -1
claim      end          9007199254740993  at most 9007199254740992                   the number 9007199254740993
claim      document     1                 text                                 the number 1
claim      checkworthy  "perhaps"         one of yes, no                       the text "perhaps"
document   published    "18.11.2021"      a date such as 2021, 2021-11 or 2021-11-18  the text "18.11.2021"
document   text         {"en":"a"}        text                                 an object
document   text         ""                text that is not empty               the text ""
reviewer   reviewer_kind  "robot"         one of human, model                  the text "robot"
key        secret       "xyz"             hexadecimal digits                   the text "xyz"
key        secret       ""                text that is not empty               the text ""
decision   method       "dice"            one of unanimous, majority, model, adjudicated  the text "dice"
"""

WHOLE: dict[str, dict[str, Any]] = {
    "judgement": {"claim": "c1", "reviewer": "ada", "verdict": "refuted"},
    "claim": {"document": "d1", "start": 0, "end": 4},
    "document": {"text": "abcd"},
    "reviewer": {"handle": "ada"},
    "key": {"secret": "00"},
    "decision": {"claim": "c1", "outcome": "refuted"},
}


@pytest.mark.parametrize("row", WRONG.strip().splitlines(), ids=lambda row: "-".join(row.split()[:3]))
def test_a_field_of_the_wrong_kind_is_refused_by_name_and_nothing_is_converted(row: str) -> None:
    kind, field, written, must, given = re.split("  +", row)
    wrong = {"kind": kind} | WHOLE[kind] | {field: json.loads(written)}
    assert refusal(wrong) == f'{kind.capitalize()}: "{field}" must be {must}, but it is {given}.'


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            judgement(evidence=["http://x.org"]),
            'Judgement: item 1 of "evidence" must be an object, but it is the text "http://x.org".',
        ),
        (
            judgement(facets={"topic": 3}),
            'Judgement, facets: "topic" must be a list, but it is the number 3.',
        ),
        (
            judgement(facets={"topic": ["a", 3]}),
            'Judgement, facets: item 2 of "topic" must be text, but it is the number 3.',
        ),
        (
            judgement(recorded=[{"author": "ada", "installation": "x", "version": "1"}]),
            'Judgement, recorded 1: "at" is missing.',
        ),
        (
            {"kind": "claim", "claim": "a", "types": ["number", None]},
            'Claim: item 2 of "types" must be text, but it is null.',
        ),
        (
            {"kind": "decision", "claim": "c1", "outcome": "refuted", "soft": {"refuted": 1.5}},
            'Decision, soft: "refuted" must be at most 1, but it is the number 1.5.',
        ),
        (
            scheme(off_scale="yes"),
            'Scheme, facets 1, labels 2: "off_scale" must be true or false, but it is the text "yes".',
        ),
        (
            {"kind": "scheme", "name": "mine", "facets": [{"id": "verdict", "kind": "star", "labels": []}]},
            "Scheme, facets 1: \"kind\" must be one of 'single', 'ordinal' or 'set', but it is the text \"star\".",
        ),
    ],
)
def test_what_is_wrong_inside_a_field_is_refused_with_the_way_there(value: object, sentence: str) -> None:
    assert refusal(value) == sentence


@pytest.mark.parametrize(
    ("field", "written", "must"),
    [
        ("url", "ftp://example.org", WEB),
        ("url", "javascript:alert(1)", WEB),
        ("url", "https://", WEB),
        ("url", "https://example.org/a b", WEB),
        ("url", "https://example.org\x1b[2J", WEB),
        ("archived", "www.example.org", WEB),
        ("stance", "agrees", "one of supports, refutes, partial, context"),
        ("published", "soon", "a date such as 2021, 2021-11 or 2021-11-18"),
        ("retrieved", "2021-02-30", "a date such as 2021, 2021-11 or 2021-11-18"),
    ],
)
def test_evidence_with_a_text_that_says_nothing_is_refused(field: str, written: str, must: str) -> None:
    seen = written.replace("\x1b", "␛")
    assert (
        refusal(evidence(**{field: written}))
        == f'Judgement, evidence 2: "{field}" must be {must}, but it is the text "{seen}".'
    )


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (evidence(set=0), '"set" must be at least 1, but it is the number 0.'),
        (evidence(url=""), 'a "url" or a "document" is missing.'),
        (evidence(start=3, end=4), '"start" and "end" count in a document, but "document" is missing.'),
        (evidence(document="d2"), '"start" and "end" of the passage are missing, and so is its "quote".'),
        (evidence(document="d2", start=3), '"start" and "end" of the passage are missing, and so is its "quote".'),
    ],
)
def test_evidence_that_points_nowhere_is_refused(value: object, fault: str) -> None:
    assert refusal(value) == f"Judgement, evidence 2: {fault}"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            {"kind": "claim", "id": "7"},
            'Claim: "document" is missing, and so are the words of a claim without one, "quote" or "claim".',
        ),
        (
            {"kind": "claim", "start": 1, "end": 4, "quote": "abc"},
            'Claim: "start" and "end" count in a document, but "document" is missing.',
        ),
        (judgement(verdict=""), 'Judgement: "verdict" is missing, and no "answer" says why there is none.'),
    ],
)
def test_fields_that_are_right_alone_and_wrong_together_are_refused(value: object, sentence: str) -> None:
    assert refusal(value) == sentence


def test_a_long_text_or_number_is_shortened_where_it_is_refused() -> None:
    assert refusal(judgement(at="x" * 1000)).endswith(f'it is the text "{"x" * 39}…".')
    assert refusal(judgement(round=10**400)).endswith(f"it is the number 1{'0' * 23}….")


def test_what_a_terminal_would_obey_is_not_repeated() -> None:
    assert "\x1b" not in refusal(judgement(at="\x1b[2J"))
    assert "\x1b" not in refusal(judgement(facets={"\x1b[2J": 1}))
    assert "\x1b" not in refusal({"kind": "\x1b[2J"})


scalar = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
anything = scalar | st.lists(scalar, max_size=3) | st.lists(st.dictionaries(st.text(max_size=5), scalar, max_size=2))


@given(st.data(), st.sampled_from(sorted(RECORDS)))
def test_whatever_a_field_holds_there_is_a_record_or_a_sentence(data: st.DataObject, kind: str) -> None:
    some = st.lists(st.sampled_from(RECORDS[kind].__slots__), max_size=4, unique=True)
    fields = {name: data.draw(anything, name) for name in data.draw(some)}
    told = _told(WHOLE.get(kind, {}) | fields | {"kind": kind})
    assert told == kind or (told.endswith(".") and "something else" not in told)


def _told(value: dict[str, Any]) -> str:
    """The record's kind, or the sentence of its refusal."""
    try:
        return record_from(value)[0].kind
    except BadInput as refused:
        return str(refused)
