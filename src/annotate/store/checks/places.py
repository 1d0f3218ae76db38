"""What points into a text, and at something."""

from collections.abc import Iterator

from sqlalchemy import Connection

from annotate.store.checks.finding import REPORT, Finding, finding
from annotate.store.passages import misplaced
from annotate.store.soundness import Soundness


def anchors(connection: Connection) -> Iterator[Finding]:
    """Every claim, version and passage stands in the text that it points into."""
    for identity, sentence in misplaced(connection, Soundness(connection)):
        yield finding("anchor", identity, sentence, REPORT)
