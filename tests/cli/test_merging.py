"""Merging and bundles, by the command line."""

import json
import shutil
from itertools import permutations
from pathlib import Path

import pytest
from tests.cli.conftest import TEXT
from tests.journeys.commands import Answered, command, done, refused
from tests.store.killed_at import killed_at


def copied(name: str) -> str:
    """A copy of the project's file, as somebody takes it home."""
    shutil.copyfile("annotate.db", name)
    return name


def at(name: str, *words: str | Path) -> Answered:
    """Run a command on another project."""
    return done("--project", name, *words)


def claims(name: str = "annotate.db") -> list[str]:
    """Ids of the claims, in their order."""
    return [claim["id"] for claim in at(name, "claims", "--json").json]


def exported(name: str = "annotate.db") -> bytes:
    """Everything that a project holds."""
    at(name, "export", "everything.jsonl", "--format", "annotate")
    return Path("everything.jsonl").read_bytes()


def test_two_copies_end_with_the_same_bytes(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    done("--reviewer", "bob", "judge", project, "supported")
    told = done("merge", "laptop.db")
    assert told.out == "Took in from laptop.db: 1 judgement, 1 reviewer.\n"
    assert told.err == "Disputed because of it: 1 claim. See: annotate disputes\n"
    assert at("laptop.db", "merge", "annotate.db").out == "Took in from annotate.db: 1 judgement, 1 reviewer.\n"
    assert exported() == exported("laptop.db")
    assert done("check").code == at("laptop.db", "check").code == 0


def test_merging_again_brings_nothing_new(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    done("merge", "laptop.db")
    before = exported()
    assert done("merge", "laptop.db").out == "Took in from laptop.db: nothing new.\n"
    assert exported() == before


def test_three_copies_say_the_same_in_all_six_orders(project: str) -> None:
    names = ["ada.db", "bob.db", "eve.db"]
    for name, label in zip(names, ("supported", "refuted", "supported"), strict=True):
        copied(name)
        at(name, "--reviewer", name.removesuffix(".db"), "judge", project, label)
        at(name, "set", f"title={label}")
    found = set()
    for number, order in enumerate(permutations(names)):
        result = copied(f"{number}.db")
        at(result, "merge", *order)
        assert at(result, "check").code == 0
        found.add(exported(result))
    assert len(found) == 1


def test_a_lossless_export_is_a_copy_too(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    at("laptop.db", "export", "laptop.jsonl", "--format", "annotate")
    assert done("merge", "laptop.jsonl").out == "Took in from laptop.jsonl: 1 judgement, 1 reviewer, 1 scheme.\n"
    assert exported() == exported("laptop.db")


def test_records_that_no_project_wrote_out_are_for_import(project: str) -> None:
    Path("claims.jsonl").write_text('{"kind":"claim","id":"c1","claim":"It rains."}\n', encoding="utf-8")
    assert "annotate import" in refused("merge", "claims.jsonl")


def test_a_dry_run_keeps_nothing(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    before = exported()
    assert (
        done("merge", "laptop.db", "--dry-run").out
        == "Would take in from laptop.db: 1 judgement, 1 reviewer, 1 scheme.\n"
    )
    assert exported() == before


def test_the_project_itself_is_no_other_copy(project: str) -> None:
    Path("link.db").symlink_to("annotate.db")
    for name in ("annotate.db", "link.db"):
        assert "this very project" in refused("merge", name)


def test_of_several_the_bad_one_is_named_and_the_rest_is_taken_in(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    told = command("merge", "nowhere.db", "laptop.db", "--json")
    assert told.code == 3
    assert told.json["added"] == {"judgement": 1, "reviewer": 1, "scheme": 1}
    assert [row["other"] for row in told.json["refused"]] == ["nowhere.db"]


def test_two_values_of_a_setting_are_told_shown_and_settled_by_setting_it_again(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "set", "title=Fires")
    done("set", "title=Floods")
    (conflict,) = done("merge", "laptop.db", "--json").json["conflicts"]
    assert (conflict["kind"], conflict["subject"], set(conflict["values"])) == ("setting", "title", {"Fires", "Floods"})
    at("laptop.db", "merge", "annotate.db")
    held = [at(name, "set", "--json").json["title"] for name in ("annotate.db", "laptop.db")]
    assert held == [conflict["values"][0]] * 2
    assert "annotate set title=VALUE" in done("status").err
    assert done("status", "--json").json["conflicts"] == [conflict]
    done("set", f"title={held[0]}")
    assert done("status", "--json").json["conflicts"] == []
    at("laptop.db", "merge", "annotate.db")
    assert at("laptop.db", "status", "--json").json["conflicts"] == []


def test_two_names_of_a_reviewer_are_settled_by_naming_him_again(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "reviewers", "add", "ada", "--name", "Ada L.")
    done("reviewers", "add", "ada", "--name", "A. L.")
    (conflict,) = done("merge", "laptop.db", "--json").json["conflicts"]
    assert set(conflict["values"]) == {"Ada L. (human)", "A. L. (human)"}
    done("reviewers", "add", "ada", "--name", "Ada L.")
    assert done("status", "--json").json["conflicts"] == []
    assert done("reviewers", "--json").json == [{"handle": "ada", "name": "Ada L.", "kind": "human"}]


def test_a_name_holds_against_a_handle_that_somebody_only_met(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    done("reviewers", "add", "ada", "--name", "Ada L.")
    assert done("merge", "laptop.db", "--json").json["conflicts"] == []
    assert done("reviewers", "--json").json[0]["name"] == "Ada L."


def test_two_descriptions_are_settled_by_a_record_of_one(project: str) -> None:
    (document,) = done("documents", "--json").json
    copied("laptop.db")
    for name, title in (("annotate.db", "News"), ("laptop.db", "Nouvelles")):
        record = {"kind": "description", "document": document["id"], "title": title}
        Path(f"{title}.jsonl").write_text(json.dumps(record), encoding="utf-8")
        at(name, "import", f"{title}.jsonl")
    (conflict,) = done("merge", "laptop.db", "--json").json["conflicts"]
    assert set(conflict["values"]) == {"title News", "title Nouvelles"}
    for _ in range(2):
        done("import", "Nouvelles.jsonl")
        assert done("status", "--json").json["conflicts"] == []
    assert done("documents", "--json").json[0]["title"] == "Nouvelles"


def test_what_was_judged_by_another_scheme_is_refused_and_both_are_named(project: str) -> None:
    at("other.db", "init", "--scheme", "fever")
    at("other.db", "import", "article.txt")
    at("other.db", "mark", "article.txt", "--quote", "flights had doubled")
    at("other.db", "--reviewer", "ada", "judge", project, "refuted")
    done("--reviewer", "bob", "judge", project, "refuted")
    said = refused("merge", "other.db")
    assert "averitec" in said
    assert "fever" in said


def test_the_scheme_that_is_used_holds_against_one_that_is_planned(project: str) -> None:
    at("other.db", "init", "--scheme", "fever")
    at("other.db", "import", "article.txt")
    at("other.db", "mark", "article.txt", "--quote", "flights had doubled")
    assert "planned" in refused("merge", "other.db")
    at("other.db", "--reviewer", "ada", "judge", project, "refuted")
    assert "now judges by the scheme fever" in done("merge", "other.db").err
    assert done("schemes", "--json").json[0]["name"] == "fever"
    at("other.db", "merge", "annotate.db")
    assert exported() == exported("other.db")


def test_an_empty_project_takes_the_plan_of_the_copy_and_a_project_none_of_an_empty_one(project: str) -> None:
    at("empty.db", "init", "--scheme", "fever")
    assert done("merge", "empty.db").out == "Took in from empty.db: nothing new.\n"
    at("empty.db", "merge", "annotate.db")
    assert exported() == exported("empty.db")


def test_projects_that_never_met_are_pooled_where_they_go_by_one_scheme(project: str) -> None:
    for name, scheme in (("averitec.db", "averitec"), ("fever.db", "fever")):
        at(name, "init", "--scheme", scheme)
        Path("other.txt").write_text("It rained. Nobody came.\n", encoding="utf-8")
        at(name, "import", "other.txt")
        at(name, "mark", "other.txt", "--quote", "It rained.")
    done("--reviewer", "bob", "judge", project, "refuted")
    assert "no document in common" in refused("merge", "fever.db")
    told = done("merge", "averitec.db")
    assert told.out == "Took in from averitec.db: 1 claim, 1 document.\n"
    assert "no document in common" in told.err


def test_a_reviewer_takes_in_nobodys_judgements(project: str) -> None:
    copied("laptop.db")
    for name in ("ada", "bob"):
        at("laptop.db", "--reviewer", name, "judge", project, "refuted")
    done("--reviewer", "ada", "merge", "laptop.db")
    judged = [row["content"]["reviewer"] for row in done("--lead", "log", "--json").lines if row["kind"] == "judgement"]
    assert judged == ["ada"]
    assert done("--lead", "check").code == 0
    done("--lead", "merge", "laptop.db")
    at("laptop.db", "merge", "annotate.db")
    assert done("--lead", "check").code == 0


def test_two_people_with_one_handle_become_two(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "--reviewer", "ada", "judge", project, "supported")
    at("laptop.db", "--reviewer", "ada", "judge", project, "refuted")
    at("laptop.db", "--reviewer", "ada", "mark", "article.txt", "--quote", "The minister")
    at("laptop.db", "decide", project, "refuted")
    done("--reviewer", "ada", "judge", project, "supported")
    done("merge", "laptop.db", "--rename", "ada=ada-k")
    (line,) = [row for row in dataset() if row["judgements"]]
    said = [(one["reviewer"], one["verdict"]) for one in line["judgements"]]
    assert said == [("ada", "supported"), ("ada-k", "refuted")]
    assert done("check").code == 0
    before = exported()
    assert done("merge", "laptop.db", "--rename", "ada=ada-k").out == "Took in from laptop.db: nothing new.\n"
    assert exported() == before


def dataset() -> list[dict[str, list[dict[str, str]]]]:
    """The lines of a dataset, under names."""
    done("export", "all.jsonl", "--include", "all", "--names")
    return [json.loads(line) for line in Path("all.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_name_that_the_copy_does_not_know_is_not_renamed(project: str) -> None:
    copied("laptop.db")
    at("laptop.db", "reviewers", "add", "bob")
    assert "bob" in refused("merge", "laptop.db", "--rename", "ada=eve")
    assert refused("merge", "laptop.db", "--rename", "bob=e ve")
    assert refused("merge", "laptop.db", "--rename", "bob", code=2)


@pytest.fixture
def dealt(project: str) -> str:
    """The project with an article of its own for ada, and bob's judgements; the id of her claim."""
    done("reviewers", "add", "ada")
    done("assign", "--reviewers", "ada", "--overlap", "1")
    Path("second.txt").write_text("Nobody was hurt. Two bridges closed.\n", encoding="utf-8")
    done("import", "second.txt")
    done("mark", "second.txt", "--quote", "Nobody was hurt.")
    done("reviewers", "add", "bob")
    for claim in claims():
        done("--reviewer", "bob", "judge", claim, "supported")
    done("set", "title=Floods")
    done("export", "named.csv", "--format", "csv", "--include", "all")  # which makes the key for pseudonyms
    return project


def test_a_bundle_holds_a_reviewers_claims_and_nobodys_judgements(dealt: str) -> None:
    assert done("bundle", "--reviewer", "ada", "ada.db").out == "Made ada.db for ada: 2 claims of 1 document.\n"
    assert at("ada.db", "check").code == 0
    kinds = [row["kind"] for row in at("ada.db", "log", "--json").lines]
    assert sorted(kinds) == ["assignment"] * 2 + ["claim"] * 2 + ["description", "document", "reviewer", "setting"]
    assert len(claims()) == 3
    assert [row["handle"] for row in at("ada.db", "reviewers", "--json").json] == ["ada"]
    assert b"bob" not in Path("ada.db").read_bytes()


def test_merging_a_bundle_back_is_the_same_merge(dealt: str) -> None:
    done("bundle", "--reviewer", "ada", "ada.db")
    for claim in claims("ada.db"):
        at("ada.db", "--reviewer", "ada", "judge", claim, "refuted")
    assert done("merge", "ada.db").out == "Took in from ada.db: 2 judgements.\n"
    assert done("check").code == 0
    assert done("status", "--json").json["disputes"] == 2
    at("ada.db", "merge", "annotate.db")
    assert at("ada.db", "check").code == 0
    assert exported() == exported("ada.db")


def test_a_reviewers_bundle_opens_no_ones_judgements_to_him(dealt: str) -> None:
    done("--reviewer", "ada", "bundle", "ada.db")
    at("ada.db", "--reviewer", "ada", "merge", "annotate.db")
    assert "judgement" not in {row["kind"] for row in at("ada.db", "--lead", "log", "--json").lines}
    assert at("ada.db", "--lead", "check").code == 0


def test_with_no_assignment_a_bundle_holds_every_claim(project: str) -> None:
    done("reviewers", "add", "ada")
    done("bundle", "--reviewer", "ada", "ada.db")
    assert claims("ada.db") == claims()


def test_a_bundle_keeps_corrections_and_what_was_taken_back_of_them(project: str) -> None:
    (document,) = done("documents", "--json").json
    record = {
        "kind": "version",
        "claim": project,
        "start": TEXT.index("flights had"),
        "end": TEXT.index(" doubled. Cri"),
    }
    Path("version.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done("import", "version.jsonl")
    done("reviewers", "add", "ada")
    done("bundle", "--reviewer", "ada", "ada.db")
    assert at("ada.db", "claims", "--json").json == done("claims", "--json").json
    assert document["id"] == at("ada.db", "documents", "--json").json[0]["id"]


def test_what_the_reviewer_has_answered_comes_again_and_that_is_said(project: str) -> None:
    done("--reviewer", "ada", "judge", project, "supported")
    told = done("bundle", "--reviewer", "ada", "ada.db")
    assert "has answered 1 claim of these already" in told.err
    at("ada.db", "--reviewer", "ada", "judge", project, "refuted")
    done("merge", "ada.db")
    assert done("claims", "--json").json[0]["status"] == "disputed"
    assert "in conflict with oneself" in done("agreement").out + done("agreement").err


def test_a_bundle_is_never_made_over_something(project: str) -> None:
    done("reviewers", "add", "ada")
    Path("ada.db").write_bytes(b"precious")
    assert "already" in refused("bundle", "--reviewer", "ada", "ada.db")
    assert Path("ada.db").read_bytes() == b"precious"
    assert "no folder" in refused("bundle", "--reviewer", "ada", "nowhere/ada.db")
    assert "knows no reviewer" in refused("bundle", "--reviewer", "eve", "eve.db")
    assert refused("bundle", "x.db", code=2)
    assert sorted(path.name for path in Path().iterdir()) == ["ada.db", "annotate.db", "article.txt"]


def test_what_a_killed_bundle_left_goes_with_the_next_one(dealt: str) -> None:
    before = {path.name for path in Path().iterdir()}
    killed_at("os.link", ".annotate-part", "bundle", "--reviewer", "ada", "ada.db")
    assert len(list(Path().glob(".ada.db.*.annotate-part"))) == 1
    assert not Path("ada.db").exists()
    done("bundle", "--reviewer", "ada", "ada.db")
    assert {path.name for path in Path().iterdir()} == {*before, "ada.db"}


def test_a_blind_export_that_is_taken_in_leaves_no_finding(dealt: str) -> None:
    done("--reviewer", "bob", "export", "bob.jsonl", "--format", "annotate")
    at("bob.db", "init")
    at("bob.db", "import", "bob.jsonl")
    assert at("bob.db", "check").code == 0
    done("merge", "bob.db")
    at("bob.db", "merge", "annotate.db")
    assert at("bob.db", "check").code == done("check").code == 0
