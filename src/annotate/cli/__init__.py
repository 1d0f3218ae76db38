"""Speaks in lines: parse, verb, print."""

from annotate.cli.main import annotate, main, run

__all__ = ["annotate", "main", "run"]
