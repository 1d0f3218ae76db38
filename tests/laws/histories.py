"""Histories to try laws on: what people do in a project, one act after the other, each at an hour of its own."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from hypothesis import strategies as st
from tests.desks import MORNING, SECOND, Clock, project

from annotate.domain import (
    METHODS,
    PRESETS,
    Answer,
    Claim,
    Decision,
    Description,
    Document,
    Evidence,
    Fact,
    Judgement,
    Moment,
    Version,
    Withdrawal,
    canonical,
    fact_id,
)
from annotate.errors import Refusal
from annotate.store import Entry, Ledger, descriptions, find_claims, own, versions
from annotate.work import (
    Desk,
    Response,
    add_reviewer,
    adjudicate,
    assign,
    bring_back,
    decide,
    judge,
    redo,
    set_values,
    undo,
    withdraw,
)

TEXTS = ("Le pont a cédé. 第二句。\r\nHe said: [no].", "\0 Cafe\u0301 \U0001f600 closes; \u05e9\u05dc\u05d5\u05dd.")
SCHEME = PRESETS["averitec"]
REVIEWERS = ("ada", "bob", "eve")
HOUR = 3600 * SECOND


def id_of(fact: Fact) -> str:
    """The id that the fact has everywhere."""
    return fact_id(fact.kind, canonical(fact.content()))


DOCUMENTS = [id_of(Document.of(text)) for text in TEXTS]
SPANS = ((0, 0, 15), (0, 16, 20), (0, 22, 35), (1, 0, 7), (1, 0, 16))
WORDINGS = {1: "A sentence stands alone."}
"""How claims are worded, by their number, where they are."""

CLAIMS = [
    id_of(Claim(DOCUMENTS[document], start, end, WORDINGS.get(number, "")))
    for number, (document, start, end) in enumerate(SPANS)
]

EVIDENCE = (
    Evidence(url="https://example.org/bridge", stance="refutes", quote="No bridge fell."),
    Evidence(document=DOCUMENTS[0], start=16, end=20, quote="第二句。", stance="context"),
)


@dataclass(frozen=True)
class Act:
    """Something that somebody does: `who` is a reviewer, or None for the lead; `number` that of a claim or document."""

    does: str
    who: str | None = None
    number: int = 0
    what: str = ""


labels = st.sampled_from(["supported", "refuted"])
answers = labels | st.sampled_from(["supported!", "skipped", "cannot_judge", "not_a_claim"])
claims = st.sampled_from([0, 0, 0, 1, 1, 2, 3, 4])
people = st.sampled_from(REVIEWERS)
deciders = st.sampled_from([None, "eve"])
titles = st.sampled_from(["News", "Nouvelles", ""])

judging = st.one_of(
    st.builds(Act, st.just("judge"), people, claims, answers),
    st.builds(Act, st.just("judge"), people, claims, labels),
    st.builds(Act, st.sampled_from(["undo", "undo", "redo"]), people),
)
deciding = st.one_of(
    st.builds(Act, st.just("decide"), deciders, claims, labels | st.just("not_a_claim")),
    st.builds(Act, st.sampled_from(["undo decision", "redo decision"]), deciders),
    st.builds(Act, st.sampled_from(["majority", "unanimous"])),
)
arranging = st.one_of(
    st.builds(Act, st.just("correct"), people | st.none(), claims, st.sampled_from("0123")),
    st.builds(Act, st.just("describe"), st.none(), st.integers(0, 1), titles),
    st.builds(Act, st.just("name"), people, what=st.sampled_from(["Ada L.", "A. L."])),
    st.builds(Act, st.just("set"), what=st.sampled_from(["Floods", ""])),
    st.builds(Act, st.just("assign"), what=st.sampled_from("12")),
)
taking_out = st.one_of(
    st.builds(Act, st.just("withdraw claim"), st.none(), claims),
    st.builds(Act, st.sampled_from(["withdraw document", "bring back document"]), st.none(), st.integers(0, 1)),
    st.builds(Act, st.just("bring back claim"), st.none(), claims),
    st.builds(Act, st.just("withdraw judgement"), people, claims),
)
from_elsewhere = st.one_of(
    st.builds(Act, st.sampled_from(["answer apart", "second round", "decide apart"]), people, claims, labels),
    st.builds(Act, st.just("correct apart"), people, claims, st.sampled_from("0123")),
    st.builds(Act, st.just("describe apart"), people, st.integers(0, 1), titles),
    st.builds(Act, st.just("mark apart"), people, claims),
    st.builds(Act, st.just("withdraw claim apart"), people, claims),
    st.builds(Act, st.just("withdraw document apart"), people, st.integers(0, 1)),
)
"""As it comes from a copy that knows nothing of what is here: nothing is superseded."""

histories = st.lists(judging | judging | deciding | arranging | taking_out | from_elsewhere, min_size=8, max_size=20)


@contextmanager
def begun() -> Iterator[Desk]:
    """The lead's desk with a new project in a folder of its own: two documents, five claims, three reviewers."""
    with TemporaryDirectory() as folder, project(Path(folder) / "annotate.db") as lead:
        add_ground(lead)
        yield lead


def add_ground(lead: Desk) -> None:
    """What every history begins with."""
    with lead.store.writing() as ledger:
        add_texts(ledger)
        for text in TEXTS:
            ledger.add(Document.of(text), source="news.txt")
        for number in range(len(SPANS)):
            ledger.add(_claim(number))
        ledger.add(SCHEME)
    for handle in REVIEWERS:
        add_reviewer(lead, handle)


