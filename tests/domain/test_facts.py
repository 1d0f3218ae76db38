"""What is hashed comes back as it was, and an id says nothing but what the fact says."""

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import facts, kinds, some_text

from annotate.domain import (
    KINDS,
    LETTERS,
    Answer,
    Claim,
    Content,
    Document,
    Fact,
    Judgement,
    Setting,
    Withdrawal,
    canonical,
    fact_id,
    fact_of,
    kind_of,
    subject_of,
)

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | some_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(some_text, inner, max_size=3),
    max_leaves=8,
)


any_text = st.text(st.characters(exclude_categories=())) | st.text(
    st.sampled_from('"\\/\x00\x08\x1f\x7f\u2028\ud800\udfff\ufffe\U0001f600é')
)
"""With halves of pairs, control characters, what JSON escapes, and what lies beyond the first 65,536."""

awkward = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(-(2**200), 2**200) | any_text | st.sampled_from(Answer),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=12,
)


def by_the_book(content: Content) -> str:
    """The canonical form by its definition alone, as the ids of format 1 were first made."""
    kept = {key: value for key, value in content.items() if value not in (None, "", (), [], {}, False)}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def id_of(fact: Fact) -> str:
    return fact_id(fact.kind, canonical(fact.content()))


@given(facts)
def test_a_fact_comes_back_from_what_was_written_down(fact: Fact) -> None:
    written = canonical(fact.content())
    assert fact_of(fact.kind, json.loads(written)) == fact
    assert canonical(json.loads(written)) == written


@given(st.one_of([st.tuples(kind, kind) for kind in kinds]))
def test_an_id_changes_with_every_field_that_changes_and_with_nothing_else(pair: tuple[Fact, Fact]) -> None:
    one, other = pair
    for name in one.__slots__:
        changed = replace(one, **{name: getattr(other, name)})
        assert (id_of(changed) == id_of(one)) == (changed == one)


@given(facts)
def test_an_id_tells_the_kind(fact: Fact) -> None:
    assert kind_of(id_of(fact)) == fact.kind
    assert KINDS[LETTERS[fact.kind]] == fact.kind


@pytest.mark.parametrize("written", ["", "c1_", "c1_" + "0" * 31, "c1_" + "0" * 33, "c1_" + "G" * 32, "b1_" + "0" * 32])
def test_what_is_no_id_of_ours_has_no_kind(written: str) -> None:
    assert kind_of(written) is None


def test_ids_never_change_once_they_were_given() -> None:
    document = Document.of("The river rose.\r\n")
    claim = Claim(id_of(document), 4, 9)
    judgement = Judgement(id_of(claim), "ada", "s1", verdict="refuted", at=1_600_000_000_000_000)
    assert id_of(document) == "d1_62cb8937cd7c37a84f4da4c68a35196f"
    assert id_of(claim) == "c1_8c0a2ed85d8e4203c68ae32c40362014"
    assert id_of(judgement) == "j1_64b16a39d37f572787042c5edd97d7d2"


@given(st.dictionaries(any_text, awkward, max_size=8))
def test_whatever_is_written_is_written_as_the_definition_says(content: Content) -> None:
    assert canonical(content) == by_the_book(content)


@given(facts)
def test_every_fact_is_written_as_the_definition_says(fact: Fact) -> None:
    assert canonical(fact.content()) == by_the_book(fact.content())


@given(st.dictionaries(some_text, plain, max_size=5), st.randoms())
def test_the_order_of_fields_is_not_part_of_an_id(content: Content, dice: Random) -> None:
    names = list(content)
    dice.shuffle(names)
    assert canonical({name: content[name] for name in names}) == canonical(content)


@pytest.mark.parametrize("absent", [None, "", [], (), {}, False, 0])
def test_a_field_that_says_nothing_is_not_written(absent: object) -> None:
    assert canonical({"said": "x", "later": absent}) == canonical({"said": "x"})


@pytest.mark.parametrize("value", [1.5, 0.0, [1, [2.0]], {"a": {"b": float("nan")}}, {1, 2}, b"bytes"])
def test_what_two_machines_need_not_print_alike_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical({"value": value})


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("judgement", {"claim": "c"}),
        ("judgement", {"claim": "c", "reviewer": "ada", "scheme": "s", "answer": "perhaps"}),
        ("claim", {"document": "d"}),
        ("reviewer", {"handle": "ada", "shoes": "brown"}),
        ("verdict", {}),
    ],
)
def test_what_was_never_such_a_fact_is_not_read_as_one(kind: str, content: Content) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        fact_of(kind, content)


def test_a_fact_is_about_the_document_or_claim_that_it_names() -> None:
    assert subject_of(Claim("d1_x", 0, 1)) == "d1_x"
    assert subject_of(Judgement("c1_x", "ada", "s1_x")) == "c1_x"
    assert subject_of(Setting("title")) is None
    assert subject_of(Withdrawal("j1_x")) is None
