"""Slices of a project's claims: by document, label, type, week or round."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from annotate.agreement import Coincidences, Profile
from annotate.domain import Moment
from annotate.report import By, Measure, SlicesAgreement, ranked, slice_of
from annotate.store import Reading, document_names, types_of
from annotate.work.cases import Ballot, Case

Parts = Iterable[tuple[str, Ballot]]
"""To which slices a claim belongs, with the ballot that counts there."""

NO_TYPE, NO_TIME, TIED = "no type", "no time", "tied"


class Slicer:
    """Adds up cases, slice by slice."""

    def __init__(self, connection: Reading, by: By, labels: tuple[str, ...]) -> None:
        self._connection = connection
        self._by: By = by
        self._labels = labels
        self._types = types_of(connection) if by == "type" else {}
        self._of: defaultdict[str, Counter[Profile]] = defaultdict(Counter)
        self._parts: Callable[[Case], Parts] = {
            "document": _by_document,
            "label": _by_label,
            "type": self._by_type,
            "period": _by_week,
            "round": _by_round,
        }[by]

    def add(self, case: Case) -> None:
        """One more claim."""
        for name, ballot in self._parts(case):
            if ballot:
                counts = Counter(ballot.values())
                self._of[name][tuple(counts[label] for label in self._labels)] += 1

    def slices(self, measure: Measure) -> SlicesAgreement:
        """The slices, the costliest first."""
        whole = Coincidences(measure.scale.labels, measure.study.level)
        whole.add(measure.scale.histogram)
        found = [
            slice_of(measure, name, histogram, whole if self._by != "round" or name == "1" else None)
            for name, histogram in self._of.items()
        ]
        if self._by != "document":
            return ranked(self._by, found)
        ids = document_names(self._connection)
        return ranked(self._by, [replace(one, name=ids[int(one.name)][1], id=ids[int(one.name)][0]) for one in found])

    def _by_type(self, case: Case) -> Parts:
        return [(kind, case.first) for kind in self._types.get(case.claim, (NO_TYPE,))]


def _by_document(case: Case) -> Parts:
    return [(str(case.document), case.first)]


def _by_label(case: Case) -> Parts:
    return [(case.label or TIED, case.first)]


def _by_round(case: Case) -> Parts:
    return [(str(at), ballot) for at, ballot in case.rounds.items()]


def _by_week(case: Case) -> Parts:
    """The week, named after its Monday (UTC), of the last judgement that counts."""
    return [(_week(max((case.times[who] for who in case.first), default=0)), case.first)]


def _week(at: Moment) -> str:
    if not at:
        return NO_TIME
    day = datetime.fromtimestamp(at // 1_000_000, UTC).date()
    return (day - timedelta(days=day.weekday())).isoformat()
