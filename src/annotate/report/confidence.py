"""How sure reviewers are, and whether they agree the more the surer they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement import Step, Undefined, Value
from annotate.report.figures import counted, shown
from annotate.report.sections import Section, Table

GAMMA = (
    "Goodman, L. A. and Kruskal, W. H. (1954), Measures of association for cross classifications, Journal of the"
    " American Statistical Association 49(268), 732-764"
)


@dataclass(frozen=True, slots=True)
class ConfidenceFacts:
    """Agreement on the verdict by the lower confidence of a pair, in `steps`; `gamma` says whether it rises.

    `unsaid` pairs have a verdict each, but not a confidence each. `means` is each reviewer's mean confidence.
    """

    steps: tuple[Step, ...]
    gamma: Value
    unsaid: int
    means: Mapping[str, Fraction]


def confidence_section(facts: ConfidenceFacts) -> Section:
    """What the report says of it, below the facet of confidence."""
    tables = (_steps(facts), _means(facts)) if facts.steps else (_means(facts),)
    return Section("Agreement on the verdict by confidence", tuple(_sentences(facts)), tables, (GAMMA,))


def _sentences(facts: ConfidenceFacts) -> Iterator[str]:
    if isinstance(facts.gamma, Undefined):
        yield f"Whether agreement rises with confidence cannot be said: {facts.gamma.reason}."
    else:
        yield f"Gamma is {shown(facts.gamma)}: {_direction(facts.gamma)}."
    if facts.unsaid:
        yield f"Left out: {counted(facts.unsaid, 'pair')} of verdicts without a confidence each."


def _direction(gamma: Fraction) -> str:
    if not gamma:
        return "of an agreeing pair and a differing one, either is as often the surer"
    one, other = ("an agreeing pair", "a differing one") if gamma > 0 else ("a differing pair", "an agreeing one")
    return f"{one} is the surer more often than {other}"


def _steps(facts: ConfidenceFacts) -> Table:
    return Table(
        caption="Pairs of verdicts on one claim, by the lower of their two confidences",
        head=("Lower confidence", "Units", "Pairs", "Agreement"),
        rows=tuple(
            (str(one.confidence), f"{one.units:,}", f"{one.pairs:,}", shown(one.agreement)) for one in facts.steps
        ),
    )


def _means(facts: ConfidenceFacts) -> Table:
    rows = tuple((who, f"{float(mean):.2f}") for who, mean in facts.means.items())
    return Table("How sure each reviewer is", ("Reviewer", "Mean confidence"), rows)
