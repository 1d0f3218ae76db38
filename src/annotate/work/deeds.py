"""What each reviewer did, as a report tells it: gathered claim by claim, kept in sums."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotate.agreement import Comparisons
from annotate.domain import Moment, Status
from annotate.report import PERIODS, Deeds, Speed, pooled_share, share_of
from annotate.store import Reading, boundaries, timed, timings
from annotate.work.cases import Case

NOT_DECIDED = "nobody else has adjudicated a claim that this reviewer judged"
NOT_THEN = "nobody else judged what this reviewer judged then"
NOT_LINKED = "this reviewer judged no claim that another document has too"
NOT_AGAIN = "this reviewer judged nothing in a later round"


@dataclass(slots=True)
class _Sums:
    """What is added up for one reviewer."""

    ends: tuple[Moment, ...] = ()
    drift: list[Comparisons] = field(default_factory=lambda: [Comparisons() for _ in range(PERIODS)])
    untimed: int = 0
    decided: Counter[tuple[str, str]] = field(default_factory=Counter)
    linked: Counter[bool] = field(default_factory=Counter)
    again: Counter[bool] = field(default_factory=Counter)


class Doings:
    """Adds up cases, in whatever order; `linked` as in linked_claims."""

    def __init__(self, connection: Reading, linked: Mapping[int, bytes], *, is_decided: bool) -> None:
        self._connection = connection
        self._linked = linked
        self._is_decided = is_decided
        self._met: dict[tuple[str, bytes], tuple[int, str]] = {}
        self._of: defaultdict[str, _Sums] = defaultdict(_Sums)

    def add(self, case: Case) -> None:
        """One more claim."""
        counts = Counter(case.first.values())
        for reviewer, label in case.first.items():
            sums = self._sums(reviewer)
            _time(sums, case, reviewer, counts[label] - 1)
            if case.status is Status.ADJUDICATED and case.verdict and case.author != reviewer:
                sums.decided[label, case.verdict] += 1
            self._meet(sums, reviewer, case, label)
            later = [ballot[reviewer] for at, ballot in case.rounds.items() if at > 1 and reviewer in ballot]
            if later:
                sums.again[later[-1] == label] += 1

    def deeds(self, confidence: float) -> dict[str, Deeds]:
        """What was added up, by reviewer."""
        return {reviewer: self._told(reviewer, sums, confidence) for reviewer, sums in self._of.items()}

    def _sums(self, reviewer: str) -> _Sums:
        if reviewer not in self._of:
            self._of[reviewer] = _Sums(boundaries(self._connection, reviewer, PERIODS))
        return self._of[reviewer]

    def _meet(self, sums: _Sums, reviewer: str, case: Case, label: str) -> None:
        """Beside what he said when he met the claim first, if that was in another document."""
        key = self._linked.get(case.claim)
        if key is not None:
            document, before = self._met.setdefault((reviewer, key), (case.document, label))
            if document != case.document:
                sums.linked[before == label] += 1

    def _told(self, reviewer: str, sums: _Sums, confidence: float) -> Deeds:
        right = sum(n for (own, decided), n in sums.decided.items() if own == decided)
        settled = share_of(right, sums.decided.total(), confidence, NOT_DECIDED)
        return Deeds(
            settled=settled if self._is_decided else None,
            decided=dict(sums.decided) if self._is_decided else {},
            drift=tuple(pooled_share(one, confidence, NOT_THEN) for one in sums.drift),
            untimed=sums.untimed,
            speed=_speed(self._connection, reviewer),
            linked=share_of(sums.linked[True], sums.linked.total(), confidence, NOT_LINKED),
            again=share_of(sums.again[True], sums.again.total(), confidence, NOT_AGAIN),
        )


def _time(sums: _Sums, case: Case, reviewer: str, agreeing: int) -> None:
    at = case.times[reviewer]
    if at and sums.ends:
        sums.drift[bisect_left(sums.ends, at)].add(case.document, agreeing, len(case.first) - 1)
    else:
        sums.untimed += 1


def _speed(connection: Reading, reviewer: str) -> Speed | None:
    """Quartiles and median by linear interpolation between the two nearest: Hyndman and Fan (1996), definition 7."""
    n = timed(connection, reviewer)
    if not n:
        return None

    def quantile(quarters: int) -> float:
        whole, rest = divmod((n - 1) * quarters, 4)
        low, high = timings(connection, reviewer, [whole, whole + (rest > 0)])
        return (low * (4 - rest) + high * rest) / 4000

    return Speed(n, *map(quantile, (1, 2, 3)))
