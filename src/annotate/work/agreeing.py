"""Agreement: of the project's reviewers, or of a table of votes with no project at all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from annotate.agreement import DEFAULT, EPSILON, Level, Study, Tally, Terms, without_reviewers
from annotate.domain import VERDICT, Facet, printable
from annotate.errors import BadInput, Unknown
from annotate.formats import RefusedRow, Repeats, open_votes
from annotate.report import AgreementFacts, By, FacetAgreement, Models, beside, facet_agreement, measure_of
from annotate.store import Reading, has_judged, reviewers, scheme, votes
from annotate.work.desk import Desk, lead_only
from annotate.work.detailing import MOST, Looked, details
from annotate.work.levels import by_number, on_level
from annotate.work.patterns import ballot_of, patterns_among, patterns_in, patterns_of


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

    Measured on the standing judgements of the first round. Answers that are no verdict, and reviewers in conflict with
    themselves, are left out and counted; so are models, which are told of apart, unless only models judged. `terms` say
    which intervals are asked for.
    """
    lead_only(desk, "The agreement report")
    with desk.store.reading() as connection:
        current = scheme(connection)[1]
        wanted = [found for found in current.facets if facet in (None, found.id)]
        if not wanted:
            raise Unknown(
                f'The scheme has no facet "{printable(facet or "")}".',
                f"It has: {', '.join(one.id for one in current.facets)}.",
            )
        apart = models_apart(connection)
        reports = [_of_facet(connection, one, terms, extras, apart) for one in wanted]
    return AgreementFacts(tuple(report for report in reports if report.judgements or report.facet == VERDICT))


def models_apart(connection: Reading) -> frozenset[str]:
    """The models that are kept apart from the humans: all, but none where no human has judged."""
    known = {handle: reviewer.is_model for handle, (_, reviewer) in reviewers(connection).items()}
    models = frozenset(handle for handle, is_model in known.items() if is_model)
    return models if any(has_judged(connection, handle) for handle in known.keys() - models) else frozenset()


def _of_facet(connection: Reading, facet: Facet, terms: Terms, extras: Extras, apart: frozenset[str]) -> FacetAgreement:
    everybody, left_out = _counted(connection, facet, apart)
    patterns = patterns_of(everybody, lambda: patterns_in(connection, facet.id))
    labels = [label.id for label in facet.labels]
    study = without_reviewers(everybody, apart, patterns, labels) if apart else everybody
    off_scale = [one.id for one in facet.labels if one.off_scale]
    by_models = {"by models": everybody.judgements - study.judgements} if apart else {}
    measure = measure_of(study, off_scale, terms.confidence)
    wanted = study.judgements <= MOST if extras.details is None else extras.details
    told = details(connection, measure, apart, Looked(wanted, extras.by))
    found = facet_agreement(study, left_out | by_models, off_scale, terms)
    models = Models(apart, extras.epsilon, everybody.clusters) if apart else None
    full = beside(found, measure, patterns, models, told.deeds)
    return replace(full, costly=told.costly, slices=told.slices, is_detailed=wanted)


def _counted(connection: Reading, facet: Facet, apart: frozenset[str]) -> tuple[Study, dict[str, int]]:
    """Everybody's judgements, and what of the humans' is left out."""
    tally, left_out = Tally(), Counter[str]()
    for _, said in groupby(votes(connection, facet.id), key=lambda vote: vote.claim):
        given = list(said)
        humans = ballot_of([vote for vote in given if vote.reviewer not in apart], left_out)
        models = ballot_of([vote for vote in given if vote.reviewer in apart], Counter()) if apart else {}
        tally.add({**humans, **models}, 1, str(given[0].document))
    study = tally.study(facet.id, facet.level, [label.id for label in facet.labels])
    return study, dict(sorted(left_out.items()))


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
        tally, models = Tally(), extras.models
        tally.take(_declared(on_level(iter(table), level, file), order, file), table.document_of)
        if not order and level != "nominal":
            order = by_number(tally.study(VERDICT).labels, level, file)
        everybody = tally.study(VERDICT, level, order)
        patterns = patterns_of(everybody, lambda: patterns_among(on_level(iter(table), level, file)))
        study = without_reviewers(everybody, models, patterns, order) if models else everybody
        left_out = {"by models": everybody.judgements - study.judgements, "no verdict": table.missing}
        found = facet_agreement(study, {kind: n for kind, n in left_out.items() if n}, terms=terms)
        spared = Models(models, extras.epsilon, everybody.clusters) if models else None
        told = beside(found, measure_of(study, confidence=terms.confidence), patterns, spared)
        return TableAgreement(AgreementFacts((told,)), table.refused, table.repeats)


def _declared(
    votes_: Iterator[tuple[str, str, str]], order: tuple[str, ...], file: Path
) -> Iterator[tuple[str, str, str]]:
    for claim, reviewer, label in votes_:
        if order and label not in order:
            raise BadInput(f'The label "{printable(label)}" is not in --order.', "Name every label there.", file=file)
        yield claim, reviewer, label
