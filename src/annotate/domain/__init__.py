"""What is true: documents, spans, anchoring, schemes, claims, judgements, evidence, decisions, blindness."""

from annotate.domain.addresses import is_address, normalised, same_source, tracking, without_tracking
from annotate.domain.anchoring import Ambiguous, Anchored, Contradiction, Lost, Span, anchor, excerpt
from annotate.domain.blindness import may_see
from annotate.domain.canonical import KINDS, LETTERS, Content, canonical, digest, fact_id, kind_of
from annotate.domain.facts import Fact, fact_of, subject_of
from annotate.domain.judging import METHODS, MOST_CONFIDENT, STANCES, Answer, Decision, Evidence, Judgement, Withdrawal
from annotate.domain.plain import is_plain
from annotate.domain.presets import DEFAULT, PRESETS
from annotate.domain.printable import printable
from annotate.domain.project import REVIEWER_KINDS, Assignment, Key, Redaction, Reviewer, Setting
from annotate.domain.pseudonyms import pseudonym
from annotate.domain.schemes import (
    TAKEN_KEYS,
    VERDICT,
    Demand,
    Facet,
    FacetKind,
    Label,
    Scheme,
    demand,
    scheme_of,
)
from annotate.domain.shapes import well_formed
from annotate.domain.standing import (
    State,
    Status,
    disputed,
    majority,
    sides,
    standing,
    state,
    unanimous,
    votes,
    withdrawn,
)
from annotate.domain.subjects import DESCRIBED, Claim, Description, Document, Version, called
from annotate.domain.times import Moment, day_of, iso, moment_of, precision, surely_later

__all__ = [
    "DEFAULT",
    "DESCRIBED",
    "KINDS",
    "LETTERS",
    "METHODS",
    "MOST_CONFIDENT",
    "PRESETS",
    "REVIEWER_KINDS",
    "STANCES",
    "TAKEN_KEYS",
    "VERDICT",
    "Ambiguous",
    "Anchored",
    "Answer",
    "Assignment",
    "Claim",
    "Content",
    "Contradiction",
    "Decision",
    "Demand",
    "Description",
    "Document",
    "Evidence",
    "Facet",
    "FacetKind",
    "Fact",
    "Judgement",
    "Key",
    "Label",
    "Lost",
    "Moment",
    "Redaction",
    "Reviewer",
    "Scheme",
    "Setting",
    "Span",
    "State",
    "Status",
    "Version",
    "Withdrawal",
    "anchor",
    "called",
    "canonical",
    "day_of",
    "demand",
    "digest",
    "disputed",
    "excerpt",
    "fact_id",
    "fact_of",
    "is_address",
    "is_plain",
    "iso",
    "kind_of",
    "majority",
    "may_see",
    "moment_of",
    "normalised",
    "precision",
    "printable",
    "pseudonym",
    "same_source",
    "scheme_of",
    "sides",
    "standing",
    "state",
    "subject_of",
    "surely_later",
    "tracking",
    "unanimous",
    "votes",
    "well_formed",
    "withdrawn",
    "without_tracking",
]
