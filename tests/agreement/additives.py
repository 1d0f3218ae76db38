"""Every coefficient twice: as it is defined, and as a function of sums over units."""

from collections.abc import Callable, Iterator, Sequence

from annotate.agreement import (
    Additive,
    Level,
    Study,
    Tally,
    Undefined,
    Value,
    Weights,
    agreement_by,
    alpha_at,
    alpha_by,
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    identity,
    in_majority,
    kappa_of_pair,
    kappas_of_all,
    krippendorff_alpha,
    light_kappa,
    linear,
    majority_share,
    of_units,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    quadratic,
    scott_pi,
    sums_of_conger,
    sums_of_light,
    unanimity,
    unanimous,
    weighted_alpha,
)

Ballot = dict[str, str]
Defined = tuple[str, Additive | Undefined, Callable[[Study], Value]]
LEVELS: Sequence[Level] = ("nominal", "ordinal", "interval", "ratio")
LABELS = ("1", "2", "4")


def counted(ballots: Sequence[Ballot], documents: Sequence[str] = (), labels: Sequence[str] = LABELS) -> Study:
    """The study of the ballots, which a document each may be named for."""
    tally = Tally()
    for place, ballot in enumerate(ballots):
        tally.add(ballot, 1, documents[place] if documents else "")
    return tally.study("verdict", "ratio", labels)


def every_additive(study: Study) -> Iterator[Defined]:
    """Name, sums and definition of each coefficient of a study that has LABELS."""
    for name, weights in (("identity", identity), ("linear", linear([1, 2, 4])), ("quadratic", quadratic([1, 2, 4]))):
        yield from ((f"{one[0]} {name}", *one[1:]) for one in _weighted(study, weights))
    for level in LEVELS:
        yield f"alpha {level}", alpha_at(study, level), lambda whole, level=level: krippendorff_alpha(whole, level)
    yield "unanimity", of_units(study, unanimous), unanimity
    yield "majority share", of_units(study, in_majority), majority_share
    share = agreement_by(identity)
    yield "agreement pairs", of_units(study, share, lambda n: n * (n - 1)), percent_agreement_pairs
    yield "agreement ratings", of_units(study, share, lambda n: n), percent_agreement_ratings


def _weighted(study: Study, weights: Weights) -> Iterator[Defined]:
    kappas = kappas_of_all(study, weights)
    assert not isinstance(kappas, Undefined)
    yield "fleiss", kappas["fleiss_kappa"], lambda whole: fleiss_kappa(whole, weights)
    yield "brennan-prediger", kappas["brennan_prediger"], lambda whole: brennan_prediger(whole, weights)
    yield "gwet", kappas["gwet_ac"], lambda whole: gwet_ac(whole, weights)
    yield "alpha by weights", alpha_by(study, weights), lambda whole: weighted_alpha(whole, weights)
    yield "agreement", of_units(study, agreement_by(weights)), lambda whole: percent_agreement(whole, weights)
    yield "conger", sums_of_conger(study, weights), lambda whole: conger_kappa(whole, weights)
    yield "light", sums_of_light(study, weights), lambda whole: light_kappa(whole, weights)
    for pair, table in study.pairs.items():
        cohen = kappa_of_pair(table, pair, study.labels, weights)
        yield f"cohen {pair}", cohen, lambda whole, pair=pair: cohen_kappa(_of(whole, pair), weights, LABELS)
        scott = kappa_of_pair(table, pair, study.labels, weights, common=True)
        yield f"scott {pair}", scott, lambda whole, pair=pair: scott_pi(_of(whole, pair), weights, LABELS)


def _of(study: Study, pair: tuple[str, str]) -> dict[tuple[str, str], int]:
    return dict(study.pairs.get(pair, {}))
