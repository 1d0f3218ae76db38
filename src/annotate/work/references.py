"""What an import has met: the ids that a file gives its records, and what they became."""

from typing import NamedTuple

from annotate.domain import Document, Fact, Reviewer, Scheme, kind_of, printable
from annotate.store import Entry, Ledger, Scratch, facts, find_documents, scheme, text_by_id
from annotate.work.desk import Desk, checked_handle, used_scheme


class Unresolved(Exception):
    """A record refers to something that has not been met; it may come later in the file."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind, name)
        self.kind = kind
        self.name = name


class Given(NamedTuple):
    """What a reviewer said of a claim in this import: the judgement's id, and the row that it comes from."""

    id: str
    source: str


class References:
    """The ids of the file that is being read, the texts that are needed again, the judgements recorded so far."""

    def __init__(self, ledger: Ledger, desk: Desk) -> None:
        self.ledger = ledger
        self.desk = desk
        self.source = ""
        self.notices: list[str] = []
        self._given = Scratch()
        self._rows_alike = Scratch()
        self._ids = Scratch()
        self._text: tuple[str, str] = ("", "")
        self._stands: tuple[str, bool] = ("", True)
        self._scheme: tuple[str | None, Scheme] | None = None
        self._reviewers: dict[str, set[tuple[str, bool]]] | None = None

    def close(self) -> None:
        """Forget everything."""
        for kept in (self._given, self._rows_alike, self._ids):
            kept.close()

    def begin(self, source: str) -> None:
        """Begin a file: ids mean something only inside the file that they stand in. Its name need not be UTF-8."""
        self.source = printable(source)
        self._rows_alike.close()
        self._rows_alike = Scratch()
        self._ids.close()
        self._ids = Scratch()

    def add(self, fact: Fact, name: str = "", entries: tuple[Entry, ...] = ()) -> str:
        """Record a fact, and remember the name that the file gives it.

        One that comes with its log entries has the id that it came with, though something of it was redacted.
        """
        known_as = name if entries and kind_of(name) else ""
        identity = self.ledger.add(fact, source=self.source, entries=entries, known_as=known_as)
        if isinstance(fact, Reviewer):
            self._said(fact)
        if name:
            self._ids[name, fact.kind] = identity
        return identity

    @property
    def is_judged(self) -> bool:
        """Whether something was judged here, so that the scheme is fixed."""
        return self._current()[0] is not None

    def alike(self, row: str) -> int:
        """Which of the rows of this file with that digest the one at hand is, from 1."""
        number = int(self._rows_alike.get((row, "")) or 0) + 1
        self._rows_alike[row, ""] = str(number)
        return number

    def given(self, claim: str, handle: str, in_round: int) -> Given | None:
        """What the reviewer said last of the claim, in that round of it, in this import."""
        kept = self._given.get((claim, f"{in_round} {handle}"))
        return Given(*kept.split(" ", 1)) if kept else None

    def give(self, claim: str, handle: str, in_round: int, given: Given) -> None:
        """Remember what the reviewer said now. An id has no blanks in it."""
        self._given[claim, f"{in_round} {handle}"] = " ".join(given)

    def scheme(self) -> Scheme:
        """The scheme by which is judged here. Asking for it does not fix it yet."""
        return self._current()[1]

    def use_scheme(self) -> str:
        """The id of the scheme, a fact from here on since something is judged by it."""
        if self._current()[0] is None:
            self._scheme = used_scheme(self.ledger)
        return self._current()[0] or ""

    def plan_scheme(self, wanted: Scheme) -> None:
        """Judge by another scheme, as long as nothing was judged by one."""
        self.ledger.plan_scheme(wanted)
        self._scheme = None

    def _current(self) -> tuple[str | None, Scheme]:
        self._scheme = self._scheme or scheme(self.ledger.connection)
        return self._scheme

    def meet(self, handle: str) -> None:
        """Make a reviewer known, at the first thing that he says."""
        if handle not in self.reviewers():
            self.add(Reviewer(checked_handle(handle)))

    def reviewers(self) -> dict[str, set[tuple[str, bool]]]:
        """Handle → what was ever said of that reviewer: display name, and whether a model."""
        if self._reviewers is None:
            self._reviewers = {}
            for _, fact in facts(self.ledger.connection, Reviewer.kind):
                if isinstance(fact, Reviewer):
                    self._said(fact)
        return self._reviewers

    def _said(self, reviewer: Reviewer) -> None:
        if self._reviewers is not None:
            self._reviewers.setdefault(reviewer.handle, set()).add((reviewer.name, reviewer.is_model))

    def resolve(self, kind: str, name: str) -> str:
        """The id of what a record refers to: by the ids of the file first, then by the project's. Raises Unresolved."""
        found = self._ids.get((name, kind))
        if found is not None:
            return found
        if kind_of(name) == kind and self.ledger.knows(name):
            return name
        raise Unresolved(kind, name)

    def resolve_any(self, name: str) -> str:
        """The id of a fact of whatever kind."""
        found = self._ids.first(name)
        if found is not None:
            return found
        if self.ledger.knows(name):
            return name
        raise Unresolved("fact", name)

    def is_withdrawn(self, document: str) -> bool:
        """Whether a document (id) was here before and is out of the work; asked once for claims in a row."""
        if self._stands[0] != document:
            old = self.ledger.is_old(document)
            found = find_documents(self.ledger.raw, document) if old else []
            self._stands = (document, all(one.stands for one in found))
        return not self._stands[1]

    def text(self, document: str) -> str:
        """The text of a document (id); the last one is kept, since claims come document by document."""
        if self._text[0] != document:
            self._text = (document, text_by_id(self.ledger.about(document), document) or "")
        return self._text[1]

    def add_document(self, document: Document, text: str, name: str = "", entries: tuple[Entry, ...] = ()) -> str:
        """Record a document with its text."""
        self.ledger.add_text(document.sha256, text)
        identity = self.add(document, name, entries)
        self._text = (identity, text)
        return identity
