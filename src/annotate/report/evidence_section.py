"""What a report says of evidence."""

from collections.abc import Iterator

from annotate.report.document_citations import CITATIONS, TITLES
from annotate.report.document_values import DocumentValue, interval_text, mark, reasons, value_text
from annotate.report.evidence import DifferentSources, DifferentStances, EvidenceAgreement, EvidencePair
from annotate.report.figures import counted
from annotate.report.sections import Forest, Section, Table

LISTED = 10
"""Findings up to which they are listed."""

SHORT = 11
"""Characters of a claim's id that are told: enough to name it to any command."""


def evidence_section(evidence: EvidenceAgreement) -> Section:
    """Evidence: each coefficient with its interval, each pair, and the claims that are worth a look."""
    pairs = (_pairs(evidence),) if len(evidence.pairs) > 1 else ()
    coefficients = (_coefficients(evidence.coefficients),) if evidence.claims else ()
    return Section("Agreement on evidence", tuple(_sentences(evidence)), (*coefficients, *pairs, *_findings(evidence)))


def _sentences(evidence: EvidenceAgreement) -> Iterator[str]:
    yield (
        f"{counted(evidence.claims, 'claim')} on which two or more reviewers named a source with their verdict,"
        f" {evidence.alone:,} on which only one did."
    )
    kinds = [f"{count:,} {kind}" for kind, count in evidence.left_out.items() if count]
    if kinds:
        yield f"Left out: {', '.join(kinds)}."


def _coefficients(coefficients: tuple[DocumentValue, ...]) -> Table:
    return Table(
        caption="A claim counts once for each pair of reviewers; intervals by jackknife over documents",
        head=("Agreement", "Of", "Documents", "Value", f"{coefficients[0].confidence * 100:.6g} % interval"),
        rows=tuple(
            (TITLES[one.name], f"{one.units:,}", f"{one.documents:,}", value_text(one), interval_text(one))
            for one in coefficients
        ),
        notes=tuple(reasons(coefficients)),
        sources=tuple(CITATIONS[one.name] for one in coefficients),
        picture=Forest(tuple(map(mark, coefficients))),
    )


def _pairs(evidence: EvidenceAgreement) -> Table:
    head = ("Pair", "", "Claims", "Jaccard", "Source", "Passage", "Stance")
    return Table("By pair; – where there is nothing to compare", head, tuple(map(_pair, evidence.pairs)), texts=2)


def _pair(pair: EvidencePair) -> tuple[str, ...]:
    return (pair.a, pair.b, f"{pair.claims:,}", *(value_text(one) for one in pair.coefficients))


def _findings(evidence: EvidenceAgreement) -> Iterator[Table]:
    if evidence.different_sources:
        yield _of_sources(evidence.different_sources)
    if evidence.different_stances:
        yield _of_stances(evidence.different_stances)


def _of_sources(found: tuple[DifferentSources, ...]) -> Table:
    return Table(
        caption=f"Same verdict from different sources ({counted(len(found), 'claim')})",
        head=("Claim", "Verdict", "Reviewers", "Pairs", "Sources"),
        rows=tuple(
            (one.claim[:SHORT], one.verdict, ", ".join(one.reviewers), f"{one.pairs:,}", f"{len(one.sources):,}")
            for one in found[:LISTED]
        ),
        texts=3,
        notes=_more(len(found)),
    )


def _of_stances(found: tuple[DifferentStances, ...]) -> Table:
    return Table(
        caption=f"Same source, different stance ({counted(len(found), 'finding')})",
        head=("Claim", "Source", "Stances", "Pairs"),
        rows=tuple((one.claim[:SHORT], _ended(one.source), _told(one), f"{one.pairs:,}") for one in found[:LISTED]),
        texts=3,
        notes=_more(len(found)),
    )


def _told(one: DifferentStances) -> str:
    return ", ".join(f"{who} {'+'.join(his)}" for who, his in one.stances.items())


def _ended(source: str) -> str:
    """An address without what goes without saying, cut off where it grows long."""
    plain = source.removeprefix("https://").removeprefix("http://")
    return plain if len(plain) <= 30 else f"{plain[:29]}…"


def _more(found: int) -> tuple[str, ...]:
    return (f"{found - LISTED:,} more are in --json.",) if found > LISTED else ()
