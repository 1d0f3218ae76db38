"""What a document is called."""

import pytest

from annotate.domain import Description, called

URL = "https://example.org/a/b"


@pytest.mark.parametrize(
    ("description", "source", "name"),
    [
        (Description("d1", title="Port / harbour", url=URL), "all/a.txt", "Port / harbour"),
        (Description("d1", url=URL), "all/a.txt", URL),
        (Description("d1"), "/home/ada/all/a.txt", "a.txt"),
        (Description("d1"), "a.txt", "a.txt"),
        (Description("d1"), "", "d1"),
    ],
)
def test_a_document_is_called_by_title_url_or_the_file_without_its_folders(
    description: Description, source: str, name: str
) -> None:
    assert called(description, source) == name
