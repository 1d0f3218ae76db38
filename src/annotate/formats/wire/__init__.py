"""Everything that is published, as models: native records, the dataset, the lists, the reports.

The models are plain frozen dataclasses, which `adapter` reads and writes: they cost a third of pydantic's own classes
where a million of them go in and out.
"""

from typing import Annotated, Any

from pydantic import Field

from annotate.formats.wire.adapters import adapter, json_line, json_lines
from annotate.formats.wire.agreement import (
    AgreementCoefficient,
    AgreementFacet,
    AgreementLabel,
    AgreementNeeded,
    AgreementPair,
    AgreementParting,
    AgreementReport,
    AgreementSpread,
)
from annotate.formats.wire.confidence import AgreementByConfidence, AgreementMeanConfidence, AgreementStep
from annotate.formats.wire.dataset import (
    DatasetClaim,
    DatasetDocument,
    DatasetEvidence,
    DatasetJudgement,
    DatasetSpan,
)
from annotate.formats.wire.evidence import (
    DifferentSourcesFinding,
    DifferentStancesFinding,
    EvidenceReport,
    EvidenceReportPair,
)
from annotate.formats.wire.judging import DecisionRecord, EvidenceRecord, JudgementRecord, WithdrawalRecord
from annotate.formats.wire.lists import (
    BundleReport,
    CheckReport,
    ClaimRow,
    DisputeRow,
    DocumentRow,
    Finding,
    FormatRow,
    LogRow,
    MergeReport,
    ReviewerProgress,
    ReviewerRow,
    SchemeFacet,
    SchemeLabel,
    SchemeRow,
    StatusReport,
)
from annotate.formats.wire.models import (
    AgreementAlternative,
    AgreementModel,
    AgreementModels,
    AgreementVersus,
)
from annotate.formats.wire.project import (
    AssignmentRecord,
    FacetRecord,
    KeyRecord,
    LabelRecord,
    RedactionRecord,
    ReviewerRecord,
    SchemeRecord,
    SettingRecord,
)
from annotate.formats.wire.recording import Recording
from annotate.formats.wire.records import RECORDS, Record
from annotate.formats.wire.reviewers import (
    AgreementCell,
    AgreementConfusion,
    AgreementDeeds,
    AgreementHabit,
    AgreementReviewer,
    AgreementShare,
    AgreementSpeed,
)
from annotate.formats.wire.significance import AgreementTest
from annotate.formats.wire.slices import AgreementCostlyClaim, AgreementSlice, AgreementSlices
from annotate.formats.wire.spans import DocumentCoefficient, SpansLabel, SpansPair, SpansReport
from annotate.formats.wire.subjects import ClaimRecord, DescriptionRecord, DocumentRecord, VersionRecord

PUBLISHED: dict[str, Any] = {
    "record": Annotated[Record, Field(discriminator="kind")],
    "dataset": DatasetClaim,
    "documents": list[DocumentRow],
    "claims": list[ClaimRow],
    "reviewers": list[ReviewerRow],
    "schemes": list[SchemeRow],
    "disputes": list[DisputeRow],
    "log": LogRow,
    "formats": list[FormatRow],
    "status": StatusReport,
    "check": CheckReport,
    "merge": MergeReport,
    "bundle": BundleReport,
    "agreement": AgreementReport,
}
"""Stem of the file in schemas/ → what one document of it (or one line, for record, dataset and log) is."""

__all__ = [
    "PUBLISHED",
    "RECORDS",
    "AgreementAlternative",
    "AgreementByConfidence",
    "AgreementCell",
    "AgreementCoefficient",
    "AgreementConfusion",
    "AgreementCostlyClaim",
    "AgreementDeeds",
    "AgreementFacet",
    "AgreementHabit",
    "AgreementLabel",
    "AgreementMeanConfidence",
    "AgreementModel",
    "AgreementModels",
    "AgreementNeeded",
    "AgreementPair",
    "AgreementParting",
    "AgreementReport",
    "AgreementReviewer",
    "AgreementShare",
    "AgreementSlice",
    "AgreementSlices",
    "AgreementSpeed",
    "AgreementSpread",
    "AgreementStep",
    "AgreementTest",
    "AgreementVersus",
    "AssignmentRecord",
    "BundleReport",
    "CheckReport",
    "ClaimRecord",
    "ClaimRow",
    "DatasetClaim",
    "DatasetDocument",
    "DatasetEvidence",
    "DatasetJudgement",
    "DatasetSpan",
    "DecisionRecord",
    "DescriptionRecord",
    "DifferentSourcesFinding",
    "DifferentStancesFinding",
    "DisputeRow",
    "DocumentCoefficient",
    "DocumentRecord",
    "DocumentRow",
    "EvidenceRecord",
    "EvidenceReport",
    "EvidenceReportPair",
    "FacetRecord",
    "Finding",
    "FormatRow",
    "JudgementRecord",
    "KeyRecord",
    "LabelRecord",
    "LogRow",
    "MergeReport",
    "Record",
    "Recording",
    "RedactionRecord",
    "ReviewerProgress",
    "ReviewerRecord",
    "ReviewerRow",
    "SchemeFacet",
    "SchemeLabel",
    "SchemeRecord",
    "SchemeRow",
    "SettingRecord",
    "SpansLabel",
    "SpansPair",
    "SpansReport",
    "StatusReport",
    "VersionRecord",
    "WithdrawalRecord",
    "adapter",
    "json_line",
    "json_lines",
]
