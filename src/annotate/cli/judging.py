"""Commands that judge and settle: judge, adjudicate, decide."""

import click

from annotate.cli.asking import Asked, Verb, pairs, terminal
from annotate.cli.printing import json_object, say, table
from annotate.domain import Answer, Evidence
from annotate.work import POLICIES, Response, adjudicate, decide, judge

ANSWERS = {"skip": Answer.SKIPPED, "cannot-judge": Answer.CANNOT_JUDGE, "not-a-claim": Answer.NOT_A_CLAIM}
"""Words that stand in the place of a verdict."""


@click.command(
    "judge",
    cls=Verb,
    help="Record the reviewer's answer to CLAIM (an id, or a start of one): a label of the scheme, or skip, "
    "cannot-judge, not-a-claim. Each --stance, --quote and --publisher belongs to the --evidence before it.",
)
@click.argument("claim")
@click.argument("verdict")
@click.option("--facet", multiple=True, metavar="K=V", help="A further facet; K=a,b for a set of labels.")
@click.option("--evidence", multiple=True, metavar="URL", help="What the answer rests on.")
@click.option("--stance", multiple=True, help="supports, refutes, partial or context.")
@click.option("--quote", multiple=True, help="The words of the evidence.")
@click.option("--publisher", multiple=True, help="Who published the evidence.")
@click.option("--rationale", default="", help="Why.")
@click.option("--confidence", type=click.IntRange(1, 9), help="From 1 up.")
@click.option("--flag", is_flag=True, help="Show it to the adjudicator.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def judge_command(asked: Asked, /, claim: str, verdict: str, as_json: bool, **said: object) -> int:
    """Judge one claim."""
    judged = judge(asked.desk(), claim, _response(verdict, said), whole=True)
    if as_json:
        json_object({"id": judged.id, "claim": judged.judgement.claim, "verdict": judged.judgement.verdict or None})
    else:
        click.echo(judged.id)
    return 0


def _response(verdict: str, said: dict[str, object]) -> Response:
    answer = ANSWERS.get(verdict.replace("_", "-"), Answer.VERDICT)
    words = {name: value for name, value in said.items() if isinstance(value, tuple)}
    facets = {name: tuple(value.split(",")) for name, value in pairs(words["facet"], "The facet").items()}
    confidence = said["confidence"]
    return Response(
        answer=answer,
        verdict=verdict if answer is Answer.VERDICT else "",
        facets=facets,
        confidence=confidence if isinstance(confidence, int) else 0,
        rationale=str(said["rationale"]),
        evidence=_evidence(words),
        flagged=bool(said["flag"]),
    )


def _evidence(words: dict[str, tuple[str, ...]]) -> tuple[Evidence, ...]:
    """Pieces of evidence: the n-th of each option belong together."""
    number = max(len(words[name]) for name in ("evidence", "stance", "quote", "publisher"))
    if number > max(1, len(words["evidence"])) or (words["stance"] and not (words["evidence"] or words["quote"])):
        raise click.UsageError("Each --stance, --quote and --publisher needs an --evidence of its own.")

    def nth(name: str, place: int) -> str:
        return words[name][place] if place < len(words[name]) else ""

    return tuple(
        Evidence(url=nth("evidence", n), stance=nth("stance", n), quote=nth("quote", n), publisher=nth("publisher", n))
        for n in range(number)
    )


@click.command("adjudicate", cls=Verb, help="Settle disputes: on the screen, or without one by a policy.")
@click.option("--policy", type=click.Choice(["manual", *POLICIES]), default="manual", show_default=True)
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
        say(f"{len(settled)} claims {'would be ' if dry_run else ''}settled, {done.left} left to people.")
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
        json_object({"id": identity, "claim": decision.claim, "verdict": decision.outcome})
    else:
        click.echo(identity)
    return 0
