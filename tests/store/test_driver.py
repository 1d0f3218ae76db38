"""Statements given to the driver: what fails leaves nothing behind that others would meet."""

import sqlite3
from contextlib import closing

import pytest
from tests.desks import Clock

from annotate.errors import Unusable
from annotate.store import open_store, settings
from annotate.work import Desk, add_reviewer, set_values


def test_a_text_that_cannot_be_read_keeps_nobody_from_reading_and_writing_on(lead: Desk) -> None:
    set_values(lead, {"title": "Floods"})
    with closing(sqlite3.connect(lead.store.target)) as raw:
        raw.execute("DROP TRIGGER fact_no_update")
        raw.execute("UPDATE fact SET content = CAST(x'7bff7d' AS TEXT) WHERE kind = 'setting'")
        raw.commit()
    with pytest.raises(Unusable, match="damaged"), lead.store.reading() as connection:
        settings(connection)
    with closing(open_store(lead.store.target, version="0.1", now=Clock())) as store:
        add_reviewer(Desk(store, None, store.now, bytes), "ada")
    add_reviewer(lead, "bob")
    assert lead.store.purge()
