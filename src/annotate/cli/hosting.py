"""What the screens ask of the command line: which project, whose settings, and how others are opened and made."""

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.cli.asking import Asked
from annotate.errors import Unusable

if TYPE_CHECKING:
    from annotate.glance import Glance
    from annotate.settings import Settings
    from annotate.work import Desk

DEMO = Path("demo")


@dataclass(frozen=True)
class Around:
    """Answers for one call. Nothing is loaded before it is asked: the first frame does not wait for it."""

    asked: Asked

    @cached_property
    def settings(self) -> "Settings":
        """What flags, environment and files say."""
        return self.asked.settings()

    @property
    def asks(self) -> bool:
        """Whether nobody said who he is, nor that he looks as the lead."""
        return self.settings.reviewer is None and not self.asked.lead

    def glance(self) -> "Glance | None":
        """What a reviewer sees first, where that can be read before the project is opened."""
        from annotate.glance import look

        target, reviewer = self.settings.project, self.settings.reviewer
        return look(Path(target), reviewer) if target and reviewer else None

    def begin(self) -> "Desk | None":
        """The project that is meant; None where none is there and none was named."""
        from annotate.settings import default_project

        held = self.settings.project or default_project()
        if held == default_project() and not os.path.exists(held):
            return None
        return self.open(held, self.settings.reviewer)

    def open(self, project: str, reviewer: str | None) -> "Desk":
        """The project at that target; who opens it under a name is known to it."""
        from annotate.wiring import open_desk

        return _entered(open_desk(self._for(project, reviewer)))

    def make(self, preset: str, reviewer: str | None) -> "Desk":
        """A new project in this folder."""
        from annotate.domain import PRESETS
        from annotate.settings import FILE_NAME
        from annotate.wiring import create_desk

        return _entered(create_desk(self._for(str(Path.cwd() / FILE_NAME), reviewer), PRESETS[preset]))

    def demo(self, reviewer: str | None) -> "Desk":
        """The sample project, made in this folder where it is not there yet."""
        from annotate.cli.tour import built

        try:
            file = built(DEMO).absolute()
        except OSError as error:
            raise Unusable(
                f"{DEMO} cannot be made here ({error.strerror}).", "annotate demo DIR makes it there."
            ) from error
        return self.open(str(file), reviewer)

    def _for(self, project: str, reviewer: str | None) -> "Settings":
        return replace(self.settings, project=project, reviewer=reviewer)


def _entered(desk: "Desk") -> "Desk":
    from annotate.work import enter

    enter(desk)
    return desk
