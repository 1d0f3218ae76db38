"""Agreement: of the project's reviewers, or of a table of votes with no project at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from annotate.agreement import (
    DEFAULT,
    EPSILON,
    KEPT_PATTERNS,
    Level,
    Pattern,
    Study,
    Tally,
    Terms,
    in_sets,
    without_reviewers,
)
from annotate.domain import VERDICT, Facet, printable
from annotate.errors import Unknown
from annotate.formats import RefusedRow, Repeats, VoteTable, open_votes
from annotate.report import (
    CHOICES,
    MOST,
    AgreementFacts,
    By,
    FacetAgreement,
    Models,
    Streamed,
    beside,
    counted,
    facet_agreement,
    many_agreement,
    measure_of,
    patterns_of,
    set_agreement,
)
from annotate.store import Reading, Units, counting, has_judged, reviewers, scheme
from annotate.work.desk import Desk, lead_only
from annotate.work.detailing import Looked, details
from annotate.work.grounding import evidence_of
from annotate.work.judging import most_confident
from annotate.work.levels import Labels, by_number
from annotate.work.recorded import CONFIDENCE, IS_CLAIM, MOST_READ, RECORDED, recorded_agreement
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

NAMED = 20
"""Reviewers of a table that a refusal names."""


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
        if not wanted and facet not in RECORDED:
            raise Unknown(
                f'The scheme has no facet "{printable(facet or "")}".',
                f"It has: {', '.join(dict.fromkeys([*(one.id for one in current.facets), *RECORDED]))}.",
            )
        apart = models_apart(units.connection)
        reports = [_of_facet(units, one, terms, extras, apart) for one in wanted]
        reports += [
            recorded_agreement(units.connection, name, most_confident(units.connection), terms, apart)
            for name in _recorded(reports, facet)
            if current.facet(name) is None
        ]
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


def _recorded(reports: Sequence[FacetAgreement], facet: str | None) -> Sequence[str]:
    """What to report of RECORDED: what is asked for, or whatever there is some of and takes no more than seconds."""
    if facet is not None:
        return [facet] if facet in RECORDED else []
    judgements, left_out = reports[0].judgements, reports[0].left_out
    found = [IS_CLAIM] if left_out.get("not a claim") else []
    return [*found, CONFIDENCE] if judgements + sum(left_out.values()) <= MOST_READ else found


def _of_facet(units: Units, facet: Facet, terms: Terms, extras: Extras, apart: frozenset[str]) -> FacetAgreement:
    everybody, left_out = counted(units.of(facet), facet)
    patterns = patterns_of(everybody)
    labels = [label.id for label in facet.labels]
    study = without_reviewers(everybody, apart, patterns, labels) if apart else everybody
    off_scale = [one.id for one in facet.labels if one.off_scale]
    by_models = {"by models": everybody.judgements - study.judgements} if apart else {}
    if facet.kind == "set":
        return set_agreement(in_sets(study, labels), {**left_out, **by_models}, terms)
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
    joint: str = "",
    terms: Terms = DEFAULT,
    extras: Extras = NO_EXTRAS,
) -> TableAgreement:
    """How far the reviewers of a table of votes (CSV or TSV) agree; `order` declares its labels, lowest first.

    The models among its reviewers that `extras` name are told of apart. At the levels interval and ratio the labels are
    numbers, and at ordinal they are where no order is declared. With a `joint`, every verdict is a set of labels that
    it joins.
    """
    with file.open("rb") as stream, open_votes(stream, file=str(file), columns=columns, repeats=repeats) as table:
        _refuse_strangers(extras.models, table, file)
        patterns = Patterns(table, Labels(level, order, file, joint))
        tally = _tally((patterns.pattern(token), units) for token, units in table.units())
        used = tally.used()
        if not order and level != "nominal":
            order = by_number(sorted(used), level, file)
        votes = Votes(tally, patterns, order, terms, extras)
        told = votes.measured(level, joint, many=not joint and len(used.union(order)) > CHOICES)
        return TableAgreement(AgreementFacts((told,)), table.refused, table.repeats)


def _refuse_strangers(models: frozenset[str], table: VoteTable, file: Path) -> None:
    for stranger in sorted(models.difference(table.reviewers)):
        known = ", ".join(printable(name) for name in table.reviewers[:NAMED])
        raise Unknown(
            f'There is no reviewer "{printable(stranger)}" in {printable(str(file))}.',
            f"Its reviewers are: {known}{', …' if len(table.reviewers) > NAMED else '.'}",
        )


def _tally(patterns: Iterable[tuple[Pattern, int]], gone: frozenset[str] = frozenset()) -> Tally:
    tally = Tally()
    for pattern, units in patterns:
        tally.add({who: label for who, label in pattern if who not in gone}, units)
    return tally


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of a table, all of them tallied; `order` declares its labels, `extras` name the models among them."""

    tally: Tally
    patterns: "Patterns"
    order: tuple[str, ...]
    terms: Terms
    extras: Extras

    def measured(self, level: Level, joint: str, *, many: bool) -> FacetAgreement:
        """The facts; with a `joint` of sets, and of `many` labels without what is told of a choice of them."""
        models, table = self.extras.models, self.patterns.table
        again = Streamed(lambda: ((self.patterns.pattern(token), units) for token, units in table.units()))
        clusters = self.patterns if table.documented else ()
        missing = {"no verdict": table.missing} if table.missing else {}
        if many:
            rest = _tally(again, models) if models else self.tally
            labels = (*self.order, *sorted(rest.used().difference(self.order)))
            bags = replace(rest.bags(VERDICT, level, labels), clusters=clusters)
            return many_agreement(bags, self._left_out(bags.judgements, missing), self.terms)
        everybody = replace(self.tally.study(VERDICT, level, self.order), clusters=clusters)
        votes = everybody.patterns.items() if everybody.patterns else again
        study = without_reviewers(everybody, models, votes, self.order) if models else everybody
        left_out = self._left_out(study.judgements, missing)
        if joint:
            return set_agreement(in_sets(study, self.order, joint), left_out, self.terms)
        return self._beside(everybody, study, votes, left_out)

    def _left_out(self, kept: int, missing: Mapping[str, int]) -> Mapping[str, int]:
        by_models = self.tally.judgements - kept
        return {**({"by models": by_models} if by_models else {}), **missing}

    def _beside(
        self, everybody: Study, study: Study, votes: Iterable[tuple[Pattern, int]], left_out: Mapping[str, int]
    ) -> FacetAgreement:
        found = facet_agreement(study, left_out, terms=self.terms)
        models = self.extras.models
        spared = Models(models, self.extras.epsilon, everybody.clusters) if models else None
        measure = measure_of(study, confidence=self.terms.confidence, documents=study.judgements <= MOST)
        return beside(found, measure, votes, spared)


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
