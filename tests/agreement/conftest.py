"""Tables as the papers print them, made into studies."""

from collections.abc import Callable, Sequence

import pytest

from annotate.agreement import Study, Tally, Undefined, Value


@pytest.fixture
def of_ratings() -> Callable[[Sequence[Sequence[object]]], Study]:
    """From a row for each unit, a column for each reviewer ("r0", "r1", …); None is a missing judgement."""

    def study(rows: Sequence[Sequence[object]]) -> Study:
        tally = Tally()
        for row in rows:
            tally.add({f"r{place}": str(label) for place, label in enumerate(row) if label is not None})
        return tally.study("verdict")

    return study


@pytest.fixture
def of_contingency() -> Callable[[str, Sequence[Sequence[int]]], Study]:
    """From a square table over the labels named in a line: rows are the reviewer "r0", columns "r1"."""

    def study(names: str, table: Sequence[Sequence[int]]) -> Study:
        labels, tally = names.split(), Tally()
        for first, row in zip(labels, table, strict=True):
            for second, units in zip(labels, row, strict=True):
                tally.add({"r0": first, "r1": second}, units)
        return tally.study("verdict", labels=labels)

    return study


@pytest.fixture
def of_label_counts() -> Callable[[Sequence[tuple[int, ...]]], Study]:
    """From a row for each unit, a column for each label: who judged is not known."""

    def study(rows: Sequence[tuple[int, ...]]) -> Study:
        labels = tuple(str(place) for place in range(len(rows[0])))
        return Study("verdict", "nominal", labels, {row: rows.count(row) for row in rows}, {}, {})

    return study


@pytest.fixture
def printed() -> Callable[[Value, int], str]:
    """A value with as many decimals as the paper prints."""

    def digits(value: Value, decimals: int) -> str:
        return value.reason if isinstance(value, Undefined) else f"{float(value):.{decimals}f}"

    return digits
