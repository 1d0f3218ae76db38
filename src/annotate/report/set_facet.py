"""The facts of a facet whose judgements are sets of labels."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotate.agreement import (
    DEFAULT,
    Sets,
    Study,
    Terms,
    Undefined,
    Value,
    Weights,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    identity,
    jaccard,
    krippendorff_alpha,
    light_kappa,
    masi,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    scott_pi,
    weighted_alpha,
)
from annotate.report.agreement import FacetAgreement, LabelAgreement, facet_agreement, needed_of, with_intervals
from annotate.report.coefficients import Coefficient
from annotate.report.intervals import told
from annotate.report.measured import Measured
from annotate.report.set_intervals import set_intervals

NO_CHOICE = Undefined("a set is not chosen among labels: how many sets there were to choose from is not declared")

OF_ALL = {"fleiss_kappa": fleiss_kappa, "conger_kappa": conger_kappa}


def set_agreement(sets: Sets, left_out: Mapping[str, int] | None = None, terms: Terms = DEFAULT) -> FacetAgreement:
    """The facts of one facet, as `facet_agreement` has them.

    Two sets agree as far as they overlap (Jaccard), or as MASI says; each label is measured by whether it was in the
    set or not, so that a judgement counts for every label that it gave.
    """
    study = sets.study
    near = {"identity": identity, "jaccard": sets.weights(jaccard), "masi": sets.weights(masi)}
    own, others = tuple(_own(study, near)), tuple(_others(study, near))
    found = set_intervals(sets, near, (*own, *others), terms)
    measured = Measured(study, study)
    shown = told(measured, own, found)
    return replace(
        facet_agreement(study, left_out, terms=terms),
        coefficients=shown,
        others=told(measured, others, found),
        labels=tuple(with_intervals(_label(sets, label), found) for label in sets.choices),
        confusion=(),
        needed=needed_of(shown, terms),
        sets=True,
    )


def _own(study: Study, near: Mapping[str, Weights]) -> Iterator[Coefficient]:
    yield _percent(study, near, "identity")
    yield _percent(study, near, "jaccard")
    for weights in ("jaccard", "masi"):
        yield _counted(study, "krippendorff_alpha", weights, weighted_alpha(study, near[weights]))
    yield _counted(study, "krippendorff_alpha", "nominal", krippendorff_alpha(study))
    yield from _kappas(study, near, "jaccard")


def _others(study: Study, near: Mapping[str, Weights]) -> Iterator[Coefficient]:
    yield _percent(study, near, "masi")
    yield _counted(study, "percent_agreement_pairs", "identity", percent_agreement_pairs(study))
    yield _counted(study, "percent_agreement_ratings", "identity", percent_agreement_ratings(study))
    for weights in ("masi", "identity"):
        yield from _kappas(study, near, weights)
    if len(study.reviewers) > 2:
        for weights in ("jaccard", "masi", "identity"):
            yield _counted(study, "light_kappa", weights, light_kappa(study, near[weights]))
    yield _counted(study, "brennan_prediger", "identity", NO_CHOICE)
    yield _counted(study, "gwet_ac1", "identity", NO_CHOICE)


def _kappas(study: Study, near: Mapping[str, Weights], weights: str) -> Iterator[Coefficient]:
    if len(study.reviewers) == 2:
        a, b = study.reviewers
        table = study.pairs.get((a, b), {})
        yield _counted(study, "cohen_kappa", weights, cohen_kappa(table, near[weights], study.labels))
        yield _counted(study, "scott_pi", weights, scott_pi(table, near[weights], study.labels))
    for name, coefficient in OF_ALL.items():
        yield _counted(study, name, weights, coefficient(study, near[weights]))


def _percent(study: Study, near: Mapping[str, Weights], weights: str) -> Coefficient:
    return _counted(study, "percent_agreement", weights, percent_agreement(study, near[weights]))


def _counted(study: Study, name: str, weights: str, value: Value) -> Coefficient:
    return Coefficient(name, weights, value, study.pairable_units)


def _label(sets: Sets, label: str) -> LabelAgreement:
    apart = sets.choosing(label)
    return LabelAgreement(label, apart.label_counts[0], fleiss_kappa(apart), krippendorff_alpha(apart))
