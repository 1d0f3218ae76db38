"""Which spans are a reviewer's, and which documents he read, as the ledger has it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH, ON_SQLITE
from tests.statements import heard
from tests.store.test_plans import searched
from tests.tui.articles import CLAIMS, TEXT, add_article

from annotate.agreement import Ends
from annotate.domain import Answer
from annotate.errors import NotForYou
from annotate.report import SpanAgreement
from annotate.work import (
    Desk,
    Response,
    bring_back,
    correct,
    judge,
    list_documents,
    mark,
    project_agreement,
    read_log,
    redo,
    undo,
    withdraw,
)
from annotate.work.spanning import spans_of

pytestmark = BOTH

EMOJI = "🏗️ Die Brücke ist 1931 eröffnet worden 👩‍👩‍👧. 市長は十二台のクレーンが倒れたと述べた。 End."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk, quotes=CLAIMS[:1])
        add_article(desk, EMOJI, (), title="Bridges")
        yield desk


@pytest.fixture
def ada(lead: Desk) -> Desk:
    return replace(lead, reviewer="ada")


@pytest.fixture
def ben(lead: Desk) -> Desk:
    return replace(lead, reviewer="ben")


def spans(desk: Desk) -> SpanAgreement:
    found = project_agreement(replace(desk, reviewer=None)).spans
    assert found is not None
    return found


def value(desk: Desk, name: str) -> object:
    return next(one.value for one in spans(desk).coefficients if one.name == name)


def documents(desk: Desk) -> list[str]:
    return [found.id for found in list_documents(replace(desk, reviewer=None))]


def test_two_who_mark_the_same_span_in_one_copy_both_marked_it(lead: Desk, ada: Desk, ben: Desk) -> None:
    _, bridges = documents(lead)
    for desk in (ada, ben, ben):
        mark(desk, bridges, quote="Brücke ist 1931")
    assert (spans(lead).reviewers, value(lead, "f1_exact")) == ({"ada": 1, "ben": 1}, 1)
    assert sum(entry.fact.kind == "claim" for entry in read_log(lead)) == 3


def test_what_the_lead_marked_or_a_file_brought_is_nobodys(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    mark(lead, article, quote=CLAIMS[1])
    assert project_agreement(lead).spans is None
    mark(ada, article, quote=CLAIMS[2])
    mark(ben, article, quote=CLAIMS[2][4:])
    found = spans(lead)
    assert (found.documents, found.reviewers) == (1, {"ada": 1, "ben": 1})
    assert value(lead, "f1_exact") == 0
    assert value(lead, "f1_partial") == 1


def test_a_span_that_stands_already_is_ones_own_once_one_marks_it(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    for desk in (ada, ben):
        mark(desk, article, quote=CLAIMS[0])
    assert spans(lead).reviewers == {"ada": 1, "ben": 1}


def test_offsets_are_code_points(lead: Desk, ada: Desk, ben: Desk) -> None:
    _, bridges = documents(lead)
    mark(ada, bridges, quote="十二台のクレーンが倒れた")
    mark(ben, bridges, quote="のクレーンが倒れたと述べた")
    assert value(lead, "f1_character") == Fraction(2 * 9, 12 + 13)
    mark(ada, bridges, quote="👩‍👩‍👧")
    assert value(lead, "f1_character") == Fraction(2 * 9, 12 + 13 + 5)


def test_a_document_that_one_of_them_only_judged_in_was_read_and_one_that_he_skipped_was_not(
    lead: Desk, ada: Desk, ben: Desk
) -> None:
    article, bridges = documents(lead)
    claim = mark(ada, article, quote=CLAIMS[1]).id
    mark(ben, bridges, quote="1931")
    assert (spans(lead).documents, spans(lead).alone) == (0, 2)
    assert spans(lead).left_out == {"in documents that nobody else read": 2}
    judge(ben, claim, Response(answer=Answer.SKIPPED))
    assert spans(lead).documents == 0
    judge(ben, claim, Response(verdict="refuted"))
    assert (spans(lead).documents, spans(lead).reviewers, spans(lead).shown) == (1, {"ada": 1, "ben": 0}, 1)
    assert value(lead, "f1_exact") == 0


def test_the_bounds_that_count_are_the_last_that_he_gave_himself(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    claim = mark(ada, article, quote=CLAIMS[1])
    wide = claim.span
    correct(ben, claim.id, wide.start + 6, wide.end)
    assert value(lead, "f1_exact") == 0
    correct(ada, claim.id, wide.start + 6, wide.end - 3)
    correct(ada, claim.id, wide.start + 6, wide.end)
    assert value(lead, "f1_exact") == 1
    undo(ada)
    assert value(lead, "f1_exact") == 0


def test_a_mark_taken_back_is_none(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, bridges = documents(lead)
    for desk in (ada, ben):
        mark(desk, article, quote=CLAIMS[1])
    extra = mark(ada, article, quote=CLAIMS[2]).id
    assert value(lead, "f1_exact") == Fraction(2, 3)
    undo(ada)
    assert value(lead, "f1_exact") == 1
    assert mark(ada, article, quote=CLAIMS[2]).id == extra
    withdraw(lead, [extra])
    assert value(lead, "f1_exact") == 1
    bring_back(lead, [extra])
    judge(ada, extra, Response(answer=Answer.NOT_A_CLAIM))
    assert value(lead, "f1_exact") == 1
    assert spans(lead).left_out == {"judged not to be a claim by their marker": 1}
    withdraw(lead, [article])
    assert project_agreement(lead).spans is None
    mark(ada, bridges, quote="1931")
    assert spans(lead).alone == 1


def test_who_took_his_mark_back_has_none_though_another_marks_the_same(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    for desk in (ada, ben):
        mark(desk, article, quote=CLAIMS[1])
    mark(ada, article, quote=CLAIMS[2])
    undo(ada)
    mark(ben, article, quote=CLAIMS[2])
    assert spans(lead).reviewers == {"ada": 1, "ben": 2}
    mark(ada, article, quote=CLAIMS[2])
    assert spans(lead).reviewers == {"ada": 2, "ben": 2}


def test_a_mark_brought_back_is_one_again(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    mark(ben, article, quote=CLAIMS[1])
    mark(ada, article, quote=CLAIMS[2])
    undo(ada)
    assert spans(lead).reviewers == {}
    redo(ada)
    assert spans(lead).reviewers == {"ada": 1, "ben": 1}


def test_the_label_of_a_span_is_its_markers_own_verdict(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    claim = ""
    for desk, verdict in ((ada, "refuted"), (ben, "supported")):
        claim = mark(desk, article, quote=CLAIMS[1]).id
        mark(desk, article, quote=CLAIMS[2])
        judge(desk, claim, Response(verdict=verdict))
    assert {one.label: one.spans for one in spans(lead).labels} == {"claim": 2, "refuted": 1, "supported": 1}
    assert (value(lead, "f1_exact"), value(lead, "f1_exact_labelled")) == (1, Fraction(1, 2))
    assert spans(lead).shown == 0
    judge(ben, claim, Response(verdict="refuted"))
    assert value(lead, "f1_exact_labelled") == value(lead, "u_alpha") == 1


def test_the_interval_is_that_of_the_documents(lead: Desk, ada: Desk, ben: Desk) -> None:
    for number in range(3):
        add_article(lead, f"{number} {TEXT}", ())
    held = documents(lead)
    for document in held:
        words = "1931" if document == held[1] else CLAIMS[1]
        for desk in (ada, ben):
            mark(desk, document, quote=words)
    assert "5 documents only" in " ".join(filter(None, (one.warning for one in spans(lead).coefficients)))
    mark(ada, held[1], quote="End.")
    exact = spans(lead).coefficients[0]
    assert (exact.value, exact.units, exact.documents) == (Fraction(10, 11), 11, 5)
    # Without the one 1, without any other 8/9: in 495ths 44 and four times -11 off their mean; t of 4 degrees.
    half = 2.776445105198 * (2420 / 495**2 * 4 / 5) ** 0.5
    assert isinstance(exact.interval, Ends)
    assert exact.interval.low == pytest.approx(10 / 11 - half)
    assert exact.interval.high == 1
    assert spans(lead).pairs[0].coefficients == spans(lead).coefficients


def test_a_document_in_which_neither_marked_anything_has_no_say_in_f1_and_one_in_alpha(
    lead: Desk, ada: Desk, ben: Desk
) -> None:
    article, bridges = documents(lead)
    claim = mark(lead, bridges, quote="1931").id
    for desk in (ada, ben):
        mark(desk, article, quote=CLAIMS[1])
        judge(desk, claim, Response(verdict="refuted"))
    found = {one.name: (one.documents, one.value) for one in spans(lead).coefficients}
    assert found["f1_exact"] == (1, Fraction(1))
    assert found["u_alpha"] == (2, Fraction(1))


def test_an_earlier_state_has_the_marks_of_its_time(lead: Desk, ada: Desk, ben: Desk) -> None:
    article, _ = documents(lead)
    for desk in (ada, ben):
        mark(desk, article, quote=CLAIMS[1])
    then = lead.now()
    mark(ada, article, quote=CLAIMS[2])
    past = project_agreement(lead.as_of(then)).spans
    assert past is not None
    assert past.reviewers == {"ada": 1, "ben": 1}
    assert spans(lead).reviewers == {"ada": 2, "ben": 1}


def test_a_reviewer_is_told_nothing_of_it(lead: Desk, ada: Desk) -> None:
    mark(ada, documents(lead)[0], quote=TEXT[:7])
    with pytest.raises(NotForYou):
        project_agreement(ada)


@ON_SQLITE
def test_marks_are_found_by_their_writers_and_not_among_all_that_was_ever_recorded(
    lead: Desk, ada: Desk, ben: Desk
) -> None:
    for desk in (ada, ben):
        mark(desk, documents(lead)[0], quote=CLAIMS[1])
    with lead.store.reading() as connection, heard() as asked:
        assert spans_of(connection) is not None
    assert {step.split()[1] for step in searched(lead, asked)} == {"writer", "document"}
