"""What a report says of models, which are no part of the agreement among humans."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from annotate.agreement import (
    EPSILON,
    AlternativeTest,
    Clusters,
    Coincidences,
    Confusion,
    Leaving,
    Parted,
    Pattern,
    Scale,
    Undefined,
    Value,
    alternative_test,
    by_document,
    contests,
    facing_kappa,
    gain,
    leavings,
    places,
    widened,
)
from annotate.report.reviewers import CHOICES, TOO_MANY, Apart, Measure, Patterns, on_scale
from annotate.report.shares import Share

NO_HUMAN = "no human judged what this model judged"


@dataclass(frozen=True, slots=True)
class Models:
    """Who is no human, what a model is spared for being cheap, and everybody's judgements by document where those are
    known."""

    names: frozenset[str] = frozenset()
    epsilon: Fraction = EPSILON
    clusters: Clusters = ()


@dataclass(frozen=True, slots=True)
class ModelAgreement:
    """One model against the humans: as for a reviewer against the rest.

    `with_it` is alpha with its judgements beside the humans', and `change` by how much that is greater. `test` says
    whether it may stand in for a human.
    """

    model: str
    judgements: int
    comparisons: int
    agreement: Share
    kappa: Value
    confusion: Confusion
    with_it: Value
    change: Value
    test: AlternativeTest


@dataclass(frozen=True, slots=True)
class ModelsAgreement:
    """All models: alpha of the humans `alone`, and `together` with all of the models."""

    alone: Value
    together: Value
    models: tuple[ModelAgreement, ...]


def models_agreement(measure: Measure, patterns: Patterns, models: Models) -> ModelsAgreement | None:
    """The models beside the humans of `measure`; `patterns` has both. None where no model gave a label."""
    given = {vote for pattern, _ in patterns for vote in pattern if vote[0] in models.names}
    if not given:
        return None
    measure = _wide(measure, {label for _, label in given})
    alone = Coincidences(measure.scale.labels, measure.study.level)
    alone.add(measure.scale.histogram)
    judging = sorted({model for model, _ in given})
    found = tuple(_model(measure, alone, _beside(patterns, models, model), models.epsilon) for model in judging)
    together = Coincidences(measure.scale.labels, measure.study.level)
    for profile, units in _profiles(patterns, measure.scale.labels):
        together.add({profile: units})
    few = len(measure.scale.labels) <= CHOICES
    return ModelsAgreement(alone.alpha() if few else TOO_MANY, together.alpha() if few else TOO_MANY, found)


@dataclass(frozen=True, slots=True)
class _Beside:
    """One model among the humans."""

    model: str
    patterns: Patterns
    clusters: Clusters


def _beside(patterns: Patterns, models: Models, model: str) -> _Beside:
    others = models.names - {model}

    def rest(pattern: Pattern) -> Pattern:
        return tuple(vote for vote in pattern if vote[0] not in others)

    return _Beside(model, Apart(patterns, others), Parted(models.clusters, rest))


def _model(measure: Measure, alone: Coincidences, one: _Beside, epsilon: Fraction) -> ModelAgreement:
    model, others = one.model, one.patterns
    met = leavings(others, measure.study.labels).get(model, Leaving())
    documents = by_document(one.clusters if measure.documents else ()).get(model)
    on = leavings(on_scale(others, measure.scale.labels), measure.scale.labels).get(model, Leaving())
    table, judgements = _table(others, model)
    few = len(measure.scale.labels) <= CHOICES
    with_it = alone.without(on.changes) if few else TOO_MANY
    return ModelAgreement(
        model=model,
        judgements=judgements,
        comparisons=sum(table.values()),
        agreement=measure.share(met.agreed, documents, NO_HUMAN),
        kappa=facing_kappa(table) if table else Undefined(NO_HUMAN),
        confusion=table,
        with_it=with_it,
        change=gain(with_it, alone.alpha()) if few else TOO_MANY,
        test=alternative_test(contests(others, model, set(measure.study.reviewers), _scale(measure)), epsilon),
    )


def _table(patterns: Patterns, model: str) -> tuple[Confusion, int]:
    """(the model's label, a human's) → comparisons; and the number of the model's judgements."""
    table: Counter[tuple[str, str]] = Counter()
    judgements = 0
    for pattern, units in patterns:
        own = [label for who, label in pattern if who == model]
        judgements += units * len(own)
        for who, label in pattern if own else ():
            if who != model:
                table[own[0], label] += units
    return dict(table), judgements


def _wide(measure: Measure, labels: Collection[str]) -> Measure:
    """With what models say that no human says."""
    off = set(measure.study.labels).difference(measure.scale.labels)
    return replace(measure, study=widened(measure.study, labels), scale=widened(measure.scale, set(labels) - off))


def _profiles(patterns: Patterns, labels: Sequence[str]) -> Iterator[tuple[tuple[int, ...], int]]:
    for pattern, units in on_scale(patterns, tuple(labels)):
        counts = Counter(label for _, label in pattern)
        yield tuple(counts[label] for label in labels), units


def _scale(measure: Measure) -> Scale:
    """The places of the labels, where the level knows more than same and different."""
    found = places(measure.scale)
    if measure.study.level == "nominal" or isinstance(found, Undefined):
        return {}
    return dict(zip(measure.scale.labels, found, strict=True))
