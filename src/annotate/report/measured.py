"""What a report measures: which judgements, with which weights, at which levels."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotate.agreement import (
    Confusion,
    Level,
    Study,
    Undefined,
    Value,
    Weights,
    alpha_weights,
    identity,
    linear,
    places,
    quadratic,
)

WEIGHTS: Mapping[Level, tuple[str, ...]] = {
    "nominal": ("identity",),
    "ordinal": ("linear", "quadratic", "identity"),
    "interval": ("quadratic", "linear", "identity"),
    "ratio": ("quadratic", "linear", "identity"),
}
"""The weights that make sense at a level, its own first: quadratic ones are those of the interval metric."""

LEVELS: Mapping[Level, tuple[Level, ...]] = {
    "nominal": ("nominal",),
    "ordinal": ("ordinal", "nominal"),
    "interval": ("interval", "ordinal", "nominal"),
    "ratio": ("ratio", "interval", "ordinal", "nominal"),
}
"""The levels at which alpha makes sense, the level's own first."""

LEVEL: Mapping[str, Level] = {level: level for level in LEVELS}
"""A level by its name."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The judgements that are measured: all of them, and those whose labels have a place on the scale."""

    whole: Study
    scale: Study

    def of(self, weights: str) -> Study:
        """Those that coefficients with these weights, or alpha at this level, are computed from."""
        return self.whole if weights in ("identity", "nominal") else self.scale


def weights_of(name: str, study: Study) -> Weights | Undefined:
    """The weights of that name on the scale of the study."""
    if name == "identity":
        return identity
    found = places(study)
    if isinstance(found, Undefined):
        return found
    return linear(found) if name == "linear" else quadratic(found)


def weights_in(study: Study, name: str, weights: str) -> Weights | Undefined:
    """The weights of the coefficient of that name; `weights` is their name, or for alpha its level."""
    return alpha_weights(study, LEVEL[weights]) if name == "krippendorff_alpha" else weights_of(weights, study)


def of_pair(coefficient: Callable[..., Value], table: Confusion, name: str, study: Study) -> Value:
    """A coefficient of two reviewers, with the weights of that name."""
    weights = weights_of(name, study)
    return weights if isinstance(weights, Undefined) else coefficient(table, weights, study.labels)


def of_all(coefficient: Callable[[Study, Weights], Value], study: Study, name: str) -> Value:
    """A coefficient of all reviewers, with the weights of that name."""
    weights = weights_of(name, study)
    return weights if isinstance(weights, Undefined) else coefficient(study, weights)
