"""How far reviewers rest their verdicts on the same evidence: the facts, computed once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from annotate.agreement import Grounds, Piece, compared_grounds, of_grounds, sources, units_of_grounds
from annotate.report.document_values import CONFIDENCE, DocumentValue, document_values


@dataclass(frozen=True, slots=True)
class GroundedClaim:
    """A claim, the document (any number of its own) that it stands in, and reviewer → his verdict and its evidence."""

    claim: str
    document: int
    verdicts: Mapping[str, tuple[str, Sequence[Piece]]]


@dataclass(frozen=True, slots=True)
class DifferentSources:
    """A claim on which `pairs` pairs of these reviewers give the same verdict and have no source in common."""

    claim: str
    verdict: str
    pairs: int
    reviewers: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferentStances:
    """A claim on which `pairs` pairs of reviewers cite one source with no stance in common: reviewer → his stances."""

    claim: str
    source: str
    pairs: int
    stances: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EvidencePair:
    """Two reviewers on the `claims` on which both named a source."""

    a: str
    b: str
    claims: int
    coefficients: tuple[DocumentValue, ...]


@dataclass(frozen=True, slots=True)
class EvidenceAgreement:
    """Agreement on evidence.

    On `claims` two or more reviewers named a source, on `alone` only one of them did. `coefficients` are over all
    pairs. Of the findings those come first that most pairs of reviewers make.
    """

    claims: int
    alone: int
    coefficients: tuple[DocumentValue, ...]
    pairs: tuple[EvidencePair, ...]
    different_sources: tuple[DifferentSources, ...]
    different_stances: tuple[DifferentStances, ...]
    left_out: Mapping[str, int]


class _Sums:
    """Grounds by document, of one pair or of all."""

    def __init__(self) -> None:
        self._documents: dict[int, Grounds] = {}

    def add(self, document: int, grounds: Grounds) -> None:
        self._documents[document] = self._documents.get(document, Grounds()).plus(grounds)

    def values(self, confidence: float) -> tuple[DocumentValue, ...]:
        parts, total = list(self._documents.values()), self.total()
        return document_values(parts, of_grounds, units_of_grounds, total, confidence)

    def total(self) -> Grounds:
        return reduce(Grounds.plus, self._documents.values(), Grounds())


def evidence_agreement(claims: Iterable[GroundedClaim], confidence: float = CONFIDENCE) -> EvidenceAgreement:
    """The facts of these claims, which are gone through once; what was left out before is for the caller to add."""
    pairs: dict[tuple[str, str], _Sums] = {}
    whole, found, alone = _Sums(), _Findings(), 0
    number = 0
    for claim in claims:
        naming = {who: said for who, said in sorted(claim.verdicts.items()) if sources(said[1])}
        number += len(naming) > 1
        alone += len(naming) == 1
        for a, b in combinations(naming, 2):
            both = compared_grounds(naming[a][1], naming[b][1])
            pairs.setdefault((a, b), _Sums()).add(claim.document, both.grounds)
            whole.add(claim.document, both.grounds)
            found.note(claim, a, b, both.apart, is_sharing=bool(both.grounds.sharing))
    return EvidenceAgreement(
        claims=number,
        alone=alone,
        coefficients=whole.values(confidence),
        pairs=tuple(
            EvidencePair(a, b, sums.total().claims, sums.values(confidence)) for (a, b), sums in sorted(pairs.items())
        ),
        different_sources=found.of_sources(),
        different_stances=found.of_stances(),
        left_out={},
    )


class _Findings:
    """What is found, pair by pair, gathered by claim."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, str], tuple[int, set[str], set[str]]] = {}
        self._stances: dict[tuple[str, str], tuple[int, dict[str, set[str]]]] = {}

    def note(self, claim: GroundedClaim, a: str, b: str, apart: Iterable[str], *, is_sharing: bool) -> None:
        (verdict, ours), (other, theirs) = claim.verdicts[a], claim.verdicts[b]
        if verdict == other and not is_sharing:
            pairs, who, named = self._sources.get((claim.claim, verdict), (0, set(), set()))
            found = (pairs + 1, who | {a, b}, named | sources(ours) | sources(theirs))
            self._sources[claim.claim, verdict] = found
        for source in apart:
            pairs, stances = self._stances.get((claim.claim, source), (0, {}))
            his = {a: _stances(ours, source), b: _stances(theirs, source)}
            self._stances[claim.claim, source] = (pairs + 1, stances | his)

    def of_sources(self) -> tuple[DifferentSources, ...]:
        """By the number of pairs, then of sources; else in the order of the claims."""
        ranked = sorted(self._sources.items(), key=lambda found: (-found[1][0], -len(found[1][2])))
        return tuple(
            DifferentSources(claim, verdict, pairs, tuple(sorted(who)), tuple(sorted(named)))
            for (claim, verdict), (pairs, who, named) in ranked
        )

    def of_stances(self) -> tuple[DifferentStances, ...]:
        """By the number of pairs; else in the order of the claims."""
        ranked = sorted(self._stances.items(), key=lambda found: -found[1][0])
        return tuple(
            DifferentStances(claim, source, pairs, {who: tuple(sorted(his)) for who, his in sorted(stances.items())})
            for (claim, source), (pairs, stances) in ranked
        )


def _stances(pieces: Iterable[Piece], source: str) -> set[str]:
    return {piece.stance for piece in pieces if piece.source == source and piece.stance}
