"""Speaks in lines: parse, verb, print."""

from annotate.cli.main import annotate, main, run
from annotate.cli.reference import command_page, command_table

__all__ = ["annotate", "command_page", "command_table", "main", "run"]
