"""An agreement report told as one HTML file that stands alone: no script, nothing from outside, the same bytes."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from annotate.report.agreement import AgreementFacts
from annotate.report.agreement_sections import agreement_sections
from annotate.report.forest_svg import forest_svg
from annotate.report.html_words import reference, words
from annotate.report.sections import Forest, Section, Table, numbered_sources
from annotate.report.table_html import table_html

TITLE = "Agreement report"


def agreement_html(facts: AgreementFacts) -> str:
    """The page, with a final newline; its policy forbids whatever a label might have smuggled in."""
    sections = agreement_sections(facts)
    return "\n".join([*_head(facts), *_body(sections), ""])


def _head(facts: AgreementFacts) -> Iterator[str]:
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{words(f'{TITLE}: ' + ', '.join(facet.facet for facet in facts.facets))}</title>"
    yield f"<style>{style}</style>\n</head>"


def _body(sections: tuple[Section, ...]) -> Iterator[str]:
    numbers = numbered_sources(sections)
    yield f"<body>\n<main>\n<h1>{TITLE}</h1>"
    yield '<nav aria-label="Parts of the report">\n<ol>'
    yield from (f'<li><a href="#part-{n}">{words(part.title)}</a></li>' for n, part in enumerate(sections, 1))
    yield '<li><a href="#sources">Sources</a></li>\n</ol>\n</nav>'
    for place, section in enumerate(sections, 1):
        yield from _section(section, place, numbers)
    yield '<section aria-labelledby="sources">\n<h2 id="sources">Sources</h2>\n<ol>'
    yield from (f'<li id="source-{number}">{words(source)}</li>' for source, number in numbers.items())
    yield "</ol>\n</section>\n</main>\n</body>\n</html>"


def _section(section: Section, place: int, numbers: Mapping[str, int]) -> Iterator[str]:
    yield f'<section aria-labelledby="part-{place}">\n<h2 id="part-{place}">{words(section.title)}</h2>'
    yield from (f"<p>{words(sentence)}</p>" for sentence in section.sentences)
    if section.sources:
        yield f"<p>See {', '.join(reference(numbers[source]) for source in section.sources)}.</p>"
    for count, table in enumerate(section.tables, 1):
        yield from _picture(table, f"plot-{place}-{count}")
        yield from table_html(table, numbers)
    yield "</section>"


def _picture(table: Table, name: str) -> Iterator[str]:
    if isinstance(table.picture, Forest):
        yield "<figure>"
        yield from forest_svg(table.picture, name, table.caption)
        yield "</figure>"
