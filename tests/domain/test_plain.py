"""What a pattern says of a written fact is what reading it would say."""

import json

from hypothesis import given
from hypothesis import strategies as st
from tests import strategies as some

from annotate.domain import (
    Fact,
    Scheme,
    canonical,
    fact_of,
    is_plain,
    well_formed,
)

facts = st.one_of(
    *(some.documents, some.descriptions, some.claims, some.versions, some.reviewers, some.settings, some.keys),
    *(some.assignments, some.judgements, some.withdrawals, some.redactions, some.decisions, some.schemes),
)


def is_whole(kind: str, written: str) -> bool:
    """What reading it and writing it down again says."""
    try:
        fact = fact_of(kind, json.loads(written))
        return well_formed(fact) and canonical(fact.content()) == written
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


@given(facts)
def test_what_is_plain_is_whole(fact: Fact) -> None:
    written = canonical(fact.content())
    assert not is_plain(fact.kind, written) or is_whole(fact.kind, written)


@given(facts, st.data())
def test_what_is_plain_is_whole_whatever_was_done_to_it(fact: Fact, data: st.DataObject) -> None:
    written = canonical(fact.content())
    at = data.draw(st.integers(0, len(written)))
    less = data.draw(st.integers(0, 3))
    other = data.draw(st.text('"{}[]:,0123456789\\abfnrtu truefalsenull\n\x00é', max_size=3))
    changed = written[:at] + other + written[at + less :]
    assert not is_plain(fact.kind, changed) or is_whole(fact.kind, changed)


@given(facts)
def test_nearly_every_fact_is_plain(fact: Fact) -> None:
    written = canonical(fact.content())
    if not is_whole(fact.kind, written) or _is_odd(fact):
        return
    assert is_plain(fact.kind, written)


def _is_odd(fact: Fact) -> bool:
    """Whether it holds what a pattern does not know."""
    numbers = (value for name in fact.__slots__ if isinstance(value := getattr(fact, name), int))
    many = max((len(getattr(fact, name, ())) for name in ("facets", "soft")), default=0) > 1
    nothing = 0 in getattr(fact, "soft", {}).values()
    passages = any(piece.document or piece.start or piece.end for piece in getattr(fact, "evidence", ()))
    lists = (value for name in fact.__slots__ if isinstance(value := getattr(fact, name), tuple))
    blank = any("" in value for value in lists)
    return isinstance(fact, Scheme) or many or nothing or passages or blank or any(number < 0 for number in numbers)
