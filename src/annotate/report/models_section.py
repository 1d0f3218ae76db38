"""Models beside the humans, as sentences and tables."""

from collections.abc import Iterator

from annotate.report.citations import CALDERON, SCHOUTEN, YEKUTIELI
from annotate.report.figures import counted, short
from annotate.report.models import ModelAgreement, ModelsAgreement
from annotate.report.numbers import between, signed
from annotate.report.sections import Section, Table

LISTED = 20
"""Humans that a table of the test names; the others are in the JSON."""


def models_section(facet: str, found: ModelsAgreement) -> Section:
    """The part of a report on models."""
    names = ", ".join(one.model for one in found.models)
    sentences = (
        f"Kept apart from the reviewers, and in none of the numbers above: {names}. Alpha of the humans is"
        f" {short(found.alone)}; with all models beside them it would be {short(found.together)}.",
        *(sentence for one in found.models for sentence in _outcome(one)),
    )
    return Section(f"Models on {facet}", sentences, (_against(found), *map(_test, found.models)), (CALDERON, YEKUTIELI))


def _outcome(one: ModelAgreement) -> Iterator[str]:
    test = one.test
    told = f"{one.model} may stand in for a human"
    if not test.passes:
        told = f"It is not shown that {told}"
    if test.doubt:
        yield f"It is not known whether {one.model} may stand in for a human: {test.doubt}."
    else:
        won = sum(versus.wins for versus in test.versus)
        yield (
            f"{told} by the alternative annotator test: it wins against {won} of"
            f" {counted(len(test.versus), 'human')}, a winning rate of {short(test.winning_rate)} where 0.5 is asked"
            f" for, with epsilon {float(test.epsilon):g}; average advantage probability {short(test.advantage)}."
        )
    if test.passed_over:
        yield f"{counted(len(test.passed_over), 'human')} met {one.model} on too few units and are passed over there."


def _against(found: ModelsAgreement) -> Table:
    rows = tuple(
        (
            one.model,
            f"{one.agreement.n:,}",
            short(one.agreement.value),
            between(one.agreement.low, one.agreement.high),
            short(one.kappa),
            short(one.with_it),
            signed(one.change),
        )
        for one in found.models
    )
    head = ("Model", "Units", "Agreement", "Interval", "Kappa", "With it", "Change")
    method = next((one.agreement.method for one in found.models if one.agreement.method), "none")
    caption = f"Against the humans (interval: {method}); kappa with identity weights; alpha with the model beside them"
    return Table(caption, head, rows, sources=(SCHOUTEN,))


def _test(one: ModelAgreement) -> Table:
    rows = tuple(
        (
            versus.human,
            f"{versus.instances:,}",
            short(versus.model),
            short(versus.advantage),
            _p(versus.p_value),
            _p(versus.corrected),
            "yes" if versus.wins else "no",
        )
        for versus in one.test.versus[:LISTED]
    )
    head = ("Human", "Units", "Model's", "His", "p", "Corrected", "Wins")
    return Table(f"{one.model}: advantage probabilities against each human", head, rows)


def _p(value: float | None) -> str:
    return "–" if value is None else "<0.001" if value < 0.001 else f"{value:.3f}"
