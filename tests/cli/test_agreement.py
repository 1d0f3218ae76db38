"""Agreement: the sample project by hand, and tables of votes with no project at all."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.commands import command, done, refused

from annotate.formats.wire import PUBLISHED, adapter
from annotate.settings import samples

Write = Callable[[str, str], Path]


def part(report: dict[str, Any], facet: str) -> dict[str, Any]:
    """What a report says of one facet."""
    (found,) = [part for part in report["facets"] if part["facet"] == facet]
    assert isinstance(found, dict)
    return found


def values(facet: dict[str, Any]) -> dict[str, float | None]:
    """The values of a facet's coefficients by name."""
    return {one["name"]: one["value"] for one in facet["coefficients"] if one["weights"] in ("identity", "nominal")}


class TestOfTheSample:
    @pytest.fixture
    def report(self, desk: Path) -> dict[str, Any]:
        done("init", "--scheme", str(samples() / "scheme.toml"))
        done("import", samples() / "project.jsonl")
        answered = done("agreement", "--format", "json")
        adapter(PUBLISHED["agreement"]).validate_json(answered.out)
        report = answered.json
        assert isinstance(report, dict)
        return report

    def test_verdicts_agree_as_counted_by_hand(self, report: dict[str, Any]) -> None:
        """By hand, from samples/project.jsonl: the votes by claim in the order ada, ben, cy.

        S supported, R refuted, N not enough evidence, C conflicting evidence, . none; one vote alone (a 20th unit, N)
        can agree with nobody.

            c1 SSS  c2 SS.  c3 RSC  c4 CSC  c5 NNS  c6 .NN  c7 SSS  c8 S.S  c10 RRS  c11 SSS  c12 CCC  c13 CNC
            c14 SRR  c15 RRR  c16 NN.  c17 SCS  c18 .SS  c21 CRR  c22 NN.

        Percent agreement, the mean over the 19 units of the share of pairs that agree: 11 units whole (c1 c2 c6 c7 c8
        c11 c12 c15 c16 c18 c22), 7 by a third (c4 c5 c10 c13 c14 c17 c21), 1 not at all: (11 + 7/3) / 19 = 40/57.

        Krippendorff's alpha. Values in these units: S 22, R 10, N 9, C 10; n = 51. Coincidences on the diagonal, where
        a unit of m votes gives each of its ordered pairs 1/(m - 1): three alike give 3, two of two give 2, two of three
        give 1. S 3+2+3+2+3+1+2 = 16, R 1+1+3+1 = 6, N 1+2+2+2 = 7, C 1+3+1 = 5; together 34. Observed disagreement
        1 - 34/51 = 1/3; expected 1 - (22·21 + 10·9 + 9·8 + 10·9)/(51·50) = 1 - 714/2550 = 18/25;
        alpha = 1 - (1/3)/(18/25) = 29/54.
        """
        verdict = part(report, "verdict")
        assert (verdict["units"], verdict["pairable_units"], verdict["judgements"]) == (20, 19, 52)
        assert values(verdict)["percent_agreement"] == float(Fraction(40, 57))
        assert values(verdict)["krippendorff_alpha"] == float(Fraction(29, 54))
        # Brennan-Prediger: four labels, so that chance gives 1/4.
        assert values(verdict)["brennan_prediger"] == float((Fraction(40, 57) - Fraction(1, 4)) / Fraction(3, 4))
        assert verdict["unanimity"] == 11 / 19
        assert {one["label"]: one["count"] for one in verdict["labels"]} == {
            "supported": 22,
            "refuted": 10,
            "not_enough_evidence": 10,
            "conflicting_evidence": 10,
        }

    def test_pairs_have_the_kappas_counted_by_hand(self, report: dict[str, Any]) -> None:
        """Cohen's kappa on the units that both judged; (a·b) is the product of their counts of one label.

        ada, ben: 16 units, 10 alike; ada S6 R3 N3 C4, ben S6 R4 N4 C2: chance (36 + 12 + 12 + 8)/256 = 68/256;
        (160 - 68)/(256 - 68) = 23/47. ada, cy: 14 units, 9 alike; ada S6 R3 N1 C4, cy S7 R3 N0 C4: chance
        (42 + 9 + 0 + 16)/196 = 67/196; (126 - 67)/(196 - 67) = 59/129. ben, cy: 15 units, 9 alike; ben S6 R4 N3 C2,
        cy S7 R3 N1 C4: chance (42 + 12 + 3 + 8)/225 = 65/225; (135 - 65)/(225 - 65) = 7/16.
        """
        told = [
            (one["a"], one["b"], one["units"], one["percent_agreement"], one["cohen_kappa"])
            for one in part(report, "verdict")["pairs"]
        ]
        assert told == [
            ("ada", "ben", 16, 10 / 16, float(Fraction(23, 47))),
            ("ada", "cy", 14, 9 / 14, float(Fraction(59, 129))),
            ("ben", "cy", 15, 9 / 15, float(Fraction(7, 16))),
        ]

    def test_attribution_agrees_as_counted_by_hand(self, report: dict[str, Any]) -> None:
        """K correct, W wrong speaker, U unclear; c22 has one vote (K) and can agree with nobody.

            c3 KKK  c5 KKK  c6 .KU  c7 WKW  c8 K.K  c10 KKK  c11 KKK  c13 UUW  c14 WWW  c15 KKK  c16 KK.  c18 .KK

        12 units: 9 whole, c7 and c13 by a third, c6 not at all: (9 + 2/3)/12 = 29/36. Values K 23, W 6, U 3; n = 32.
        Diagonal: K 5·3 + 3·2 = 21, W 1 + 3 = 4, U 1; together 26. Observed disagreement 6/32; expected
        1 - (23·22 + 6·5 + 3·2)/(32·31) = 450/992; alpha = 1 - (6/32)(992/450) = 44/75.
        """
        attribution = part(report, "attribution")
        assert (attribution["units"], attribution["pairable_units"]) == (13, 12)
        assert values(attribution)["percent_agreement"] == float(Fraction(29, 36))
        assert values(attribution)["krippendorff_alpha"] == float(Fraction(44, 75))

    def test_eleven_claims_are_disputed(self, report: dict[str, Any]) -> None:
        disputes = done("disputes", "--json").json
        assert len(disputes) == 11
        assert sum(dispute["flagged"] for dispute in disputes) == 2
        assert done("status", "--json").json["disputes"] == 11

    def test_one_facet_can_be_asked_for(self, report: dict[str, Any]) -> None:
        told = done("agreement", "--facet", "attribution", "--json").json
        assert told["facets"] == [part(report, "attribution")]
        assert 'no facet "mood"' in refused("agreement", "--facet", "mood")

    def test_the_text_says_the_same_numbers(self, report: dict[str, Any]) -> None:
        told = done("agreement").out
        for number in ("0.702", "0.537", "0.489", "0.457", "0.438", "0.806", "0.587"):
            assert number in told

    @pytest.mark.parametrize(("form", "begins"), [("html", "<!DOCTYPE html>"), ("markdown", "# Agreement report")])
    def test_the_other_tellings_say_the_same_numbers(self, report: dict[str, Any], form: str, begins: str) -> None:
        told = done("agreement", "--format", form).out
        assert told.startswith(begins)
        for number in ("0.702", "0.537", "0.489", "0.457", "0.438", "0.806", "0.587"):
            assert number in told
        assert done("agreement", "--format", form, "--output", f"report.{form}").out == ""
        assert Path(f"report.{form}").read_text(encoding="utf-8") == told

    def test_the_report_can_be_written_to_a_file(self, report: dict[str, Any]) -> None:
        answered = done("agreement", "--json", "--output", "report.json")
        assert answered.out == ""
        assert Path("report.json").read_text(encoding="utf-8") == done("agreement", "--json").out
        assert "is a database" in refused("agreement", "--output", "annotate.db")
        assert "There is no folder" in refused("agreement", "--output", "no/report.json")


