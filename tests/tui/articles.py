"""An article to try screens on: three claims, one nested in markup that must stay text."""

from annotate.domain import Claim, Description, Document
from annotate.work import Desk

TEXT = (
    "Harbour counts its ships\n\n"
    "The port authority said on Monday that fewer ships had called than in any year before. According to the "
    "union, [bold]two hundred jobs[/bold] were lost in a month, and the crane fleet was sold abroad.\n\n"
    "“We were told on a Friday,” a crane driver said.\n"
)
CLAIMS = (
    "fewer ships had called than in any year before",
    "[bold]two hundred jobs[/bold] were lost in a month",
    "the crane fleet was sold abroad",
)


def add_article(
    desk: Desk, text: str = TEXT, quotes: tuple[str, ...] = CLAIMS, *, title: str = "Harbour counts"
) -> list[str]:
    """Bring the article in with a claim a quote; returns their ids."""
    with desk.store.writing() as ledger:
        document = Document.of(text)
        ledger.add_text(document.sha256, text)
        identity = ledger.add(document, source="harbour.txt")
        ledger.add(Description(identity, title=title, publisher="Example Wire", published="2021-11-18", language="en"))
        starts = [text.index(quote) for quote in quotes]
        claims = [Claim(identity, start, start + len(quote)) for start, quote in zip(starts, quotes, strict=True)]
        return [ledger.add(claim) for claim in claims]
