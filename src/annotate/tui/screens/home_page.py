"""What the home screen says, row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from annotate.agreement import Undefined
from annotate.tui.telling import duration, many, short_path
from annotate.tui.widgets.header_line import bar
from annotate.tui.widgets.rows import MARGIN, Cell, Row, cell, paragraph
from annotate.work import Agreed, Overview, Progress, Queue

MOST_PEOPLE = 12
BAR = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What is known so far; `overview` and `agreed` are None until they have been looked up;
    `is_large` says that agreement is not, since that would take too long."""

    reviewer: str | None
    at: Queue | None
    project: str = ""
    recent: tuple[str, ...] = ()
    overview: Overview | None = None
    agreed: Agreed | None = None
    is_large: bool = False

    def with_found(self, **found: Any) -> Self:
        """The same with more in it."""
        return replace(self, **found)


def page(known: Known, key: Callable[[str], str], width: int, *, keep_name: str = "") -> list[Row]:
    """The rows; `key` names the key of an action, `keep_name` the one that keeps the name, "" where it is kept."""
    rows: list[Row] = [(), _what(known, width), ()]
    if known.overview is not None and not known.overview.counts.claims:
        rows += _begin(known.overview, key, width)
    elif known.at is not None:
        rows += _own(known, key)
    else:
        rows += _all(known, key, width)
    if keep_name:
        said = f"  keeps the name {known.reviewer} for next time, in the config file."
        rows += [(), [MARGIN, cell(keep_name, "accent"), cell(said)]]
    return rows + _recent(known, width)


def _what(known: Known, width: int) -> Row:
    """The project, and how much there is in it."""
    if known.overview is None:
        return [MARGIN, cell(short_path(known.project)), Cell("   ", 3), cell("counting …", "quiet")]
    counts = known.overview.counts
    said = f"{many(counts.documents, 'document')}, {many(counts.claims, 'claim')}, {counts.decisions:,} settled"
    return [MARGIN, cell(said), Cell("   ", 3), cell(short_path(known.project, width - len(said) - 8), "quiet")]


def _begin(overview: Overview, key: Callable[[str], str], width: int) -> list[Row]:
    """What to do in a project without claims."""
    if not overview.counts.documents:
        what = "Nothing to review yet. Take in an article (plain text or Markdown), or records that hold claims:"
        shell = "or from a shell: annotate import FILE…"
    else:
        what = (
            f"No claims yet. {key('go_on')} opens the texts, where {key('mark')} marks one; or take in records of them:"
        )
        shell = 'or from a shell: annotate mark DOCUMENT --quote "the words of the claim"'
    return [
        *[[MARGIN, *line] for line in paragraph(what, max(1, width - 6), 3)],
        (),
        [MARGIN, cell(key("take_in"), "accent"), cell("  takes in a file; type or paste its path.")],
        [MARGIN, cell(" " * len(key("take_in")) + "  " + shell, "quiet")],
    ]


def _own(known: Known, key: Callable[[str], str]) -> list[Row]:
    """How far the reviewer is: nothing here tells him how others judged."""
    at = known.at
    if at is None:
        return []
    done = at.size - at.owed
    pace = known.overview.reviewers[0] if known.overview and known.overview.reviewers else None
    rows: list[Row] = [
        [MARGIN, cell(f"{done:,} of your {many(at.size, 'claim')} have your answer.  "), *bar(done, at.size, BAR)],
        [MARGIN, cell(_pace(pace), "quiet")],
        (),
    ]
    if at.owed:
        return [*rows, [MARGIN, cell(key("go_on"), "accent"), cell(f"  goes on with claim {at.position:,}.")]]
    listed = cell("  lists the claims, to look again.")
    return [*rows, [MARGIN, cell("Nothing is owed. "), cell(key("queue"), "accent"), listed]]


def _pace(one: Progress | None) -> str:
    if one is None:
        return "…"
    told = [f"{one.left:,} owed", f"{one.work.skipped:,} of them skipped" if one.work.skipped else ""]
    if one.work.median_seconds is not None:
        told += [f"{duration(one.work.median_seconds)} a claim", f"{duration(one.seconds_left)} to finish"]
    return "  ·  ".join(part for part in told if part)


def _all(known: Known, key: Callable[[str], str], width: int) -> list[Row]:
    """How far everybody is, and where they part: for the lead alone."""
    if known.overview is None:
        return []
    people = known.overview.reviewers
    rows: list[Row] = []
    if not people:
        said = "Nobody is said to review. Name one, and the claims come one by one: annotate --reviewer NAME review"
        rows += [[MARGIN, *line] for line in paragraph(said, max(1, width - 6), 2)]
    rows += _people(people[:MOST_PEOPLE])
    if len(people) > MOST_PEOPLE:
        rows.append([MARGIN, cell(f"and {len(people) - MOST_PEOPLE} more: annotate status", "quiet")])
    disputes = known.overview.counts.disputes or 0
    settle: Row = [cell(key("adjudicate"), "accent"), cell("  settles them.")] if disputes else []
    return [*rows, (), [MARGIN, cell(f"{many(disputes, 'dispute')}.  "), *settle], [MARGIN, cell(_agreement(known))]]


def _people(people: Sequence[Progress]) -> list[Row]:
    """A row a reviewer, in columns: name, bar, done, left, pace, time to finish."""
    names = [cell(one.handle, most=16) for one in people]
    told = [(f"{one.work.done:,} of {one.assigned:,}", f"{one.left:,} left", *_times(one)) for one in people]
    widths = [max(map(len, column)) for column in zip(*told, strict=True)]
    widest = max((name.cells for name in names), default=0)
    rows: list[Row] = []
    for one, name, parts in zip(people, names, told, strict=True):
        rest = widest - name.cells + 2
        done, *others = (f"{part:<{width}}  " for part, width in zip(parts, widths, strict=True))
        rule = bar(one.work.done, one.assigned, BAR)
        row = [MARGIN, name, Cell(" " * rest, rest), *rule, Cell("  ", 2)]
        rows.append([*row, cell(done), cell("".join(others).rstrip(), "quiet")])
    return rows


def _times(one: Progress) -> tuple[str, str]:
    if one.work.median_seconds is None:
        return "", ""
    return f"{duration(one.work.median_seconds)} a claim", f"{duration(one.seconds_left)} to finish"


def _agreement(known: Known) -> str:
    if known.overview is None or not known.overview.counts.judgements:
        return "Nobody has judged yet."
    if known.agreed is None:
        return "Agreement: annotate agreement measures it." if known.is_large else "Agreement: measuring …"
    if not known.agreed.units:
        return "Agreement: no claim was judged by two reviewers yet."
    percent, alpha = known.agreed.percent, known.agreed.alpha
    told = "undefined" if isinstance(percent, Undefined) else f"{float(percent):.0%}"
    shown = "undefined" if isinstance(alpha, Undefined) else f"{float(alpha):.2f}"
    return f"Agreement so far, on {many(known.agreed.units, 'claim')}: {told}; Krippendorff's alpha {shown}."


def _recent(known: Known, width: int) -> list[Row]:
    if not known.recent:
        return []
    numbered = enumerate(known.recent, 1)
    rows = [
        [MARGIN, cell(f"{number}", "accent"), cell(f"  {short_path(target, width - 8)}")] for number, target in numbered
    ]
    return [(), [MARGIN, cell("Lately used", "quiet")], *rows]
