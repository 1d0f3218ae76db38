"""The sheet that takes in a file: its path is typed or pasted, what came of it is said."""

import os
import shlex
from pathlib import Path
from urllib.parse import unquote_to_bytes

from annotate.tui.apart import apart
from annotate.tui.screens.line import LineSheet
from annotate.tui.telling import many, short_path
from annotate.work import Desk, Imported, import_files

PLACE = 40
"""Characters that the name of a file takes in a sentence."""


class TakingInSheet(LineSheet):
    """Dismissed with the sentence that says what was taken in, None where nothing was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("import", "The path of a file, or of a folder of files.")
        self._desk = desk
        self._busy = False

    def action_enter_line(self) -> None:
        """Take in what is at the path."""
        path = path_of(self.typed)
        if path is not None and not self._busy:
            self._busy = True
            self.say("Taking it in …")
            self.run_worker(self._take_in(path))

    async def _take_in(self, path: Path) -> None:
        try:
            with self.telling():
                done = await apart(lambda: import_files(self._desk, [path]))
                if done.rows:
                    self.dismiss(told(done))
                else:
                    self.say(told(done), warning=True)
        except OSError as error:
            self.say(f"Not taken in: {short_path(str(path), PLACE)}: {error.strerror}.", warning=True)
        finally:
            self._busy = False

    def action_close(self) -> None:
        """Leave, unless something is on its way in."""
        if not self._busy:
            self.dismiss(None)


def path_of(typed: str) -> Path | None:
    """The path that was typed, or pasted as a shell or a file manager writes it; None where nothing was."""
    if typed.startswith("file://"):
        told = unquote_to_bytes(typed.removeprefix("file://").removeprefix("localhost"))
        words = os.fsdecode(told.replace(b"\0", b""))  # which no path can hold
    else:
        words = os.path.expanduser(typed)
        if not os.path.lexists(words):  # else quotes and backslashes are part of its name
            words = os.path.expanduser(_as_a_shell_reads(typed))
    return Path(words) if words else None


def _as_a_shell_reads(typed: str) -> str:
    """Without the quotes and backslashes around it; where a shell would read more than a word, as it is."""
    try:
        words = shlex.split(typed)
    except ValueError:  # a quote that is not closed is an apostrophe
        return typed
    return words[0] if len(words) == 1 else typed


def told(done: Imported) -> str:
    """What came of an import, in a sentence or two."""
    added = ", ".join(many(number, kind) for kind, number in sorted(done.added.items()))
    said = f"Took in: {added or 'nothing new'}." if done.rows else ""
    if not done.refused:
        return said or "There was nothing to take in."
    row = done.refused[0]
    file = short_path(row.file, PLACE)
    place = file if row.line is None else f"{file}:{row.line}"
    more = f" And {len(done.refused) - 1:,} more; annotate import names them all." if len(done.refused) > 1 else ""
    return f"{said} Not taken in: {place}: {row.reason}{more}".strip()
