"""The native records: JSON Lines, one object a line, `kind` first; what is absent is not written.

The order of a record's fields is the order in which they are written. `id` is any string in a file from elsewhere, and
the fact's own id in an export; `recorded` holds the log entries of the fact, so that an export loses nothing.
"""

from collections.abc import Mapping
from typing import Any

from annotate.formats.wire.judging import DecisionRecord, JudgementRecord, WithdrawalRecord
from annotate.formats.wire.project import (
    AssignmentRecord,
    KeyRecord,
    RedactionRecord,
    ReviewerRecord,
    SchemeRecord,
    SettingRecord,
)
from annotate.formats.wire.subjects import ClaimRecord, DescriptionRecord, DocumentRecord, VersionRecord

Record = (
    DocumentRecord
    | DescriptionRecord
    | ClaimRecord
    | VersionRecord
    | ReviewerRecord
    | SchemeRecord
    | SettingRecord
    | KeyRecord
    | AssignmentRecord
    | JudgementRecord
    | WithdrawalRecord
    | DecisionRecord
    | RedactionRecord
)

RECORDS: Mapping[str, type[Any]] = {
    "document": DocumentRecord,
    "description": DescriptionRecord,
    "claim": ClaimRecord,
    "version": VersionRecord,
    "reviewer": ReviewerRecord,
    "scheme": SchemeRecord,
    "setting": SettingRecord,
    "key": KeyRecord,
    "assignment": AssignmentRecord,
    "judgement": JudgementRecord,
    "withdrawal": WithdrawalRecord,
    "decision": DecisionRecord,
    "redaction": RedactionRecord,
}
"""Kind → the model of its records."""
