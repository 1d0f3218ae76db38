"""The options of `agreement` that say which intervals are asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.commands import command, done

Write = Callable[[str, str], Path]


def votes(documents: int) -> str:
    """Three who judge 120 claims, and mostly say the same."""
    head = "claim,reviewer,verdict" + (",document" if documents else "")
    lines = [head]
    for claim in range(120):
        for place, who in enumerate(("ada", "ben", "cy")):
            said = "yes" if (claim * 7 + (place * claim) % 5 // 4) % 3 else "no"
            lines.append(f"c{claim},{who},{said}" + (f",d{claim % documents}" if documents else ""))
    return "\n".join(lines) + "\n"


def alpha(table: Path, *options: str) -> dict[str, Any]:
    facet = done("agreement", table, "--json", *options).json["facets"][0]
    found = next(one for one in facet["coefficients"] if one["name"] == "krippendorff_alpha")
    assert isinstance(found, dict)
    return found


def test_a_document_column_makes_the_intervals_those_of_documents(write: Write) -> None:
    found = alpha(write("votes.csv", votes(12)))
    assert (found["interval"], found["clusters"], found["confidence"], found["seed"]) == ("cluster", 12, 0.95, None)
    assert found["low"] < found["value"] < found["high"]


def test_the_document_column_can_have_another_name(write: Write) -> None:
    table = write("votes.csv", votes(12).replace("document", "article"))
    assert alpha(table)["interval"] == "jackknife"
    assert alpha(table, "--columns", "document=article")["clusters"] == 12


def test_the_method_confidence_and_seed_are_those_asked_for(write: Write) -> None:
    table = write("votes.csv", votes(12))
    found = alpha(table, "--interval", "bca", "--confidence", "0.9", "--seed", "5")
    assert (found["interval"], found["confidence"], found["seed"], found["clusters"]) == ("bca", 0.9, 5, 12)
    assert alpha(table, "--interval", "jackknife")["clusters"] is None


def test_the_same_seed_gives_the_same_bytes_whatever_the_order_of_the_rows(write: Write) -> None:
    head, *lines = votes(12).splitlines()
    one = write("one.csv", "\n".join([head, *lines]) + "\n")
    other = write("other.csv", "\n".join([head, *reversed(lines)]) + "\n")
    for method in ("auto", "bootstrap", "krippendorff"):
        options = ("--interval", method, "--seed", "4", "--json")
        assert done("agreement", one, *options).out == done("agreement", other, *options).out


@pytest.mark.parametrize("bad", ["0", "1", "95", "nan", "-0.5", "inf", "most"])
def test_a_confidence_that_is_none_is_refused_in_one_sentence(write: Write, bad: str) -> None:
    said = command("agreement", write("votes.csv", votes(0)), f"--confidence={bad}")
    assert said.code == 2
    assert f"{bad} is no share between 0 and 1, such as 0.95." in said.err
    assert "Traceback" not in said.err


def test_who_says_95_is_asked_whether_he_means_it_as_a_share(write: Write) -> None:
    assert "Did you mean 0.95?" in command("agreement", write("v.csv", votes(0)), "--confidence", "95").err


def test_by_document_without_documents_says_why_there_is_no_interval(write: Write) -> None:
    found = alpha(write("votes.csv", votes(0)), "--interval", "cluster")
    assert (found["low"], found["no_interval"]) == (None, "the documents of the units are not known")


def test_the_wanted_width_says_how_many_more_claims_it_takes(write: Write) -> None:
    table = write("votes.csv", votes(0))
    facet = done("agreement", table, "--json", "--width", "0.01").json["facets"][0]
    assert facet["needed"]["half_width"] == 0.01
    assert facet["needed"]["whole"] > facet["needed"]["now"] == 120
    assert "to within ± 0.01 at 95 %" in " ".join(done("agreement", table, "--width", "0.01").out.split())
