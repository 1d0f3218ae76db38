"""Entries of the log: their digest is that of their canonical form, however it is put together."""

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import digests, moments, texts

from annotate.domain import canonical, digest
from annotate.store import Entry


@given(st.builds(Entry, texts, texts, moments, texts, st.none() | digests, texts, st.just("")), digests)
def test_the_digest_is_that_of_the_canonical_form_of_all_but_the_source(entry: Entry, fact: str) -> None:
    named = {"fact": fact, "author": entry.author, "installation": entry.installation, "at": entry.at}
    written = canonical(named | {"version": entry.version, "previous": entry.previous})
    assert entry.digest(fact) == digest("entry", written)


def test_digests_never_change_once_they_were_given() -> None:
    entry = Entry("ada", "0f0f", 1_600_000_000_000_000, "0.1", "ab" * 16)
    assert entry.digest("c1_x") == "25d4fbdd8daf510204edff4b890cf963"
    assert Entry("", "0f0f", 0, "0.1").digest("c1_x") == "c7545907109a22ca7a995653a3cb8c59"
