"""The reference of commands, drawn from the commands."""

from annotate.cli import command_page, command_table
from annotate.cli.commands import COMMANDS


def rows() -> dict[str, str]:
    """Command, with what can be said to it → what it does."""
    _, _, *lines = command_table().splitlines()
    return dict(line.removeprefix("| `").removesuffix(" |").split("` | ", 1) for line in lines)


def test_every_command_has_a_row_in_the_order_of_a_projects_life() -> None:
    names = [row.split(" ")[0] for row in rows()]
    assert list(dict.fromkeys(names)) == list(COMMANDS)


def test_a_row_says_what_must_and_what_may_be_said() -> None:
    told = list(rows())
    assert "demo [DIR] [--no-open]" in told
    assert "import PATH… [--format annotate/text/markdown] [--dry-run] [--strict] [--json]" in told
    assert "assign --reviewers a,b,c --overlap K [--seed N] [--json]" in told
    assert "reviewers add NAME [--name TEXT] [--kind human/model]" in told
    assert "decide CLAIM VERDICT [--rationale TEXT] [--json]" in told


def test_the_summary_in_the_help_needs_no_command_to_be_loaded_and_is_one_sentence() -> None:
    for entry in COMMANDS.values():
        assert entry.summary.endswith(".")
        assert entry.summary.count(".") == 1


def test_the_page_tells_every_option_of_every_command() -> None:
    page = command_page()
    assert page.count("\n## ") == len(rows())
    assert "| `--include settled/all` |" in page
    assert "Default: jsonl." in page
