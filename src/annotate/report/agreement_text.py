"""An agreement report told in plain text, for 80 columns and no colour."""

from annotate.report.agreement import AgreementFacts
from annotate.report.agreement_sections import agreement_sections
from annotate.report.columns import paragraph
from annotate.report.section_text import section_text
from annotate.report.sections import numbered_sources


def agreement_text(facts: AgreementFacts) -> str:
    """The report as text with a final newline; nothing in it steers a terminal."""
    sections = agreement_sections(facts)
    numbers = numbered_sources(sections)
    sources = [line for source, number in numbers.items() for line in paragraph(f"[{number}] {source}")]
    parts = ["\n".join(section_text(section, numbers)) for section in sections]
    return "\n\n".join([*parts, *(["\n".join(["Sources", *sources])] if sources else [])]) + "\n"
