"""Moments and dates, as exact as they are known."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import iso, moment_of, precision, stamp, surely_later

whole_days = timedelta(hours=14)
"""No offset from UTC is larger, so that every moment a day from the ends can be written in every zone."""

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
written = st.datetimes(datetime.min + whole_days, datetime.max - whole_days)
moments = st.integers(moment_of("0001-01-01"), moment_of("9999-12-31T23:59:59.999999"))


@given(moments)
def test_a_moment_comes_back_from_how_it_is_written(moment: int) -> None:
    assert moment_of(iso(moment)) == moment
    assert iso(moment).endswith("Z")


@given(moments, moments)
def test_moments_and_their_datetimes_are_in_one_order(one: int, other: int) -> None:
    assert (one < other) == (datetime.fromisoformat(iso(one)) < datetime.fromisoformat(iso(other)))


@given(written, zones)
def test_the_zone_changes_how_a_moment_is_written_and_not_which_it_is(time: datetime, zone: timezone) -> None:
    there = time.replace(tzinfo=zone)
    assert moment_of(there.isoformat()) == moment_of(there.astimezone(UTC).isoformat())
    assert moment_of(time.isoformat()) == moment_of(time.replace(tzinfo=UTC).isoformat())


def test_a_fraction_of_a_second_is_written_only_where_there_is_one() -> None:
    assert iso(0) == "1970-01-01T00:00:00Z"
    assert iso(-1) == "1969-12-31T23:59:59.999999Z"


def test_in_a_name_a_time_has_no_fraction_and_nothing_that_a_name_cannot_have() -> None:
    assert stamp(0) == "19700101T000000Z"
    assert stamp(1_600_000_000_999_999) == "20200913T122640Z"
    assert moment_of("2021-11-18T09:30:00+01:00") == 1_637_224_200_000_000


@pytest.mark.parametrize("text", ["", "yesterday", "2021-13-01", "2021-11-18T25:00", "1637224200"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  its words are Python's
        moment_of(text)


@given(st.dates())
def test_a_date_is_known_to_the_year_the_month_or_the_day(day: datetime) -> None:
    whole = day.isoformat()
    assert precision(whole[:4]) == "year"
    assert precision(whole[:7]) == "month"
    assert precision(whole) == "day"
    assert precision(f"{whole}T09:30:00Z") == "time"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "2021-",
        "2021-13",
        "2021-02-30",
        "0000",
        "2021-W05",
        "2021-W05-1",
        "20211118",
        "２０２１",
        "18/11/2021",
    ],
)
def test_what_is_no_date_of_ours_has_no_precision(text: str) -> None:
    assert precision(text) is None


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2021-11-19", "2021-11-18", True),
        ("2021-11-18", "2021-11-18", False),
        ("2021-12", "2021-11-18", True),
        ("2021-11", "2021-11-18", False),
        ("2021-11-19", "2021-11", False),
        ("2022", "2021-11-18", True),
        ("2021", "2021", False),
        ("2021-11-19T09:30", "2021-11-18T23:00Z", True),
        ("2021-11-18T09:30", "2021-11-18", False),
        ("last May", "2021", False),
        ("2021", "", False),
    ],
)
def test_a_date_is_surely_later_only_whatever_its_unknown_parts_are(one: str, other: str, later: bool) -> None:
    assert surely_later(one, other) is later
