"""What a reviewer looks up beside the text: the guidelines, what the labels mean, what the keys do."""

from annotate.tui import keys
from annotate.tui.screens.grounds import Grounds
from annotate.tui.screens.reading import DefinitionsSheet, HelpSheet
from annotate.work import guidelines_of


class LookingUp(Grounds):
    """Each opens where it concerns the reviewer's answer; without one, where he looked last."""

    _looked_at = ""

    def action_definitions(self) -> None:
        """Say what each label means."""
        self.app.push_screen(DefinitionsSheet(self.walk.scheme, self._names()), self._looked)

    def action_guidelines(self) -> None:
        """Show the guidelines beside the text."""
        from annotate.tui.screens.guidelines import GuidelinesSheet  # seldom wanted at once

        self.app.push_screen(GuidelinesSheet(guidelines_of(self.walk.desk), self._names()), self._looked)

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpSheet([*self.keys, *keys.keys_of("form", self.room.remapped)]))

    def _names(self) -> list[str]:
        """The headings to begin at, the dearest first."""
        answer = self.walk.answer if self.walk.document is not None else None
        label = self.walk.scheme.verdict.label(answer.verdict) if answer else None
        return [label.name, label.id] if label else [self._looked_at]

    def _looked(self, heading: str | None) -> None:
        self._looked_at = heading or self._looked_at
