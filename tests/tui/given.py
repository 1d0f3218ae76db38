"""Evidence that was given, and what a screen says of it."""

from typing import Any

from tests.tui.screens import Person
from textual.screen import Screen

from annotate.domain import Evidence, Judgement
from annotate.tui.widgets.field import Field
from annotate.tui.widgets.row_pane import RowPane
from annotate.work import Desk, list_claims, open_claim, queue_of, read_log

TABLE = Evidence(url="https://example.org/table", quote="12 percent", stance="refutes")
NOTE = Evidence(url="https://example.org/note", stance="supports")
OTHER = "The yearly table\n\nIn all of 2020, 412 ships called at the harbour. That was twelve more than in 2019.\n"


def claim(lead: Desk, number: int = 1) -> str:
    return list(list_claims(lead))[number - 1].claim.id


def evidence(ada: Desk, number: int = 1) -> tuple[Evidence, ...]:
    """The evidence of Ada's standing answer."""
    place = queue_of(ada, claim(ada, number)).place
    assert place is not None
    answer = open_claim(ada, place).answer
    assert answer is not None
    return answer.evidence


def judged(lead: Desk) -> int:
    """How many judgements were ever recorded."""
    return sum(isinstance(entry.fact, Judgement) for entry in read_log(lead))


def shown(person: Person, name: str) -> str:
    """What the rows of that name say."""
    pane = person.app.screen.query_one(f"#{name}", RowPane)
    return " ".join(" ".join(pane.render_line(y).text.split()) for y in range(pane.size.height)).strip()


def at(person: Person, kind: type[Screen[Any]]) -> bool:
    """Whether that is the screen that has the keys."""
    return isinstance(person.app.screen, kind)


def field(person: Person, name: str) -> Field:
    return person.app.screen.query_one(f"#{name}", Field)