def add_texts(ledger: Ledger) -> None:
    """The texts of the documents that every history is about."""
    for text in TEXTS:
        ledger.add_text(Document.of(text).sha256, text)


def play(
    lead: Desk, history: list[Act], done: Callable[[Moment], None] = lambda at: None, *, begin: Moment = MORNING
) -> None:
    """Do it all, act by act; `done` is called behind each, and behind the beginning, with the last moment of its hour.

    An act for which there is no occasion (nothing to undo, a claim that was withdrawn) is passed over.
    """
    assert isinstance(lead.now, Clock)
    done(begin + HOUR - 1)
    for hour, act in enumerate(history, 1):
        lead.now.at = begin + hour * HOUR
        with suppress(Refusal):
            perform(replace(lead, reviewer=act.who), act)
        done(begin + (hour + 1) * HOUR - 1)


def perform(desk: Desk, act: Act) -> None:
    """Do it, at the desk of whoever does it."""
    match act:
        case Act("rest"):
            pass
        case Act("judge", _, number, answer):
            judge(desk, CLAIMS[number], replace(response(answer), rationale=reason(desk.reviewer, number)))
        case Act("undo" | "undo decision"):
            undo(desk, "judgement" if act.does == "undo" else "decision")
        case Act("redo" | "redo decision"):
            redo(desk, "judgement" if act.does == "redo" else "decision")
        case Act("decide", _, number, outcome):
            decide(desk, CLAIMS[number], outcome, rationale="It says so.")
        case Act("majority" | "unanimous"):
            adjudicate(desk, act.does)
        case _:
            _arrange(desk, act)


def _arrange(desk: Desk, act: Act) -> None:
    match act:
        case Act("name", str(handle)):
            add_reviewer(desk, handle, name=act.what)
        case Act("set"):
            set_values(desk, {"title": act.what})
        case Act("assign"):
            assign(desk, list(REVIEWERS), int(act.what))
        case Act("describe", _, number, title):
            with desk.store.writing() as ledger:
                standing = _standing(descriptions(ledger.connection, DOCUMENTS[number]))
                ledger.add(Description(DOCUMENTS[number], title, supersedes=standing))
        case Act("withdraw claim" | "bring back claim", _, number):
            (withdraw if "withdraw" in act.does else bring_back)(desk, [CLAIMS[number]])
        case Act("withdraw document" | "bring back document", _, number):
            (withdraw if "withdraw" in act.does else bring_back)(desk, [DOCUMENTS[number]])
        case Act("withdraw judgement", str(handle), number):
            with desk.store.reading() as connection:
                (claim,) = find_claims(connection, CLAIMS[number])
                held = own(connection, claim.row, handle)
            withdraw(desk, [one.id for one in held])
        case Act("correct", _, number, less):
            with desk.store.writing(desk.author) as ledger:
                standing = _standing(versions(ledger.connection, CLAIMS[number]))
                ledger.add(_corrected(number, less, standing))
        case _:
            with desk.store.writing() as ledger:
                at = desk.now()
                ledger.add(_apart(act, at), entries=(Entry(desk.author, f"laptop of {act.who}", at, "0.0.9"),))


def _apart(act: Act, at: Moment) -> Fact:
    match act:
        case Act("answer apart" | "second round", str(who), number, label):
            rounds = 2 if act.does == "second round" else 1
            said = reason(who, number)
            return Judgement(CLAIMS[number], who, id_of(SCHEME), verdict=label, rationale=said, round=rounds, at=at)
        case Act("decide apart", str(who), number, label):
            return Decision(CLAIMS[number], label, METHODS[REVIEWERS.index(who)], who, at, id_of(SCHEME))
        case Act("correct apart", _, number, less):
            return _corrected(number, less, ())
        case Act("describe apart", _, number, title):
            return Description(DOCUMENTS[number], title, publisher=act.who or "")
        case Act("mark apart", _, number):
            return _claim(number)
        case Act("withdraw claim apart", str(who), number):
            return Withdrawal(CLAIMS[number], who, at)
        case Act("withdraw document apart", str(who), number):
            return Withdrawal(DOCUMENTS[number], who, at)
    raise ValueError(act)


def _claim(number: int) -> Claim:
    document, start, end = SPANS[number]
    return Claim(DOCUMENTS[document], start, end, WORDINGS.get(number, ""))


def _corrected(number: int, less: str, standing: tuple[str, ...]) -> Version:
    _, start, end = SPANS[number]
    return Version(CLAIMS[number], start, end - int(less), WORDINGS.get(number, ""), supersedes=standing)


def _standing(held: Mapping[str, Description | Version]) -> tuple[str, ...]:
    superseded = {earlier for one in held.values() for earlier in one.supersedes}
    return tuple(sorted(held.keys() - superseded))


def reason(who: str | None, number: int) -> str:
    """What a reviewer says of that claim whenever he judges it, and nobody of another; his name is not in it."""
    return f"Reason {crc32((who or 'lead').encode())}-{number}."


def response(answer: str) -> Response:
    """A label, a label with a flag ("supported!"), or an answer that is none."""
    if answer in list(Answer):
        return Response(answer=Answer(answer))
    label = answer.removesuffix("!")
    return Response(verdict=label, flagged=label != answer, evidence=EVIDENCE if label == "refuted" else ())
