"""What a check says of a thing that is wrong."""

from dataclasses import dataclass

from annotate.domain import printable

REBUILD = "Run: annotate check --rebuild."
RESTORE = "Keep a copy of the project as it is, then restore a backup: annotate restore BACKUP."
REPORT = "Keep a copy of the project as it is, and ask who made that change."


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: `what` in a word, `where` it is, a sentence for a person, and what he can do."""

    what: str
    where: str
    sentence: str
    step: str

    @property
    def mends(self) -> bool:
        """Whether it can be made anew from the facts."""
        return self.step == REBUILD


def finding(what: str, where: str, sentence: str, step: str = RESTORE) -> Finding:
    """A finding that can be shown, whatever stands in a damaged project."""
    return Finding(what, printable(where), printable(" ".join(sentence.split())), step)
