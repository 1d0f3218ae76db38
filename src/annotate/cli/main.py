"""The command line: its one entry, its exit codes, and the place where a refusal becomes a sentence."""

import sys
import traceback
from importlib import import_module
from typing import Any

import click

from annotate.cli.asking import Asked, terminal
from annotate.cli.commands import COMMANDS
from annotate.errors import Refusal


class Shelf(click.Group):
    """Commands that are loaded when they are used; their summaries are known before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a project's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, loaded; None where there is none of that name."""
        if name not in COMMANDS:
            return None
        found = getattr(import_module(f"annotate.cli.{COMMANDS[name].module}"), f"{name}_command")
        if not isinstance(found, click.Command):
            raise TypeError(f"{name} is no command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(cls=Shelf, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project", metavar="TARGET", help="The project: a path or a database URL. Default: the nearest annotate.db."
)
@click.option("--reviewer", metavar="NAME", help="Who asks; every command is then blind for this reviewer.")
@click.option("--lead", is_flag=True, help="Ask as the lead, whoever else is set.")
@click.version_option(package_name="factcheck-annotate", prog_name="annotate", message="%(prog)s %(version)s")
@click.pass_context
def annotate(ctx: click.Context, project: str | None, reviewer: str | None, lead: bool) -> int | None:
    """Fact-check annotation in the terminal.

    Walk through the claims of a document, record verdicts and evidence, measure agreement, settle disputes, export the
    dataset. Begin with: annotate demo
    """
    ctx.obj = Asked(project, reviewer, lead)
    if ctx.invoked_subcommand is not None:
        return None
    if not terminal():
        click.echo(ctx.get_help())
        return 0
    from annotate.cli.screens import home

    return home(ctx.obj)


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; returns the exit code. What goes wrong ends here as a sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that is not UTF-8 must not stop us
    try:
        result: Any = annotate.main(args=arguments, prog_name="annotate", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except Refusal as refusal:
        click.echo(f"annotate: {refusal}", err=True)
        return refusal.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("annotate: stopped; nothing of this command was kept half-done.", err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away, which is his to do
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"annotate: {where}{error.strerror or error}.", err=True)
        return 1
    except Exception:  # noqa: BLE001  a defect of ours: the person gets a sentence, the file gets the traceback
        return _defect()


def _defect() -> int:
    from annotate.settings import crash_file

    file = crash_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(traceback.format_exc(), encoding="utf-8")
    click.echo(f"annotate: something went wrong that is our fault. Please report it with {file}.", err=True)
    return 1
