"""Agreement on what every judgement records beside its scheme: whether it is a claim at all, and how sure one is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import groupby
from operator import attrgetter

from annotate.agreement import DEFAULT, Sureness, Tally, Terms, rise
from annotate.domain import Answer, Facet, Label
from annotate.report import ConfidenceFacts, FacetAgreement, facet_agreement
from annotate.store import Reading, Sure, confidences

CONFIDENCE, IS_CLAIM = "confidence", "is_claim"
"""Names under which the report has them, unless a facet of the scheme has that name."""

RECORDED = (IS_CLAIM, CONFIDENCE)

MOST_READ = 200_000
"""Judgements up to which confidence is reported without being asked for: each of them is read for it."""

CLAIM, NO_CLAIM = "claim", Answer.NOT_A_CLAIM.value

Says = Callable[[Sure], str]
"""What an answer says on a facet, or "" for nothing."""

Answers = Callable[[Counter[str]], Iterator[tuple[int, list[Sure]]]]
"""What gives the answers claim by claim, and counts those that it leaves out."""


def recorded_agreement(
    connection: Reading, facet: str, top: int, terms: Terms = DEFAULT, apart: frozenset[str] = frozenset()
) -> FacetAgreement:
    """The facts of CONFIDENCE, on a scale that ends at `top`, or of IS_CLAIM, without models kept apart."""
    answers = partial(_standing, connection, apart)
    if facet == IS_CLAIM:
        return _agreement(answers, Facet(IS_CLAIM, "single", _labels((CLAIM, NO_CLAIM))), _is_claim, terms)
    scale = Facet(CONFIDENCE, "ordinal", _labels([str(step) for step in range(1, top + 1)]))
    told = _agreement(answers, scale, _confidence, terms)
    return replace(told, by_confidence=_by_confidence(answers)) if told.judgements else told


def _labels(names: Sequence[str]) -> tuple[Label, ...]:
    return tuple(Label(name, name) for name in names)


def _agreement(answers: Answers, facet: Facet, says: Says, terms: Terms) -> FacetAgreement:
    tally, left_out = Tally(), Counter[str]()
    for document, standing in answers(left_out):
        told = {one.reviewer: says(one) for one in standing}
        left_out.update(_kind(one) for one in standing if not told[one.reviewer])
        tally.add({who: label for who, label in told.items() if label}, 1, str(document))
    study = tally.study(facet.id, facet.level, [label.id for label in facet.labels])
    return facet_agreement(study, {kind: n for kind, n in sorted(left_out.items()) if n}, terms=terms)


def _standing(connection: Reading, apart: frozenset[str], left_out: Counter[str]) -> Iterator[tuple[int, list[Sure]]]:
    """For each claim its document (row), and one answer of each reviewer who is in no conflict with himself."""
    for _, said in groupby(confidences(connection), key=attrgetter("claim")):
        by_reviewer: defaultdict[str, list[Sure]] = defaultdict(list)
        for one in said:
            if one.reviewer in apart:
                left_out["by models"] += 1
            else:
                by_reviewer[one.reviewer].append(one)
        at_one = [given[0] for given in by_reviewer.values() if len({(one.answer, one.label) for one in given}) == 1]
        left_out["in conflict with oneself"] += len(by_reviewer) - len(at_one)
        if at_one:
            yield at_one[0].document, at_one


def _is_claim(one: Sure) -> str:
    return {Answer.VERDICT: CLAIM, Answer.NOT_A_CLAIM: NO_CLAIM}.get(one.answer, "")


def _confidence(one: Sure) -> str:
    return str(one.confidence) if one.confidence and one.answer is Answer.VERDICT else ""


def _kind(one: Sure) -> str:
    return "without a confidence" if one.answer is Answer.VERDICT else one.answer.value.replace("_", " ")


def _by_confidence(answers: Answers) -> ConfidenceFacts:
    sureness, sums, counts = Sureness(), Counter[str](), Counter[str]()
    for _, standing in answers(Counter()):
        judged = [one for one in standing if one.answer is Answer.VERDICT]
        sureness.add({one.reviewer: (one.label, one.confidence) for one in judged})
        for one in judged:
            if one.confidence:
                sums[one.reviewer] += one.confidence
                counts[one.reviewer] += 1
    means = {who: Fraction(sums[who], counts[who]) for who in sorted(counts)}
    return ConfidenceFacts(sureness.steps(), rise(sureness.steps()), sureness.unsaid, means)
