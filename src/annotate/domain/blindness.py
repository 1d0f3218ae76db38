"""Who may see whose judgement: one rule, asked everywhere."""


def may_see(viewer: str | None, author: str, *, settled: bool) -> bool:
    """Whether `viewer` (a reviewer's handle; None for the lead) may see what `author` judged of a claim.

    A reviewer sees his own judgements, and others' once the claim is settled.
    """
    return viewer is None or viewer == author or settled
