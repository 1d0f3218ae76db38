"""An agreement report told in plain text, for 80 columns and no colour."""

from collections.abc import Iterator, Mapping

from annotate.report.agreement import AgreementFacts
from annotate.report.agreement_sections import agreement_sections
from annotate.report.columns import paragraph
from annotate.report.section_text import section_text
from annotate.report.sections import numbered_sources


def agreement_text(facts: AgreementFacts) -> str:
    """The report as text with a final newline; nothing in it steers a terminal."""
    return "\n\n".join("\n".join(part) for part in agreement_parts(facts)) + "\n"


def agreement_parts(facts: AgreementFacts) -> Iterator[list[str]]:
    """The lines of each part, its title first."""
    sections = agreement_sections(facts)
    numbers = numbered_sources(sections)
    yield from (list(section_text(section, numbers)) for section in sections)
    yield ["Sources", *_sources(numbers)]


def _sources(numbers: Mapping[str, int]) -> Iterator[str]:
    for source, number in numbers.items():
        yield from paragraph(f"[{number}] {source}")
