"""The commands as Markdown, drawn from the commands themselves: the README and docs/commands.md are made of it."""

from collections.abc import Iterator

import click

from annotate.cli.main import annotate

PAGE = """# Commands

Drawn from the program; `annotate COMMAND --help` says the same.

`annotate [--project TARGET] [--reviewer NAME | --lead] COMMAND …`: these options may also stand behind the command.
stdout is data, stderr is speech. Exit codes: 0 done, 1 refused (with a sentence that says what to do), 2 usage,
3 done in part: what was refused is named with file, line and reason."""


def command_table() -> str:
    """A Markdown table: each command with its arguments and options, and what it does."""
    rows = [f"| `{_synopsis(name, command)}` | {_summary(command)} |" for name, command in _commands()]
    return "\n".join(["| command | does |", "| --- | --- |", *rows]) + "\n"


def command_page() -> str:
    """A Markdown page: what holds for all commands, then each with everything that can be said to it."""
    return "\n\n".join([PAGE, *(_section(name, command) for name, command in _commands())]) + "\n"


def _commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, a subcommand behind its group."""
    context = click.Context(annotate)
    for name in annotate.list_commands(context):
        command = annotate.get_command(context, name)
        if command is None:
            continue
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {under}", found) for under, found in command.commands.items())


def _summary(command: click.Command) -> str:
    return _cell((command.help or "").split("\n\n")[0])


def _section(name: str, command: click.Command) -> str:
    """A heading, what the command does, and its options."""
    rows = [f"| `{_word(option)}` | {_cell(_help(option))} |" for option in _options(command)]
    options = ["| option | |\n| --- | --- |\n" + "\n".join(rows)] if rows else []
    return "\n\n".join([f"## {name}", f"`annotate {_synopsis(name, command)}`", command.help or "", *options])


def _help(option: click.Option) -> str:
    default = option.default
    shown = f" Default: {default}." if option.show_default and isinstance(default, str | int) else ""
    return f"{option.help or ''}{shown}".strip()


def _synopsis(name: str, command: click.Command) -> str:
    arguments = [_argument(found) for found in command.params if isinstance(found, click.Argument)]
    options = [_option(found) for found in _options(command)]
    return _cell(" ".join([name, *arguments, *options]))


def _argument(found: click.Argument) -> str:
    name = (found.metavar or (found.name or "").upper()).strip("[].")
    several = f"{name}…" if found.nargs == -1 else name
    return several if found.required else f"[{several}]"


def _option(found: click.Option) -> str:
    word = _word(found) if found.required else f"[{_word(found)}]"
    return f"{word}…" if found.multiple else word


def _options(command: click.Command) -> list[click.Option]:
    """Its options, without those that every command has."""
    return [found for found in command.params if isinstance(found, click.Option) and not found.hidden]


def _word(option: click.Option) -> str:
    """--name, and what it takes."""
    name = max(option.opts, key=len)
    if option.is_flag:
        return name
    if isinstance(option.type, click.Choice):
        return f"{name} {'/'.join(option.type.choices)}"
    number = isinstance(option.type, click.types.IntParamType)
    return f"{name} {option.metavar or ('N' if number else 'TEXT')}"


def _cell(text: str) -> str:
    """Text on one line that no table mistakes for the end of a cell."""
    return " ".join(text.split()).replace("|", "\\|")
