"""The commands by name: where each is written and what it does in a line, so that help needs to load none of them."""

from typing import NamedTuple


class Entry(NamedTuple):
    """The module in this room that holds a command of that name, and its one line of help."""

    module: str
    summary: str


COMMANDS: dict[str, Entry] = {
    "demo": Entry("screens", "Build a sample project and open it."),
    "init": Entry("making", "Create a project."),
    "import": Entry("importing", "Take in documents, claims, judgements, whole projects."),
    "documents": Entry("listing", "List the documents."),
    "claims": Entry("listing", "List the claims."),
    "reviewers": Entry("listing", "List the reviewers, or make one known."),
    "schemes": Entry("listing", "List the verdict schemes."),
    "formats": Entry("listing", "List the file formats."),
    "mark": Entry("making", "Make a span of a document a claim."),
    "withdraw": Entry("removing", "Take a document, a claim or an own judgement out of the work."),
    "redact": Entry("removing", "Remove a text, a name or words for good."),
    "assign": Entry("making", "Deal the claims out to reviewers."),
    "set": Entry("making", "Show or change the project's settings."),
    "review": Entry("screens", "Judge claims, one after the other, on the screen."),
    "judge": Entry("judging", "Judge one claim, from a script."),
    "disputes": Entry("listing", "List the claims that reviewers disagree on."),
    "adjudicate": Entry("judging", "Settle disputes, on the screen or by a policy."),
    "decide": Entry("judging", "Settle one claim, from a script."),
    "agreement": Entry("measuring", "Report how far reviewers agree."),
    "status": Entry("reporting", "Show how far the project and each reviewer have come."),
    "export": Entry("reporting", "Write a dataset."),
    "bundle": Entry("merging", "Make a work package for one reviewer."),
    "merge": Entry("merging", "Take in other copies of the project."),
    "log": Entry("history", "Show who did what, when."),
    "check": Entry("reporting", "Look for anything that is wrong with the project."),
}
