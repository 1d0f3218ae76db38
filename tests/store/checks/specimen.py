"""A small project that has something of everything."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.desks import MORNING, SECOND, Clock, project

from annotate.domain import (
    Answer,
    Claim,
    Decision,
    Description,
    Document,
    Evidence,
    Fact,
    Judgement,
    Key,
    Version,
    Withdrawal,
    scheme_of,
)
from annotate.store import Entry, open_store, scheme
from annotate.work import (
    Desk,
    Draft,
    Response,
    add_reviewer,
    adjudicate,
    assign,
    correct,
    decide,
    index_documents,
    judge,
    keep_answer_draft,
    list_claims,
    list_documents,
    redo,
    set_values,
    undo,
)

TEXTS = {
    "News": "Le pont a cédé. 第二句。\r\nHe said: [no].\n\nNo bridge fell in May.",
    "": "\0 Cafe\u0301 \U0001f600 closes; \u05e9\u05dc\u05d5\u05dd.",
    "Old": "A page that was taken back.",
}
QUOTES = ("Le pont a cédé.", "第二句。", "He said: [no].", "No bridge fell", "Cafe\u0301", "\U0001f600 closes")
REVIEWERS = ("ada", "bob", "eve")
SCHEME = scheme_of(
    {
        "name": "short",
        "facets": [
            {
                "id": "verdict",
                "kind": "single",
                "labels": [{"id": "right", "name": "Right"}, {"id": "wrong", "name": "Wrong", "needs": ["evidence"]}],
            },
            {"id": "tone", "kind": "set", "labels": [{"id": "mild", "name": "Mild"}, {"id": "loud", "name": "Loud"}]},
        ],
    }
)


def specimen() -> bytes:
    """The file of the project."""
    with TemporaryDirectory() as folder, project(Path(folder) / "annotate.db", scheme=SCHEME) as lead:
        claims = _documents(lead)
        _people(lead, claims)
        _elsewhere(lead, claims)
        _own(lead, claims)
        lead.store.close()
        return Path(lead.store.target).read_bytes()


def unclean() -> tuple[bytes, bytes]:
    """The file of the project, and the write-ahead log that is left beside it by one who was killed."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "annotate.db"
        file.write_bytes(specimen())
        with closing(open_store(str(file), version="0.1", now=Clock(MORNING + 20_000 * SECOND))) as store:
            ada = Desk(store, "ada", store.now, bytes)
            first, second = [found.claim.id for found in list_claims(replace(ada, reviewer=None))][2:4]
            judge(ada, first, Response(verdict="wrong"))
            judge(ada, second, Response(verdict="right", rationale="Seen."))
            undo(ada)
            return file.read_bytes(), file.with_name("annotate.db-wal").read_bytes()


def _documents(lead: Desk) -> list[str]:
    with lead.store.writing() as ledger:
        ids = []
        for title, text in TEXTS.items():
            ledger.add_text(Document.of(text).sha256, text)
            ids.append(ledger.add(Document.of(text), source="news.txt"))
            ledger.add(Description(ids[-1], title, publisher="Example Wire"))
        old = Description(ids[0], "News", publisher="Example Wire")
        ledger.add(replace(old, title="News of May", supersedes=(ledger.add(old),)))
        places = [(ids[0], text) for text in QUOTES[:4]] + [(ids[1], text) for text in QUOTES[4:]]
        texts = dict(zip(ids, TEXTS.values(), strict=True))
        return [
            ledger.add(Claim(document, texts[document].index(quote), texts[document].index(quote) + len(quote)))
            for document, quote in places
        ]


def _people(lead: Desk, claims: list[str]) -> None:
    ada, bob, eve = (replace(lead, reviewer=handle) for handle in REVIEWERS)
    for handle in REVIEWERS:
        add_reviewer(lead, handle)
    add_reviewer(lead, "eve", name="Eve N.")
    set_values(lead, {"title": "Floods", "licence": "CC-BY-4.0"})
    set_values(lead, {"title": "Floods of May"})
    assign(lead, ["ada", "bob"], 2)
    page = Evidence(url="https://example.org/bridge?utm_source=x", stance="refutes", quote="No bridge fell.")
    passage = Evidence(document=_first(lead), start=16, end=20, quote="第二句。", stance="context", set=2)
    judge(ada, claims[0], Response(verdict="wrong", evidence=(page, passage), facets={"tone": ("mild", "loud")}))
    judge(ada, claims[1], Response(answer=Answer.SKIPPED))
    judge(ada, claims[2], Response(verdict="right", confidence=4, rationale="He did.", milliseconds=900))
    judge(bob, claims[0], Response(verdict="right", flagged=True))
    judge(bob, claims[0], Response(verdict="wrong"))
    undo(bob)
    redo(bob)
    judge(bob, claims[2], Response(verdict="right"))
    judge(bob, claims[3], Response(answer=Answer.NOT_A_CLAIM))
    judge(eve, claims[4], Response(answer=Answer.CANNOT_JUDGE, rationale="No idea."))
    judge(eve, claims[5], Response(verdict="right"))
    undo(eve)
    start = TEXTS["News"].index(QUOTES[3])
    correct(eve, claims[3], start, start + len("No bridge"))
    adjudicate(lead, "unanimous")
    decide(eve, claims[0], "wrong", rationale="It says so.")
    decide(lead, claims[0], "right")
    decide(lead, claims[3], "not_a_claim")


def _first(lead: Desk) -> str:
    return next(iter(list_documents(lead))).id


def _elsewhere(lead: Desk, claims: list[str]) -> None:
    """What came from other copies, which knew nothing of what was done here."""
    with lead.store.writing() as ledger:
        used, _ = scheme(ledger.connection)
        at = MORNING + 9_000 * SECOND
        said: list[Fact] = [
            Judgement(claims[0], "max", used or "", verdict="right", at=at, source="votes:1", round=2),
            Version(claims[3], 40, 44),
            Version(claims[3], 40, 47),
            Withdrawal(claims[5], "max", at),
            Decision(claims[1], "wrong", "adjudicated", "max", at, used or ""),
        ]
        before = None
        for fact in said:
            entry = Entry("max", "a laptop", at, "0.0.9", before)
            before = entry.digest(ledger.add(fact, entries=(entry,)))


def _own(lead: Desk, claims: list[str]) -> None:
    """What is this copy's alone: something typed, an index of words."""
    with lead.store.writing() as ledger:
        ledger.add(Key("5a" * 32))
    keep_answer_draft(replace(lead, reviewer="ada"), claims[4], Draft(rationale="As I was say"))
    done = index_documents(lead)
    while done is not None:
        done = index_documents(lead, done.row)
