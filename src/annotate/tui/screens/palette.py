"""The palette: Textual's own, at rest."""

from textual.command import CommandInput, CommandPalette


class Palette(CommandPalette):
    """Every action by name; nothing in it blinks."""

    def on_mount(self) -> None:
        """Keep the cursor still."""
        self.query_one(CommandInput).cursor_blink = False
