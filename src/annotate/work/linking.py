"""Linked claims: the same words by the same speaker in different documents.

A project has no links of its own between claims yet; what is literally the same claim is found by its words.
"""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from unicodedata import normalize

from annotate.store import Reading, Texts, documents, told

SHORTEST = 12
"""Letters and digits below which words are too few to be a claim of their own."""

AT_ONCE = 200
"""Documents that are read at once."""


def linked_claims(connection: Reading) -> Mapping[int, bytes]:
    """Claim (row) → what it shares with the claims that say the same in other documents; only for those that have any.

    Compared are the self-contained wording, or else the quote, and the claimant, but for case, marks and white space.
    """
    first: dict[bytes, tuple[int, int]] = {}
    found: dict[int, bytes] = {}
    for claim, document, key in _keys(connection):
        there, whose = first.setdefault(key, (claim, document))
        if whose != document:
            found[there] = found[claim] = key
    return found


def _keys(connection: Reading) -> Iterator[tuple[int, int, bytes]]:
    rows = [document.row for document in documents(connection) if document.claims]
    texts = Texts(connection)
    for at in range(0, len(rows), AT_ONCE):
        some = rows[at : at + AT_ONCE]
        for claim in sorted(told(connection, some, None, settled=False), key=lambda one: (one.document, one.row)):
            words = plain(claim.wording or texts.of(claim.document)[claim.start : claim.end])
            if len(words) >= SHORTEST:
                said = f"{words}\0{plain(claim.claimant)}"
                yield claim.row, claim.document, blake2b(said.encode(), digest_size=16).digest()


def plain(words: str) -> str:
    """The letters and digits of the words alone, in one case and one form."""
    return "".join(filter(str.isalnum, normalize("NFKC", words).casefold()))
