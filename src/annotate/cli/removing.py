"""Commands that take away: withdraw, redact."""

import click

from annotate.cli.asking import Asked, Verb, terminal
from annotate.cli.printing import counted, json_list, json_object, line, say, table
from annotate.domain import printable
from annotate.errors import Refusal, Usage
from annotate.work import Aim, Redacted, Withdrawn, aim, bring_back, redact, withdraw


@click.command(
    "withdraw",
    cls=Verb,
    help="Take documents, claims or own judgements out of the work, each named by its id or a start of it; history "
    "keeps them. A document takes its claims along, a claim what was said of it. Documents and claims are the lead's.",
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--undo", is_flag=True, help="Bring back what was withdrawn.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def withdraw_command(asked: Asked, ids: tuple[str, ...], undo: bool, as_json: bool) -> int:
    """Take out of the work, or bring back."""
    done = (bring_back if undo else withdraw)(asked.desk(), ids)
    rows = [{"id": one.id, "kind": one.fact.kind, "changed": one.changed, "claims": one.claims} for one in done]
    if as_json:
        json_list(rows)
    else:
        table(("id", "kind", "changed", "claims"), [tuple(row.values()) for row in rows])
        say(_told(done, undo))
    return 0


def _told(done: list[Withdrawn], undo: bool) -> str:
    """What was done in a sentence; what needed nothing is said to be so already."""
    number, claims = sum(one.changed for one in done), sum(one.claims for one in done)
    word = "brought back" if undo else "withdrawn"
    rest = len(done) - number
    said = f"{number} {word}, with {counted(claims, 'claim')}." if claims else f"{number} {word}."
    state = "in the work" if undo else "withdrawn"
    return said + (f" {rest} {'was' if rest == 1 else 'were'} {state} already." if rest else "")


@click.command(
    "redact",
    cls=Verb,
    help="Remove words for good: the text of a document (named by its id), the words of a claim, judgement, decision "
    "or setting (by its id), or a reviewer's NAME, for which an alias stands then. Ids and digests stay. It is gone "
    "from the backups that the project knows of too, and no merge or import brings it back. For the lead.",
)
@click.argument("name", metavar="ID or NAME")
@click.option("--reason", default="", help="Why, for the log.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def redact_command(asked: Asked, name: str, reason: str, yes: bool, as_json: bool) -> int:
    """Remove for good."""
    desk = asked.desk()
    at = aim(desk, name)
    if not yes:
        _confirm(at)
    done = redact(desk, at, reason)
    if as_json:
        backups = [{"path": one.path, "redacted": not one.why_not, "reason": one.why_not} for one in done.backups]
        json_object({"id": done.id, "what": at.what, "purged": done.purged, "backups": backups})
    else:
        line(done.id)
    _tell(desk.store.shown, done)
    return 3 if not done.purged or any(one.why_not for one in done.backups) else 0


def _confirm(at: Aim) -> None:
    """Ask a person; a script has to have said so."""
    if not terminal():
        raise Usage("A redaction cannot be undone, and nobody is here to be asked.", "Add --yes if it is meant.")
    if not click.confirm(printable(f"{at.told} will be gone for good. Redact?"), err=True):
        raise Refusal("Nothing was redacted.")


def _tell(project: str, done: Redacted) -> None:
    for one in done.backups:
        if one.why_not:
            say(f"Not redacted in the backup {one.path}: {one.why_not} Delete it, or bring it back and redact again.")
        else:
            say(f"Redacted in the backup {one.path} too.")
    if not done.purged:
        say(
            f"Somebody has {project} open, or its disk is full: what was overwritten may stand in it still, or in "
            f"{project}-wal. Redact again later."
        )
    say("Gone here. Exports, bundles, releases and copies that have left are out of reach; none brings it back here.")
