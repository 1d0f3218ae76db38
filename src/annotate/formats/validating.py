"""From plain values to records: fields of other names, unknown fields, and what a record cannot do without."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from annotate.domain import Answer, kind_of
from annotate.errors import BadInput
from annotate.formats.sentences import given, sentence
from annotate.formats.wire import (
    RECORDS,
    ClaimRecord,
    DecisionRecord,
    DocumentRecord,
    EvidenceRecord,
    JudgementRecord,
    Record,
    adapter,
)

_UNKNOWN = "unexpected_keyword_argument"

_OTHER_NAMES = {"decision": (("verdict", "outcome"),), "reviewer": (("reviewer", "handle"), ("id", "handle"))}
"""Kind → what some of its fields are called too, and their names."""


_KIND = re.compile(rb'\s*\{\s*"kind"\s*:\s*"([a-z]+)"')


def plain_record(line: bytes) -> Record | None:
    """The record that a line of JSON is, by the short way that nearly all of them can go: `kind` stands first, and
    every field is right and has its own name. None where it must be looked at more closely: `record_from` does."""
    found = _KIND.match(line)
    model: Any = RECORDS.get(found[1].decode()) if found else None
    if model is None:
        return None
    try:
        record: Record = adapter(model).validator.validate_json(line, extra="forbid")
    except ValidationError:
        return None
    return None if _fault(record) else record


def record_from(value: object) -> tuple[Record, frozenset[str]]:
    """The record that a JSON value is, and the names of the fields in it that its kind does not have.

    Raises BadInput with a sentence that names the field at fault.
    """
    if not isinstance(value, dict):
        raise BadInput(f"A record must be a JSON object, but it is {given(value)}.")
    if "kind" not in value:
        raise BadInput(f'The record has no "kind", which is one of {", ".join(RECORDS)}.')
    kind = value["kind"]
    if not isinstance(kind, str) or kind not in RECORDS:
        raise BadInput(f'"kind" must be one of {", ".join(RECORDS)}, but it is {given(kind)}.')
    fields = _by_own_names(value) if kind in _OTHER_NAMES else value
    record, ignored = validated(RECORDS[kind], fields, kind.capitalize())
    fault = _fault(record)
    if fault:
        raise BadInput(f"{kind.capitalize()}{fault}")
    return record, ignored


def validated(model: Any, value: object, what: str) -> tuple[Any, frozenset[str]]:
    """`value` as a `model`, and the fields in it that the model lacks ("evidence.note"); BadInput speaks of `what`."""
    validator = adapter(model).validator
    try:
        return validator.validate_python(value, extra="forbid"), frozenset()
    except ValidationError as error:
        faults = error.errors(include_url=False)
    grave = [fault for fault in faults if fault["type"] != _UNKNOWN]
    if grave:
        raise BadInput(sentence(what, grave[0]))
    unknown = frozenset(".".join(step for step in fault["loc"] if isinstance(step, str)) for fault in faults)
    return validator.validate_python(value, extra="ignore"), unknown


def _by_own_names(value: Mapping[str, Any]) -> dict[str, Any]:
    """The record under the names that it is written with. An id of ours is never taken for a handle."""
    fields = dict(value)
    for other, own in _OTHER_NAMES.get(fields["kind"], ()):
        if other in fields and own not in fields and not kind_of(str(fields[other])):
            fields[own] = fields.pop(other)
    return fields


def _fault(record: Record) -> str:
    """What is wrong with a record whose fields are each right; empty where nothing is."""
    match record:
        case DocumentRecord(text=None) if not (record.recorded and record.sha256):
            return ': "text" is missing.'
        case ClaimRecord(document=""):
            return _fault_of_bare_claim(record)
        case JudgementRecord(answer=Answer.VERDICT.value, verdict=""):
            return ': "verdict" is missing, and no "answer" says why there is none.'
        case JudgementRecord() | DecisionRecord() if not record.recorded:
            # What a project wrote out is judged by its digest, and may lack what was redacted.
            faults = ((number, _fault_of_evidence(item)) for number, item in enumerate(record.evidence, 1))
            return next((f", evidence {number}: {fault}" for number, fault in faults if fault), "")
    return ""


def _fault_of_bare_claim(record: ClaimRecord) -> str:
    if record.start is not None or record.end is not None:
        return ': "start" and "end" count in a document, but "document" is missing.'
    if not (record.quote or record.claim):
        return ': "document" is missing, and so are the words of a claim without one, "quote" or "claim".'
    return ""


def _fault_of_evidence(evidence: EvidenceRecord) -> str:
    offsets = (evidence.start is not None) + (evidence.end is not None)
    if not (evidence.url or evidence.document):
        return 'a "url" or a "document" is missing.'
    if offsets and not evidence.document:
        return '"start" and "end" count in a document, but "document" is missing.'
    if evidence.document and offsets < 2 and not evidence.quote:
        return '"start" and "end" of the passage are missing, and so is its "quote".'
    return ""
