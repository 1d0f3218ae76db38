"""What an import has to remember is found again, also where it went to a file."""

from annotate.store import Scratch
from annotate.store.scratch import MOST


def filled(count: int) -> Scratch:
    scratch = Scratch()
    for number in range(count):
        scratch[f"name {number}", "claim"] = f"value {number}"
    return scratch


def test_names_are_found_however_many_there_are() -> None:
    scratch = filled(2 * MOST + 7)
    for number in (0, 1, MOST - 1, MOST, 2 * MOST, 2 * MOST + 6):
        assert scratch.get((f"name {number}", "claim")) == f"value {number}"
    assert scratch.get(("name 0", "document")) is None
    assert scratch.get((f"name {2 * MOST + 7}", "claim")) is None
    scratch.close()


def test_the_last_value_under_a_name_counts() -> None:
    scratch = filled(MOST)
    scratch["name 3", "claim"] = "later"
    assert scratch.get(("name 3", "claim")) == "later"
    for number in range(MOST):
        scratch[f"more {number}", "claim"] = ""
    assert scratch.get(("name 3", "claim")) == "later"
    scratch.close()


def test_of_several_under_one_first_name_the_first_is_found() -> None:
    scratch = filled(0)
    scratch["x", "document"] = "a"
    scratch["x", "claim"] = "b"
    assert scratch.first("x") == "a"
    for number in range(MOST):
        scratch[f"name {number}", "claim"] = ""
    scratch["x", "agreement"] = "c"
    assert scratch.first("x") == "a"
    scratch["x", "document"] = "d"
    assert scratch.first("x") == "d"
    assert scratch.first("y") is None
    scratch.close()
