"""The tree of refusals: each is one clear sentence, its way out, and the exit code that it ends the program with."""

from pathlib import Path


class Refusal(Exception):
    """Something asked for that cannot be done.

    `sentence` says what is wrong and where; `next_step` says what to do about it (empty where the sentence says it
    already). `str(refusal)` is both, as shown to a person.
    """

    exit_code = 1

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence, next_step)
        self.sentence = sentence
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".strip()


class BadInput(Refusal):
    """Input that cannot be taken in as it stands, with the file and line where there is one."""

    def __init__(
        self, sentence: str, next_step: str = "", *, file: str | Path | None = None, line: int | None = None
    ) -> None:
        super().__init__(sentence, next_step)
        self.file = str(file) if file is not None else None
        self.line = line

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place}: {super().__str__()}" if place else super().__str__()


class Unusable(Refusal):
    """A project that cannot be opened or written: no database, another program's, newer, read-only, full, busy."""


class Busy(Unusable):
    """A project that another program is writing just now: the same again in a moment may do."""


class Unknown(Refusal):
    """A name or id that nothing in the project answers to, or that more than one thing does."""


class NotForYou(Refusal):
    """What blindness, or not having said who asks, keeps from the asker."""


class Nothing(Refusal):
    """There is nothing to do or to export."""


class Usage(Refusal):
    """A command line whose words do not fit together."""

    exit_code = 2
