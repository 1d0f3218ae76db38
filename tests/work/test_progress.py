"""How far the project and each reviewer have come."""

from dataclasses import replace

from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Answer
from annotate.work import Desk, Response, add_reviewer, assign, judge, leaf, list_claims, open_queue, status

pytestmark = BOTH


def test_where_claims_were_dealt_out_only_those_count_for_a_reviewer(lead: Desk) -> None:
    add_article(lead)
    ada, ben = (replace(lead, reviewer=name) for name in ("ada", "ben"))
    for desk in (ada, ben):
        add_reviewer(lead, desk.author)
    assign(lead, ["ada", "ben"], 1)
    his = {row.claim.id for row in leaf(ada, None, 9)}
    others = [listed.claim.id for listed in list_claims(lead) if listed.claim.id not in his]
    judge(ada, others[0], Response(verdict="refuted"))
    for claim in others[1:]:
        judge(ada, claim, Response(Answer.SKIPPED))
    (progress,) = status(ada).reviewers
    assert (progress.work.done, progress.work.skipped) == (0, 0)
    assert progress.left == open_queue(ada).owed == len(his)
    judge(ada, his.pop(), Response(verdict="refuted"))
    (progress,) = status(ada).reviewers
    assert (progress.work.done, progress.left) == (1, open_queue(ada).owed)
