"""Pseudonyms: the same name under the same key, and nobody's handle to be guessed without it."""

from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import pseudonym

keys = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_a_pseudonym_never_changes() -> None:
    assert pseudonym("00" * 32, "ada") == "r-f511103a4f5f"


@given(keys, st.text(max_size=20), st.text(max_size=20))
def test_two_handles_have_two_pseudonyms(key: str, one: str, other: str) -> None:
    assert (pseudonym(key, one) == pseudonym(key, other)) == (one == other)
    assert len(pseudonym(key, one)) == len("r-") + 12


@given(keys, keys, st.text(max_size=20))
def test_another_key_gives_another_pseudonym(key: str, other: str, handle: str) -> None:
    assert (pseudonym(key, handle) == pseudonym(other, handle)) == (key == other)


@given(keys)
def test_how_a_key_is_written_does_not_matter(key: str) -> None:
    assert pseudonym(key.upper(), "ada") == pseudonym(key, "ada")
