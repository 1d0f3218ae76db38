"""Texts come back code point by code point, and every span in them holds its quote, wherever it is told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import project
from tests.engines import BOTH
from tests.laws.histories import id_of
from tests.strategies import texts

from annotate.domain import Document
from annotate.errors import BadInput
from annotate.store import find_documents, text_by_id, text_of
from annotate.work import Desk, check_project, export, list_claims, mark

pytestmark = BOTH


@contextmanager
def told(text: str) -> Iterator[tuple[Desk, str]]:
    """The lead's desk with a project that holds one document, and its id."""
    with TemporaryDirectory() as folder, project(Path(folder) / "annotate.db") as lead:
        with lead.store.writing() as ledger:
            ledger.add_text(Document.of(text).sha256, text)
            identity = ledger.add(Document.of(text))
        yield lead, identity


@settings(max_examples=25)
@given(texts)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    with told(text) as (lead, identity):
        with lead.store.reading() as connection:
            (row,) = find_documents(connection, identity)
            assert text_of(connection, row.row) == text == text_by_id(connection, identity)
            assert (row.characters, row.id) == (len(text), id_of(Document.of(text)))
        assert check_project(lead) == []


@settings(max_examples=25)
@given(texts.filter(bool), st.data())
def test_every_span_holds_its_quote(text: str, data: st.DataObject) -> None:
    with told(text) as (lead, document), TemporaryDirectory() as folder:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        claim = mark(lead, document, start=start, end=end)
        assert [(one.claim.id, one.quote) for one in list_claims(lead)] == [(claim.id, text[start:end])]
        export(lead, Path(folder) / "out.jsonl", "jsonl", everything=True)
        (line,) = (Path(folder) / "out.jsonl").read_bytes().splitlines()
        told_ = json.loads(line)
        assert told_["quote"] == text[told_["span"]["start"] : told_["span"]["end"]] == text[start:end]
        assert check_project(lead) == []


@settings(max_examples=25)
@given(texts.filter(bool), st.data())
def test_a_quote_is_marked_where_it_stands_once_and_nowhere_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : start + data.draw(st.integers(1, 5))]
    places = [at for at in range(len(text)) if text[at : at + len(quote)] == quote]
    with told(text) as (lead, document):
        if len(places) > 1:
            with pytest.raises(BadInput, match="stands more than once"):
                mark(lead, document, quote=quote)
            assert list(list_claims(lead)) == []
        else:
            claim = mark(lead, document, quote=quote)
            assert places == [claim.span.start]
            assert claim.span.of(text) == quote
            assert mark(lead, document, start=claim.span.start, end=claim.span.end) == claim
