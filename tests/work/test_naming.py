"""A document without a title goes by its file, wherever that lay."""

from dataclasses import replace
from pathlib import Path

from annotate.glance import look
from annotate.store import find_documents
from annotate.work import Desk, import_files, leaf, list_documents, mark


def test_a_file_is_named_without_its_folders_and_found_by_its_whole_path(lead: Desk, tmp_path: Path) -> None:
    file = tmp_path / "articles" / "001_Port.txt"
    file.parent.mkdir()
    file.write_text("the harbour was closed on Monday\n" * 20, encoding="utf-8")
    import_files(lead, [file])
    (document,) = list_documents(lead)
    assert (document.name, document.source) == ("001_Port.txt", str(file))
    mark(lead, str(file), start=0, end=11)
    with lead.store.reading() as connection:
        assert [found.id for found in find_documents(connection, str(file))] == [document.id]
    (row,) = leaf(replace(lead, reviewer="ada"), None, 2)
    seen = look(Path(lead.store.target), "ada")
    assert seen is not None
    assert seen.opened.document.name == row.document == "001_Port.txt"
