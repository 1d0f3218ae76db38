"""Commands that judge and settle: judge, adjudicate, decide."""

from collections.abc import Sequence
from typing import Any

import click

from annotate.cli.asking import Asked, Verb, pairs, terminal
from annotate.cli.printing import counted, json_object, line, say, table
from annotate.domain import STANCES, Answer, Evidence
from annotate.work import POLICIES, Response, adjudicate, decide, judge

ANSWERS = {"skip": Answer.SKIPPED, "cannot-judge": Answer.CANNOT_JUDGE, "not-a-claim": Answer.NOT_A_CLAIM}
"""Words that stand in the place of a verdict."""


EVIDENCE = {"evidence": "url", "stance": "stance", "quote": "quote", "publisher": "publisher"}
"""Options that speak of evidence, and the fields that they fill."""


class Judge(Verb):
    """`judge`, which keeps the order of its options: what is said of evidence belongs to the evidence before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and keep in `ctx.meta` the names of the options on evidence as they came."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[ORDER] = [parameter.name for parameter in order if parameter.name in EVIDENCE]
        return super().parse_args(ctx, args)


ORDER = "annotate.evidence"


@click.command(
    "judge",
    cls=Judge,
    help="Record the reviewer's answer to CLAIM (an id, or a start of one): a label of the scheme, or skip, "
    "cannot-judge, not-a-claim. Each --stance, --quote and --publisher belongs to the --evidence before it.",
)
@click.argument("claim")
@click.argument("verdict")
@click.option("--facet", multiple=True, metavar="K=V", help="A further facet; K=a,b for a set of labels.")
@click.option("--evidence", multiple=True, metavar="URL", help="What the answer rests on.")
@click.option("--stance", multiple=True, type=click.Choice(STANCES), help="What the evidence does to the claim.")
@click.option("--quote", multiple=True, help="The words of the evidence.")
@click.option("--publisher", multiple=True, help="Who published the evidence.")
@click.option("--rationale", default="", help="Why.")
@click.option("--confidence", type=click.IntRange(1, 9), help="From 1 up.")
@click.option("--flag", is_flag=True, help="Show it to the adjudicator.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def judge_command(asked: Asked, /, claim: str, verdict: str, as_json: bool, **said: Any) -> int:
    """Judge one claim."""
    response = _response(verdict, said)
    judged = judge(asked.desk(), claim, response, whole=True)
    if as_json:
        json_object({"id": judged.id, "claim": judged.judgement.claim, "verdict": judged.judgement.verdict or None})
    else:
        line(judged.id)
    return 0


def _response(verdict: str, said: dict[str, Any]) -> Response:
    answer = ANSWERS.get(verdict.replace("_", "-"), Answer.VERDICT)
    facets: dict[str, tuple[str, ...]] = {}
    for name, labels in pairs(said["facet"], "The facet"):
        facets[name] = (*facets.get(name, ()), *labels.split(","))
    return Response(
        answer=answer,
        verdict=verdict if answer is Answer.VERDICT else "",
        facets=facets,
        confidence=said["confidence"] or 0,
        rationale=said["rationale"],
        evidence=_evidence(click.get_current_context().meta[ORDER], said),
        flagged=said["flag"],
    )


def _evidence(order: Sequence[str], said: dict[str, Any]) -> tuple[Evidence, ...]:
    """Pieces of evidence, each begun by its url; what is said before the only one belongs to it too."""
    values = {name: iter(said[name]) for name in EVIDENCE}
    pieces: list[dict[str, Any]] = [{}]
    for name in order:
        field, value = EVIDENCE[name], next(values[name])
        if name == "evidence" and "url" in pieces[-1]:
            pieces.append({})
        if field in pieces[-1]:
            raise click.UsageError(f"--{name} is given twice for one --evidence.")
        pieces[-1][field] = value
    if pieces[0] and not all("url" in piece for piece in pieces):
        raise click.UsageError("Each --stance, --quote and --publisher needs an --evidence before it.")
    return tuple(Evidence(**piece) for piece in pieces if piece)


@click.command("adjudicate", cls=Verb, help="Settle disputes: on the screen, or without one by a policy.")
@click.option(
    "--policy",
    type=click.Choice(["manual", *POLICIES]),
    default="manual",
    show_default=True,
    help="By hand on the screen, or by a rule that settles what it can and leaves the rest.",
)
@click.option("--dry-run", is_flag=True, help="Say what a policy would settle, and settle nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def adjudicate_command(asked: Asked, policy: str, dry_run: bool, as_json: bool) -> int:
    """Settle what a policy can settle, or open the adjudication screen."""
    if policy == "manual":
        return _by_hand(asked)
    done = adjudicate(asked.desk(), policy, dry_run=dry_run)
    settled = [
        {"claim": one.claim, "outcome": one.outcome, "method": one.method, "votes": one.votes} for one in done.settled
    ]
    if as_json:
        json_object({"policy": policy, "dry_run": dry_run, "settled": settled, "left": done.left})
    else:
        table(("claim", "outcome", "method"), [(one.claim, one.outcome, one.method) for one in done.settled])
        say(f"{counted(len(settled), 'claim')} {'would be ' if dry_run else ''}settled, {done.left} left to people.")
    return 0


def _by_hand(asked: Asked) -> int:
    if not terminal():
        raise click.UsageError("Adjudication by hand needs a terminal. Name a policy, or use: annotate decide.")
    from annotate.cli.screens import show

    return show(asked, "adjudicate")


@click.command(
    "decide", cls=Verb, help="Settle CLAIM (an id, or a start of one) as a label of the scheme, or not-a-claim."
)
@click.argument("claim")
@click.argument("verdict")
@click.option("--rationale", default="", help="Why it is settled so.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def decide_command(asked: Asked, claim: str, verdict: str, rationale: str, as_json: bool) -> int:
    """Settle one claim."""
    identity, decision = decide(asked.desk(), claim, verdict, rationale=rationale)
    if decision.judged:
        say("You judged this claim yourself; that is kept with the decision.")
    if as_json:
        json_object({"id": identity, "claim": decision.claim, "verdict": decision.outcome, "judged": decision.judged})
    else:
        line(identity)
    return 0
