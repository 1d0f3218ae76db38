"""Three reviewers judge on laptops without network, and whoever comes home first, the project says the same."""

import os
from itertools import permutations
from pathlib import Path

import pytest
from tests.engines import BOTH
from tests.journeys.commands import Answered, alone, done

pytestmark = BOTH

ARTICLE = "Two bridges closed on Monday. Nobody was hurt. The mayor had known for a year.\n"
QUOTES = ("Two bridges closed on Monday", "Nobody was hurt", "had known for a year")
LAPTOPS = {
    "ada.db": ("supported", "supported", "refuted"),
    "ben.db": ("supported", "refuted", "not_enough_evidence"),
    "cy.db": ("supported", "supported", "refuted"),
}
"""Laptop → what its reviewer says of the claims, in their order."""


def on(target: str, *words: str | Path) -> Answered:
    """Run a command on that project."""
    return done("--project", target, *words)


def exported(target: str) -> tuple[bytes, ...]:
    """All that a project says, in every format."""
    for form in ("annotate", "jsonl", "csv"):
        on(target, "export", f"out.{form}", "--format", form, "--include", "all", "--names")
    return tuple(Path(f"out.{form}").read_bytes() for form in ("annotate", "jsonl", "csv"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The project at home, with three claims dealt to three reviewers; each has judged what is in his bundle."""
    alone(tmp_path, monkeypatch)
    done("init")
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    done("import", "article.txt")
    for quote in QUOTES:
        done("mark", "article.txt", "--quote", quote)
    names = [name.removesuffix(".db") for name in LAPTOPS]
    for name in names:
        done("reviewers", "add", name)
    done("assign", "--reviewers", ",".join(names), "--overlap", "3")
    for laptop, labels in LAPTOPS.items():
        name = laptop.removesuffix(".db")
        done("bundle", "--reviewer", name, laptop)
        for claim, label in zip(on(laptop, "claims", "--json").json, labels, strict=True):
            on(laptop, "--reviewer", name, "judge", claim["id"], label, "--rationale", "It says so.")
    return os.environ.get("ANNOTATE_PROJECT") or "annotate.db"


def test_in_all_six_orders_the_same_bytes(home: str) -> None:
    said = set()
    for number, order in enumerate(permutations(LAPTOPS)):
        target = f"{number}.db"
        on(target, "init")
        on(target, "merge", home, *order, order[0])
        assert on(target, "check").code == 0
        said.add(exported(target))
    done("merge", *LAPTOPS)
    assert done("check").code == 0
    said.add(exported(home))
    assert len(said) == 1


def test_one_into_the_other_is_the_other_into_the_one(home: str) -> None:
    done("merge", "ada.db")
    on("ben.db", "merge", "cy.db")
    done("merge", "ben.db")
    on("ben.db", "merge", home)
    assert exported(home) == exported("ben.db")
    assert done("check").code == on("ben.db", "check").code == 0


def test_what_they_differ_on_is_a_dispute_and_the_rest_is_settled(home: str) -> None:
    told = done("merge", *LAPTOPS)
    assert told.out.count("3 judgements") == 3
    assert "2 claims" in told.err
    assert done("status", "--json").json["disputes"] == 2
    done("adjudicate", "--policy", "unanimous")
    statuses = [claim["status"] for claim in done("claims", "--json").json]
    assert statuses == ["unanimous", "disputed", "disputed"]
