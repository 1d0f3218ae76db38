"""How it is told that a setting, reviewer or description stands in several ways, and what settles it."""

from annotate.domain import excerpt
from annotate.work import Conflict

_SETTLED_BY = {
    "setting": "annotate set {subject}=VALUE",
    "reviewer": "annotate reviewers add {subject} --name NAME",
    "description": 'annotate import FILE, with a record {{"kind":"description","document":"{subject}",…}}',
}


def conflict_told(conflict: Conflict) -> str:
    """A conflict in a sentence, with what settles it."""
    held, *others = map(excerpt, conflict.values)
    settled_by = _SETTLED_BY[conflict.kind].format(subject=conflict.subject)
    return (
        f"{conflict.kind} {conflict.subject}: {held} holds, though {', '.join(others)} stands too. "
        f"Settle it: {settled_by}"
    )


def conflict_row(conflict: Conflict) -> dict[str, object]:
    """A conflict as JSON."""
    return {"kind": conflict.kind, "subject": conflict.subject, "values": list(conflict.values)}
