"""Words in HTML: what people call their labels never becomes markup."""

from html import escape

from annotate.domain import printable


def words(text: str) -> str:
    """The text as HTML shows just that text, between tags as in an attribute."""
    return escape(printable(text), quote=True)


def reference(number: int) -> str:
    """The number of a source, which leads to it."""
    return f'<a href="#source-{number}">[{number}]</a>'