class TestWithoutJudgements:
    @pytest.mark.parametrize("judged", [0, 1])
    def test_no_number_is_invented_and_the_command_is_done(self, project: str, judged: int) -> None:
        if judged:
            done("--reviewer", "ada", "judge", project, "supported")
        told = done("agreement", "--json").json
        adapter(PUBLISHED["agreement"]).validate_python(told)
        for one in part(told, "verdict")["coefficients"]:
            assert one["value"] is None
            assert one["undefined"]
        assert done("agreement").code == 0


VOTES = """\
    item,worker,label
    1,ada,yes
    1,ben,yes
    2,ada,no
    2,ben,yes
    3,ada,no
    3,ben,no
    4,ada,
    4,ben,no
    """
COLUMNS = ("--columns", "claim=item,reviewer=worker,verdict=label")


@pytest.mark.usefixtures("desk")
class TestOfATable:
    @pytest.mark.parametrize("between", [",", "\t", ";"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_needs_no_project(self, write: Write, between: str, mark: str) -> None:
        """Two of three pairs alike: 2/3. Values yes 3, no 3, n = 6, disagreement 2/6 against 1 - 12/30: 1 - 5/9."""
        answered = done("agreement", write("votes.csv", mark + VOTES.replace(",", between)), *COLUMNS, "--json")
        adapter(PUBLISHED["agreement"]).validate_json(answered.out)
        verdict = part(answered.json, "verdict")
        assert (verdict["units"], verdict["judgements"], verdict["left_out"]) == (4, 7, {"no verdict": 1})
        found = values(verdict)
        assert found["percent_agreement"] == float(Fraction(2, 3))
        assert found["krippendorff_alpha"] == float(Fraction(4, 9))
        assert found["cohen_kappa"] == float(Fraction(2, 5))

    def test_finds_columns_by_their_own_names(self, write: Write) -> None:
        table = VOTES.replace("item,worker,label", "claim,reviewer,verdict")
        assert done("agreement", write("votes.csv", table)).code == 0

    def test_counts_labels_that_nobody_used_where_they_are_declared(self, write: Write) -> None:
        told = done("agreement", write("votes.csv", VOTES), *COLUMNS, "--order", "no,perhaps,yes", "--json").json
        labels = {one["label"]: one["count"] for one in part(told, "verdict")["labels"]}
        assert labels == {"no": 4, "perhaps": 0, "yes": 3}
        said = refused("agreement", "votes.csv", *COLUMNS, "--order", "no,perhaps")
        assert 'The label "yes" is not in --order.' in said

    def test_of_ordinal_labels_takes_their_order_from_the_command_or_from_their_numbers(self, write: Write) -> None:
        """Two units, low-mid and mid-high of three: linear weights 1/2 each, by chance (0 + 1/2 + 1/2 + 1)/4 = 1/2."""
        words = write("words.csv", "claim,reviewer,verdict\n1,ada,low\n1,ben,mid\n2,ada,mid\n2,ben,high\n")
        told = done("agreement", words, "--level", "ordinal", "--order", "low,mid,high", "--json").json
        numbers = write("numbers.csv", "claim,reviewer,verdict\n1,ada,9\n1,ben,10\n2,ada,10\n2,ben,11\n")
        same = done("agreement", numbers, "--level", "ordinal", "--json").json
        found = {(one["name"], one["weights"]): one["value"] for one in part(told, "verdict")["coefficients"]}
        assert found["cohen_kappa", "linear"] == 0
        assert found == {(one["name"], one["weights"]): one["value"] for one in part(same, "verdict")["coefficients"]}
        assert "Name the labels from the lowest up with --order" in refused("agreement", words, "--level", "ordinal")

    def test_of_numbers_knows_each_number_in_any_spelling(self, write: Write) -> None:
        table = write("numbers.csv", "claim,reviewer,verdict\n1,ada,1.0\n1,ben,+1\n2,ada,.5\n2,ben,0.50\n3,ada,-0\n")
        told = part(done("agreement", table, "--level", "interval", "--json").json, "verdict")
        assert [(one["label"], one["count"]) for one in told["labels"]] == [("0", 1), ("0.5", 2), ("1", 2)]
        assert values(told)["percent_agreement"] == 1.0

    @pytest.mark.parametrize(
        ("label", "level", "sentence"),
        [
            ("x", "interval", 'The label "x" is no number, as --level interval needs. Try --level ordinal.'),
            ("1e999999999", "interval", 'The label "1e999999999" is no number'),
            ("-1", "ratio", 'The label "-1" is negative, and a ratio scale starts at 0.'),
        ],
    )
    def test_whose_labels_do_not_fit_the_level_is_refused(
        self, write: Write, label: str, level: str, sentence: str
    ) -> None:
        table = write("numbers.csv", f"claim,reviewer,verdict\n1,ada,{label}\n1,ben,2\n")
        assert sentence in refused("agreement", table, "--level", level)

    @pytest.mark.parametrize(("repeats", "agreement"), [("last", 1.0), ("first", 0.0)])
    def test_says_how_many_votes_were_given_again(self, write: Write, repeats: str, agreement: float) -> None:
        table = "claim,reviewer,verdict\n1,ada,no\n1,ben,yes\n1,ada,yes\n"
        answered = done("agreement", write("votes.csv", table), "--repeats", repeats, "--json")
        assert values(part(answered.json, "verdict"))["percent_agreement"] == agreement
        assert answered.err == ("Votes given again by the same reviewer on the same claim: 1; one of each counts.\n")
        assert refused("agreement", "votes.csv", "--repeats", "refuse").startswith("votes.csv:4: A second vote")

    def test_is_done_in_part_where_rows_are_refused(self, write: Write) -> None:
        answered = command("agreement", write("votes.csv", VOTES + "    5,,no\n    6,ada\n"), *COLUMNS, "--json")
        assert answered.code == 3
        assert answered.err == (
            'annotate: votes.csv:10: the cell "worker" is empty\n'
            "annotate: votes.csv:11: the row has 2 cells, the header 3\n"
        )
        assert part(answered.json, "verdict")["units"] == 4

    @pytest.mark.parametrize(
        ("name", "data", "sentence"),
        [
            ("empty.csv", b"", "empty.csv: The file is empty."),
            ("header.csv", b"claim,reviewer,verdict\n", "header.csv:1: The table has a header and no rows."),
            ("other.csv", b"a,b,c\n1,2,3\n", 'other.csv:1: There is no column "claim".'),
            ("latin.csv", b"claim,reviewer,verdict\n1,caf\xe9,yes\n", "latin.csv:2: The file is not UTF-8"),
            ("open.csv", b'claim,reviewer,verdict\n1,"ada,yes\n', "open.csv:2: The row that begins here opens a quote"),
            ("gone.csv", None, "gone.csv: "),
            (".", None, ".: "),
        ],
    )
    def test_that_is_none_is_refused_with_file_and_line(
        self, desk: Path, name: str, data: bytes | None, sentence: str
    ) -> None:
        if data is not None:
            (desk / name).write_bytes(data)
        assert refused("agreement", name).startswith(sentence)
