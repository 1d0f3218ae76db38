"""Commands that take away: withdraw."""

import click

from annotate.cli.asking import Asked, Verb
from annotate.cli.printing import counted, json_list, say, table
from annotate.work import Withdrawn, bring_back, withdraw


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
