"""Agreement: of the project's reviewers, or of a table of votes with no project at all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from annotate.agreement import DEFAULT, KEPT_PATTERNS, Level, Pattern, Tally, Terms
from annotate.domain import VERDICT, printable
from annotate.errors import Unknown
from annotate.formats import RefusedRow, Repeats, VoteTable, open_votes
from annotate.report import AgreementFacts, counted_facts, facet_agreement
from annotate.store import counting, scheme
from annotate.work.desk import Desk, lead_only
from annotate.work.levels import Labels, by_number


def project_agreement(desk: Desk, facet: str | None = None, terms: Terms = DEFAULT) -> AgreementFacts:
    """How far the reviewers agree, on every facet of the scheme or on one; for the lead alone.

    Measured on the standing judgements of the first round. Answers that are no verdict, and reviewers in conflict with
    themselves, are left out and counted. `terms` say which intervals are asked for.
    """
    lead_only(desk, "The agreement report")
    with counting(desk.store) as units:
        current = scheme(units.connection)[1]
        wanted = [found for found in current.facets if facet in (None, found.id)]
        if not wanted:
            raise Unknown(
                f'The scheme has no facet "{printable(facet or "")}".',
                f"It has: {', '.join(one.id for one in current.facets)}.",
            )
        return counted_facts(((one, units.of(one)) for one in wanted), terms)


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
    terms: Terms = DEFAULT,
) -> TableAgreement:
    """How far the reviewers of a table of votes (CSV or TSV) agree; `order` declares its labels, lowest first.

    At the levels interval and ratio the labels are numbers, and at ordinal they are where no order is declared.
    """
    with file.open("rb") as stream, open_votes(stream, file=str(file), columns=columns, repeats=repeats) as table:
        patterns = Patterns(table, Labels(level, order, file))
        tally = Tally()
        for token, units in table.units():
            tally.add(dict(patterns.pattern(token)), units)
        missing = {"no verdict": table.missing} if table.missing else {}
        if not order and level != "nominal":
            order = by_number(tally.study(VERDICT).labels, level, file)
        study = replace(tally.study(VERDICT, level, order), clusters=patterns if table.documented else ())
        facts = AgreementFacts((facet_agreement(study, missing, terms=terms),))
        return TableAgreement(facts, table.refused, table.repeats)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The votes on the claims of a table, by who gave which label; going through it, the claims of each document."""

    table: VoteTable
    labels: Labels

    @property
    def largest(self) -> int:
        """The most claims of a document."""
        return self.table.largest

    def units(self) -> Iterator[list[str]]:
        """The claims of each document, as their votes are coded."""
        return self.table.documents()

    def pattern(self, token: str) -> Pattern:
        """The votes on one claim."""
        votes = self.table.votes(token)
        return tuple([(reviewer, self.labels[votes[reviewer]]) for reviewer in sorted(votes)])

    def __iter__(self) -> Iterator[Mapping[Pattern, int]]:
        known: dict[str, Pattern] = {}
        for tokens in self.table.documents():
            known = known if len(known) < KEPT_PATTERNS else {}
            known |= {token: self.pattern(token) for token in set(tokens).difference(known)}
            yield Counter(map(known.__getitem__, tokens))
