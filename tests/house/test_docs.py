"""What the docs say of the commands is what the commands say of themselves."""

from pathlib import Path

from annotate.cli import command_page, command_table

ROOT = Path(__file__).resolve().parents[2]
STALE = "Run `make generated`."


def test_the_page_of_commands_is_current() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == command_page(), STALE


def test_the_readmes_table_of_commands_is_current() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    between = readme.partition("<!-- commands -->\n")[2].partition("<!-- /commands -->")[0]
    assert between == command_table(), STALE
