"""Where a quote stands in a text: exactly, in several places, or nowhere. Nothing is guessed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open `[start, end)` in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The quote: what stands at the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The quote stands in several places: `starts` are the first few, in code points."""

    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """The quote stands nowhere (or not between that prefix and suffix)."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What is given cannot be true of this text; `why` completes the sentence 'the span …'."""

    why: str


Anchored = Span | Ambiguous | Lost | Contradiction

SHOWN = 5
"""How many places of an ambiguous quote are named."""


def anchor(
    text: str,
    *,
    start: int | None = None,
    end: int | None = None,
    quote: str | None = None,
    prefix: str = "",
    suffix: str = "",
) -> Anchored:
    """The span that offsets, or a quote with what stands before and after it, name in `text`.

    Offsets are code points; where a quote is given too, it must be what stands there. A quote alone must occur once
    between `prefix` and `suffix`; overlapping occurrences count as occurrences.
    """
    if start is not None and end is not None:
        return _by_offsets(text, Span(start, end), quote)
    if start is not None or end is not None:
        return Contradiction("has one offset without the other")
    if not quote:
        return Contradiction("has neither offsets nor a quote")
    places = tuple(islice(_places(text, quote, prefix, suffix), SHOWN))
    if not places:
        return Lost()
    return Span(places[0], places[0] + len(quote)) if len(places) == 1 else Ambiguous(places)


def _by_offsets(text: str, span: Span, quote: str | None) -> Span | Contradiction:
    if not 0 <= span.start < span.end:
        return Contradiction(f"[{span.start}, {span.end}) is empty or begins before the text")
    if span.end > len(text):
        return Contradiction(f"[{span.start}, {span.end}) ends past the text, which has {len(text)} characters")
    if quote is not None and span.of(text) != quote:
        return Contradiction(f"[{span.start}, {span.end}) holds {excerpt(span.of(text))}, not {excerpt(quote)}")
    return span


def _places(text: str, quote: str, prefix: str, suffix: str) -> Iterator[int]:
    """Starts of `quote` with `prefix` before and `suffix` behind it."""
    whole = prefix + quote + suffix
    found = text.find(whole)
    while found >= 0:
        yield found + len(prefix)
        found = text.find(whole, found + 1)


def excerpt(text: str, length: int = 40) -> str:
    """`text` in quotation marks, shortened in the middle of a sentence that speaks of it."""
    return f'"{text}"' if len(text) <= length else f'"{text[: length - 1]}…"'
