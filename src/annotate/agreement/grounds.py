"""What verdicts rest on: how far two reviewers of a claim cite the same sources and passages, to the same end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from annotate.agreement.undefined import Undefined, Value

NO_CLAIM = Undefined("on no claim did both name a source")
NO_QUOTE = Undefined("they quote no source that both cite")
NO_STANCE = Undefined("they give no source that both cite a stance")

ENOUGH = 12
"""Characters that the end of one quote and the beginning of another must share to be of the same passage."""


class Piece(NamedTuple):
    """A piece of evidence: its source, by what two addresses of one page share, and what is said of it.

    `start` and `end` are code points in the text of that id, where the project holds it; "" where it does not.
    """

    source: str
    stance: str = ""
    quote: str = ""
    text: str = ""
    start: int = 0
    end: int = 0


class Grounds(NamedTuple):
    """Sums over the claims on which two reviewers both named a source; they add up over claims, pairs and documents.

    `jaccard` is the sum of the shares of their sources that both name, `sharing` counts claims on which there is one;
    of the sources that both name on one claim, both `quoted` some, with quotes that `overlap`, and both gave some a
    stance (`stanced`), of which `agreeing` have one in common.
    """

    claims: int = 0
    jaccard: Fraction = Fraction()
    sharing: int = 0
    quoted: int = 0
    overlapping: int = 0
    stanced: int = 0
    agreeing: int = 0

    def plus(self, other: "Grounds", sign: int = 1) -> "Grounds":
        """Both together; with the sign -1, this without the other."""
        return Grounds(
            self.claims + sign * other.claims,
            self.jaccard + sign * other.jaccard,
            self.sharing + sign * other.sharing,
            self.quoted + sign * other.quoted,
            self.overlapping + sign * other.overlapping,
            self.stanced + sign * other.stanced,
            self.agreeing + sign * other.agreeing,
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reviewers on one claim: the sums, and the sources that both cite with no stance in common."""

    grounds: Grounds
    apart: tuple[str, ...]


def compared_grounds(first: Sequence[Piece], second: Sequence[Piece]) -> Compared:
    """What two reviewers rest on who both named a source (pieces that name none are passed over)."""
    ours, theirs = _by_source(first), _by_source(second)
    shared = sorted(ours.keys() & theirs.keys())
    quoted = [source for source in shared if _quoting(ours[source]) and _quoting(theirs[source])]
    stanced = [source for source in shared if _stances(ours[source]) and _stances(theirs[source])]
    apart = tuple(source for source in stanced if not _stances(ours[source]) & _stances(theirs[source]))
    grounds = Grounds(
        claims=1,
        jaccard=Fraction(len(shared), len(ours.keys() | theirs.keys())),
        sharing=int(bool(shared)),
        quoted=len(quoted),
        overlapping=sum(_overlapping(ours[source], theirs[source]) for source in quoted),
        stanced=len(stanced),
        agreeing=len(stanced) - len(apart),
    )
    return Compared(grounds, apart)


def sources(pieces: Iterable[Piece]) -> set[str]:
    """The sources that are named."""
    return {piece.source for piece in pieces if piece.source}


def of_grounds(grounds: Grounds) -> dict[str, Value]:
    """Name → value: the mean Jaccard coefficient of their sources, then shares of claims and of common sources.

    Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37-50.
    """
    return {
        "jaccard": _share(grounds.jaccard, grounds.claims, NO_CLAIM),
        "same_source": _share(grounds.sharing, grounds.claims, NO_CLAIM),
        "same_passage": _share(grounds.overlapping, grounds.quoted, NO_QUOTE),
        "same_stance": _share(grounds.agreeing, grounds.stanced, NO_STANCE),
    }


def units_of_grounds(grounds: Grounds) -> dict[str, int]:
    """Name → of how many it is a share: claims for the first two, sources that both cite for the others."""
    return {
        "jaccard": grounds.claims,
        "same_source": grounds.claims,
        "same_passage": grounds.quoted,
        "same_stance": grounds.stanced,
    }


def _share(part: Fraction | int, whole: int, otherwise: Undefined) -> Value:
    return Fraction(part) / whole if whole else otherwise


def _by_source(pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.source:
            found.setdefault(piece.source, []).append(piece)
    return found


def _stances(pieces: Iterable[Piece]) -> set[str]:
    return {piece.stance for piece in pieces if piece.stance}


def _quoting(pieces: Iterable[Piece]) -> bool:
    return any(piece.quote or piece.text for piece in pieces)


def _overlapping(ours: Iterable[Piece], theirs: Iterable[Piece]) -> bool:
    return any(_same_passage(one, other) for one, other in product(ours, theirs))


def _same_passage(one: Piece, other: Piece) -> bool:
    """By their places where both are in one text; else one quote holds the other, or ends as the other begins."""
    if one.text and one.text == other.text:
        return one.start < other.end and other.start < one.end
    first, second = _plain(one.quote), _plain(other.quote)
    if not first or not second:
        return False
    return first in second or second in first or _joined(first, second) or _joined(second, first)


def _joined(first: str, second: str) -> bool:
    """Whether `first` ends with at least so many characters as `second` begins with."""
    return any(first.endswith(second[:size]) for size in range(ENOUGH, min(len(first), len(second))))


def _plain(quote: str) -> str:
    """Quotes of one passage differ in white space and capitals more often than in words."""
    return " ".join(quote.casefold().split())
