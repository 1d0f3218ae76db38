"""Agreement: of the project's reviewers, or of a table of votes with no project at all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from annotate.agreement import DEFAULT, EPSILON, KEPT_PATTERNS, Level, Pattern, Tally, Terms, without_reviewers
from annotate.domain import VERDICT, Facet, printable
from annotate.errors import Unknown
from annotate.formats import RefusedRow, Repeats, VoteTable, open_votes
from annotate.report import (
    MOST,
    AgreementFacts,
    By,
    FacetAgreement,
    Models,
    Streamed,
    beside,
    counted,
    facet_agreement,
    measure_of,
    patterns_of,
)
from annotate.store import Reading, Units, counting, has_judged, reviewers, scheme
from annotate.work.desk import Desk, lead_only
from annotate.work.detailing import Looked, details
from annotate.work.grounding import evidence_of
from annotate.work.levels import Labels, by_number
from annotate.work.spanning import spans_of


@dataclass(frozen=True, slots=True)
class Extras:
    """What is told beside the coefficients: slices `by` something or none, with or without `details`.

    Where that is not said (None), details are told of up to MOST judgements. `epsilon` is what a model is spared;
    `models` are those of a table of votes, since a project knows its own.
    """

    by: By | None = None
    details: bool | None = None
    epsilon: Fraction = EPSILON
    models: frozenset[str] = frozenset()


NO_EXTRAS = Extras()


def project_agreement(
    desk: Desk, facet: str | None = None, terms: Terms = DEFAULT, extras: Extras = NO_EXTRAS
) -> AgreementFacts:
    """How far the reviewers agree, on every facet of the scheme or on one; for the lead alone.

    With no facet named, on spans and evidence too. Measured on the standing judgements of the first round. Answers
    that are no verdict, and reviewers in conflict with themselves, are left out and counted; so are models, which are
    told of apart, unless only models judged. `terms` say which intervals are asked for.
    """
    lead_only(desk, "The agreement report")
    with counting(desk.store) as units:
        current = scheme(units.connection)[1]
        wanted = [found for found in current.facets if facet in (None, found.id)]
        if not wanted:
            raise Unknown(
                f'The scheme has no facet "{printable(facet or "")}".',
                f"It has: {', '.join(one.id for one in current.facets)}.",
            )
        apart = models_apart(units.connection)
        reports = [_of_facet(units, one, terms, extras, apart) for one in wanted]
        spans = spans_of(units.connection, terms.confidence) if facet is None else None
        evidence = evidence_of(units.connection, terms.confidence) if facet is None else None
    return AgreementFacts(
        tuple(report for report in reports if report.judgements or report.facet == VERDICT), spans, evidence
    )


def models_apart(connection: Reading) -> frozenset[str]:
    """The models that are kept apart from the humans: all, but none where no human has judged."""
    known = {handle: reviewer.is_model for handle, (_, reviewer) in reviewers(connection).items()}
    models = frozenset(handle for handle, is_model in known.items() if is_model)
    return models if any(has_judged(connection, handle) for handle in known.keys() - models) else frozenset()


def _of_facet(units: Units, facet: Facet, terms: Terms, extras: Extras, apart: frozenset[str]) -> FacetAgreement:
    everybody, left_out = counted(units.of(facet), facet)
    patterns = patterns_of(everybody)
    labels = [label.id for label in facet.labels]
    study = without_reviewers(everybody, apart, patterns, labels) if apart else everybody
    off_scale = [one.id for one in facet.labels if one.off_scale]
    by_models = {"by models": everybody.judgements - study.judgements} if apart else {}
    wanted = study.judgements <= MOST if extras.details is None else extras.details
    measure = measure_of(study, off_scale, terms.confidence, documents=wanted)
    told = details(units.connection, measure, apart, Looked(wanted, extras.by))
    found = facet_agreement(study, {**left_out, **by_models}, off_scale, terms)
    models = Models(apart, extras.epsilon, everybody.clusters) if apart else None
    full = beside(found, measure, patterns, models, told.deeds)
    return replace(full, costly=told.costly, slices=told.slices, is_detailed=wanted)


@dataclass(frozen=True, slots=True)
class TableAgreement:
    """Agreement in a table of votes: rows refused, and votes that another of the same hand replaced."""

    facts: AgreementFacts
    refused: tuple[RefusedRow, ...]
    repeats: int


def table_agreement(
    file: Path,
    columns: Mapping[str, str],
    *,
    level: Level = "nominal",
    order: tuple[str, ...] = (),
    repeats: Repeats = "last",
    terms: Terms = DEFAULT,
    extras: Extras = NO_EXTRAS,
) -> TableAgreement:
    """How far the reviewers of a table of votes (CSV or TSV) agree; `order` declares its labels, lowest first.

    The models among its reviewers that `extras` name are told of apart. At the levels interval and ratio the
    labels are numbers, and at ordinal they are where no order is declared.
    """
    with file.open("rb") as stream, open_votes(stream, file=str(file), columns=columns, repeats=repeats) as table:
        patterns = Patterns(table, Labels(level, order, file))
        tally, models = Tally(), extras.models
        for token, units in table.units():
            tally.add(dict(patterns.pattern(token)), units)
        if not order and level != "nominal":
            order = by_number(tally.study(VERDICT).labels, level, file)
        everybody = replace(tally.study(VERDICT, level, order), clusters=patterns if table.documented else ())
        again = Streamed(lambda: ((patterns.pattern(token), units) for token, units in table.units()))
        votes = everybody.patterns.items() if everybody.patterns else again
        study = without_reviewers(everybody, models, votes, order) if models else everybody
        left_out = {"by models": everybody.judgements - study.judgements, "no verdict": table.missing}
        found = facet_agreement(study, {kind: n for kind, n in left_out.items() if n}, terms=terms)
        spared = Models(models, extras.epsilon, everybody.clusters) if models else None
        measure = measure_of(study, confidence=terms.confidence, documents=study.judgements <= MOST)
        told = beside(found, measure, votes, spared)
        return TableAgreement(AgreementFacts((told,)), table.refused, table.repeats)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The votes on the claims of a table, by who gave which label; going through it, the claims of each document."""

    table: VoteTable
    labels: Labels

    @property
    def largest(self) -> int:
        """The most claims of a document."""
        return self.table.largest

    def units(self) -> Iterator[list[str]]:
        """The claims of each document, as their votes are coded."""
        return self.table.documents()

    def pattern(self, token: str) -> Pattern:
        """The votes on one claim."""
        votes = self.table.votes(token)
        return tuple([(reviewer, self.labels[votes[reviewer]]) for reviewer in sorted(votes)])

    def __iter__(self) -> Iterator[Mapping[Pattern, int]]:
        known: dict[str, Pattern] = {}
        for tokens in self.table.documents():
            known = known if len(known) < KEPT_PATTERNS else {}
            known |= {token: self.pattern(token) for token in set(tokens).difference(known)}
            yield Counter(map(known.__getitem__, tokens))
