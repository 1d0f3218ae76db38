"""An agreement report told in Markdown, for a README, a card or an issue."""

from annotate.report.agreement import AgreementFacts
from annotate.report.agreement_sections import agreement_sections
from annotate.report.section_markdown import plain, section_markdown
from annotate.report.sections import numbered_sources

TITLE = "Agreement report"


def agreement_markdown(facts: AgreementFacts) -> str:
    """The report as Markdown with a final newline; nothing that reviewers or labels are called becomes markup."""
    sections = agreement_sections(facts)
    numbers = numbered_sources(sections)
    blocks = [block for section in sections for block in section_markdown(section, numbers)]
    sources = "\n".join(f"{number}. {plain(source)}" for source, number in numbers.items())
    return "\n\n".join([f"# {TITLE}", *blocks, "## Sources", sources]) + "\n"
