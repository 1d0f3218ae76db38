"""Agreement: of the project's reviewers, or of a table of votes with no project at all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from annotate.agreement import DEFAULT, Level, Tally, Terms, in_sets
from annotate.domain import VERDICT, Answer, Facet, printable
from annotate.errors import BadInput, Unknown
from annotate.formats import RefusedRow, Repeats, open_votes
from annotate.report import CHOICES, AgreementFacts, FacetAgreement, facet_agreement, many_agreement, set_agreement
from annotate.store import Reading, Vote, scheme, votes
from annotate.work.desk import Desk, lead_only
from annotate.work.judging import most_confident
from annotate.work.levels import by_number, on_level, one_by_one
from annotate.work.recorded import CONFIDENCE, IS_CLAIM, MOST, RECORDED, recorded_agreement


def project_agreement(desk: Desk, facet: str | None = None, terms: Terms = DEFAULT) -> AgreementFacts:
    """How far the reviewers agree, on every facet of the scheme or on one; for the lead alone.

    Measured on the standing judgements of the first round. Answers that are no verdict, and reviewers in conflict with
    themselves, are left out and counted. `terms` say which intervals are asked for.
    """
    lead_only(desk, "The agreement report")
    with desk.store.reading() as connection:
        current = scheme(connection)[1]
        wanted = [found for found in current.facets if facet in (None, found.id)]
        if not wanted and facet not in RECORDED:
            raise Unknown(
                f'The scheme has no facet "{printable(facet or "")}".',
                f"It has: {', '.join(one.id for one in current.facets)}.",
            )
        reports = [_of_facet(connection, one, terms) for one in wanted]
        reports += [
            recorded_agreement(connection, name, most_confident(connection), terms)
            for name in _recorded(reports, facet)
            if current.facet(name) is None
        ]
    return AgreementFacts(tuple(report for report in reports if report.judgements or report.facet == VERDICT))


def _recorded(reports: Sequence[FacetAgreement], facet: str | None) -> Sequence[str]:
    """What to report of RECORDED: what is asked for, or whatever there is some of and takes no more than seconds."""
    if facet is not None:
        return [facet] if facet in RECORDED else []
    judgements, left_out = reports[0].judgements, reports[0].left_out
    found = [IS_CLAIM] if left_out.get("not a claim") else []
    return [*found, CONFIDENCE] if judgements + sum(left_out.values()) <= MOST else found


def _of_facet(connection: Reading, facet: Facet, terms: Terms) -> FacetAgreement:
    tally = Tally()
    left_out: Counter[str] = Counter()
    for _, said in groupby(votes(connection, facet.id), key=lambda vote: vote.claim):
        given = list(said)
        tally.add(_ballot(given, left_out), 1, str(given[0].document))
    labels = [label.id for label in facet.labels]
    study = tally.study(facet.id, facet.level, labels)
    if facet.kind == "set":
        return set_agreement(in_sets(study, labels), dict(sorted(left_out.items())), terms)
    off_scale = [one.id for one in facet.labels if one.off_scale]
    return facet_agreement(study, dict(sorted(left_out.items())), off_scale, terms)


def _ballot(said: list[Vote], left_out: Counter[str]) -> dict[str, str]:
    """Reviewer → label on one claim, without those who gave none or two."""
    ballot: dict[str, str] = {}
    for reviewer, group in groupby(said, key=lambda vote: vote.reviewer):
        given = list(group)
        labels = {vote.label for vote in given}
        if len(labels) > 1:
            left_out["in conflict with oneself"] += 1
        elif given[0].answer is not Answer.VERDICT:
            left_out[given[0].answer.value.replace("_", " ")] += 1
        elif given[0].label:
            ballot[reviewer] = given[0].label
        else:
            left_out["not answered"] += 1
    return ballot


@dataclass(frozen=True, slots=True)
class TableAgreement:
    """Agreement in a table of votes: rows refused, and votes that another of the same hand replaced."""

    facts: AgreementFacts
    refused: tuple[RefusedRow, ...]
    repeats: int


def table_agreement(
    file: Path,
    columns: Mapping[str, str],
    *,
    level: Level = "nominal",
    order: tuple[str, ...] = (),
    repeats: Repeats = "last",
    joint: str = "",
    terms: Terms = DEFAULT,
) -> TableAgreement:
    """How far the reviewers of a table of votes (CSV or TSV) agree; `order` declares its labels, lowest first.

    At the levels interval and ratio the labels are numbers, and at ordinal they are where no order is declared. With a
    `joint`, every verdict is a set of labels that it joins.
    """
    with file.open("rb") as stream, open_votes(stream, file=str(file), columns=columns, repeats=repeats) as table:
        tally = Tally()
        votes_ = one_by_one(iter(table), joint) if joint else on_level(iter(table), level, file)
        tally.take(_declared(votes_, order, file, joint), table.document_of)
        missing = {"no verdict": table.missing} if table.missing else {}
        if not order and level != "nominal":
            order = by_number(sorted(tally.used()), level, file)
        if joint:
            sets = in_sets(tally.study(VERDICT), order, joint)
            return TableAgreement(AgreementFacts((set_agreement(sets, missing, terms),)), table.refused, table.repeats)
        order = (*order, *sorted(tally.used().difference(order)))
        if len(order) > CHOICES:
            facet = many_agreement(tally.bags(VERDICT, level, order), missing, terms)
        else:
            facet = facet_agreement(tally.study(VERDICT, level, order), missing, terms=terms)
        facts = AgreementFacts((facet,))
        return TableAgreement(facts, table.refused, table.repeats)


def _declared(
    votes_: Iterator[tuple[str, str, str]], order: tuple[str, ...], file: Path, joint: str
) -> Iterator[tuple[str, str, str]]:
    for claim, reviewer, given in votes_:
        for label in filter(None, given.split(joint)) if joint else (given,):
            if order and label not in order:
                sentence = f'The label "{printable(label)}" is not in --order.'
                raise BadInput(sentence, "Name every label there.", file=file)
        yield claim, reviewer, given
