"""What an import has met: the ids that a file gives its records, and what they became."""

from annotate.domain import Document, Fact, Scheme, kind_of
from annotate.store import Entry, Ledger, text_by_id
from annotate.work.desk import Desk, known_reviewer, used_scheme


class Unresolved(Exception):
    """A record refers to something that has not been met; it may come later in the file."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind, name)
        self.kind = kind
        self.name = name


class References:
    """The ids of the file that is being read, the texts that are needed again, the judgements recorded so far."""

    def __init__(self, ledger: Ledger, desk: Desk) -> None:
        self.ledger = ledger
        self.desk = desk
        self.source = ""
        self.notices: list[str] = []
        self.given: dict[tuple[str, str], tuple[str, ...]] = {}
        self.rows_alike: dict[str, int] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._text: tuple[str, str] = ("", "")
        self._scheme: tuple[str, Scheme] | None = None
        self._met: set[str] = set()

    def begin(self, source: str) -> None:
        """Begin a file: ids mean something only inside the file that they stand in."""
        self.source = source
        self.rows_alike = {}
        self._ids = {}

    def add(self, fact: Fact, name: str = "", entries: tuple[Entry, ...] = ()) -> str:
        """Record a fact, and remember the name that the file gives it."""
        identity = self.ledger.add(fact, source=self.source, entries=entries)
        if name:
            self._ids[fact.kind, name] = identity
        return identity

    def scheme(self) -> tuple[str, Scheme]:
        """The scheme by which judgements of this import are made, used by them and so a fact from here on."""
        self._scheme = self._scheme or used_scheme(self.ledger)
        return self._scheme

    def meet(self, handle: str) -> None:
        """Make a reviewer known, at the first thing that he says."""
        if handle not in self._met:
            known_reviewer(self.ledger, handle)
            self._met.add(handle)

    def resolve(self, kind: str, name: str) -> str:
        """The id of what a record refers to: by the ids of the file first, then by the project's. Raises Unresolved."""
        found = self._ids.get((kind, name))
        if found is not None:
            return found
        if kind_of(name) == kind and self.ledger.knows(name):
            return name
        raise Unresolved(kind, name)

    def resolve_any(self, name: str) -> str:
        """The id of a fact of whatever kind."""
        for (_, known), identity in self._ids.items():
            if known == name:
                return identity
        if self.ledger.knows(name):
            return name
        raise Unresolved("fact", name)

    def text(self, document: str) -> str:
        """The text of a document (id); the last one is kept, since claims come document by document."""
        if self._text[0] != document:
            self._text = (document, text_by_id(self.ledger.connection, document) or "")
        return self._text[1]

    def add_document(self, text: str, record: str, name: str = "", entries: tuple[Entry, ...] = ()) -> str:
        """Record a text as a document."""
        document = Document.of(text, record)
        self.ledger.add_text(document.sha256, text)
        identity = self.add(document, name, entries)
        self._text = (identity, text)
        return identity
