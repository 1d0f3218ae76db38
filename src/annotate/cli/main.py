"""The command line: its one entry, its exit codes, and the place where a refusal becomes a sentence."""

import gc
import os
import sys
import traceback
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from annotate.cli.asking import Asked, check_words, terminal
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; a usage error with the nearest name where there is none."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            raise click.UsageError(f'There is no command "{args[0]}".{hint}', ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and let its output out while a failure to write it can still be told."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _let_go(sys.stdout)
            return 0  # who read our output went away, which is his to do
        return result


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
    check_words(ctx)
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
    # Hardly anything here is garbage in a ring, and to look for it seven hundred objects apart is a tenth of a long
    # command, and of the start of any.
    gc.set_threshold(200_000, 10, 10)
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115  for the whole process
    code = run(sys.argv[1:])
    # All that is left goes with the process: to look through it once more takes a fifth of a short command.
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line; returns the exit code. What goes wrong ends here as a sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that is not UTF-8 must not stop us
    try:
        result: Any = annotate.main(args=arguments, prog_name="annotate", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except Refusal as refusal:
        return _complain(str(refusal), refusal.exit_code)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "annotate"
        return _complain(f"{error.format_message()} See: {path} --help", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _complain("stopped; nothing of this command was kept half-done.", 130)
    except OSError as error:
        _let_go(sys.stdout)
        where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        return _complain(f"{where}{error.strerror or error}.", 1)
    except Exception:  # noqa: BLE001  a defect of ours: the person gets a sentence, the file gets the traceback
        return _complain(_defect(traceback.format_exc()), 1)


def _complain(sentence: str, code: int) -> int:
    from annotate.domain import printable

    click.echo(f"annotate: {printable(sentence)}", err=True)
    return code


def _let_go(stream: Any) -> None:
    """Send what a stream still holds nowhere, where it cannot be written: it would be tried again at exit."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _defect(report: str) -> str:
    from annotate.settings import crash_file

    file = crash_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        return f"something went wrong that is our fault, and {file} cannot be written to tell more ({error.strerror})."
    return f"something went wrong that is our fault. Please report it with {file}."
