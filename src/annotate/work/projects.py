"""Make a project, and set what is said of it."""

from annotate.domain import Setting, printable
from annotate.errors import Unknown
from annotate.store import Ledger, settings, stand
from annotate.work.desk import Desk, lead_alone

SETTINGS = {
    "title": "what the project is called",
    "licence": "the licence of a released dataset, as an SPDX identifier",
    "guidelines": "the guidelines, as Markdown; set guidelines=FILE.md reads them from a file",
    "names": "whether adjudicators may see reviewers' names: yes or no",
    "feedback": "whether reviewers see the outcome beside their judgement once a claim is settled: yes or no",
    "confidence": "the highest confidence a reviewer can give, from 2 to 9",
}
"""Setting → what it means."""

_CHOICES = {"names": ("yes", "no"), "feedback": ("yes", "no"), "confidence": tuple("23456789")}


def set_values(desk: Desk, values: dict[str, str]) -> dict[str, str]:
    """Set project settings, all of them or none; an empty value takes a setting back. Returns all that stand.

    To look at them is for everybody, to change them for the lead.
    """
    if values:
        lead_alone(desk, "Changing the project")
        for name, value in values.items():
            _check(name, value)
        with desk.store.writing(desk.author) as ledger:
            for name, value in values.items():
                _set(ledger, desk, name, value)
    with desk.store.reading() as connection:
        return {name: held.value for name, (_, held) in sorted(settings(connection).items()) if held.value}


def _check(name: str, value: str) -> None:
    if name not in SETTINGS:
        raise Unknown(f'There is no setting "{printable(name)}".', f"There are: {', '.join(SETTINGS)}.")
    choices = _CHOICES.get(name)
    if value and choices and value not in choices:
        raise Unknown(f'{name} cannot be "{printable(value)}".', f"It is one of: {', '.join(choices)}.")


def _set(ledger: Ledger, desk: Desk, name: str, value: str) -> None:
    """Record a value unless it is the only one that stands: where copies differed, this settles it."""
    held = stand(ledger.connection, "setting", name)
    values = {fact.value for fact in held.values() if isinstance(fact, Setting)}
    if (values or {""}) != {value}:
        ledger.add(Setting(name, value, desk.now(), tuple(sorted(held))))
