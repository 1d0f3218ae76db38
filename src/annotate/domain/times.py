"""Moments (integer microseconds since 1970, UTC) and dates that may be known to the year, month or day only."""

import re
from datetime import UTC, date, datetime, timedelta

Moment = int

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_TIMED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}.*")


def moment_of(written: str) -> Moment:
    """Microseconds since 1970 of an ISO 8601 time; a time without an offset is taken as UTC. ValueError otherwise."""
    parsed = datetime.fromisoformat(written)
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=UTC)
    return (parsed - _EPOCH) // timedelta(microseconds=1)


def day_of(written: str) -> tuple[Moment, Moment]:
    """The first and the last microsecond, UTC, of a day written as an ISO 8601 date. ValueError otherwise."""
    begun = moment_of(date.fromisoformat(written).isoformat())
    return begun, begun + timedelta(days=1) // timedelta(microseconds=1) - 1


def iso(moment: Moment) -> str:
    """ISO 8601 in UTC; the fraction of a second is written only where there is one."""
    written = (_EPOCH + timedelta(microseconds=moment)).isoformat()
    return written.removesuffix("+00:00") + "Z"


def stamp(moment: Moment) -> str:
    """The same to the second, as it stands in a name: 20200913T122640Z."""
    return iso(moment - moment % 1_000_000).replace("-", "").replace(":", "")


def precision(published: str) -> str | None:
    """`year`, `month`, `day` or `time`, by how exactly a published date is known; None where it is no date."""
    if _PARTIAL.fullmatch(published):
        try:
            date.fromisoformat(published + "-01-01"[len(published) - 4 :])
        except ValueError:
            return None
        return {4: "year", 7: "month", 10: "day"}[len(published)]
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return None
    return "time" if _TIMED.fullmatch(published) else None


def surely_later(one: str, other: str) -> bool:
    """Whether a date lies behind another one however their unknown parts are filled in; False where either is no date.

    Compared as far as both are known: November 2021 is not surely later than 18 November 2021.
    """
    known = (precision(one), precision(other))
    if None in known:
        return False
    length = min(_WRITTEN[part] for part in known if part)
    return one[:length] > other[:length]


_WRITTEN = {"year": 4, "month": 7, "day": 10, "time": 10}
