"""What the screens ask of the program around them; the command line answers."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotate.glance import Glance
    from annotate.settings import Settings
    from annotate.work import Desk


class Host(Protocol):
    """Knows what a person set, and opens projects for whoever sits at the screen."""

    @property
    def settings(self) -> "Settings":
        """What holds for this call."""

    @property
    def asks(self) -> bool:
        """Whether nobody said who he is, nor that he looks as the lead."""

    def glance(self) -> "Glance | None":
        """What a reviewer sees first, where that can be read before the project is opened."""

    def begin(self) -> "Desk | None":
        """The project that is meant; None where none is there and none was named."""

    def open(self, project: str, reviewer: str | None) -> "Desk":
        """Another project."""

    def make(self, preset: str, reviewer: str | None) -> "Desk":
        """A new project in this folder."""

    def demo(self, reviewer: str | None) -> "Desk":
        """The sample project, made in this folder where it is not there yet."""
