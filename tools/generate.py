"""Write everything that is drawn from the code.

    python tools/generate.py [--check]

With `--check` nothing is written: it names what is stale and ends with 1.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from annotate.cli import command_page, command_table
from annotate.formats.wire import PUBLISHED, adapter
from annotate.tui import keys_page

ROOT = Path(__file__).resolve().parent.parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(stem: str) -> str:
    """The JSON Schema of what is published under that name."""
    drawn = {"$schema": DIALECT, "title": f"annotate {stem}"} | adapter(PUBLISHED[stem]).json_schema()
    return json.dumps(drawn, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def readme() -> str:
    """The README as it is, with the table of commands between its marks."""
    before, mark, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition("<!-- commands -->\n")
    _, end, after = rest.partition("<!-- /commands -->")
    return f"{before}{mark}{command_table()}{end}{after}" if mark and end else before + mark + rest


GENERATED: list[tuple[str, Callable[[], str]]] = [
    (f"schemas/{stem}.schema.json", partial(schema, stem)) for stem in PUBLISHED
] + [("docs/keys.md", keys_page), ("docs/commands.md", command_page), ("README.md", readme)]
"""Path below the root → what makes the file's text."""


def main(arguments: list[str]) -> int:
    """Write what is stale, or with `--check` only name it; the exit code."""
    stale = [(path, text) for path, make in GENERATED if _there(path) != (text := make())]
    if "--check" in arguments:
        for path, _ in stale:
            print(f"{path} is stale: run `make generated`")
        return 1 if stale else 0
    for path, text in stale:
        (ROOT / path).write_text(text, encoding="utf-8")
        print(f"wrote {path}")
    return 0


def _there(path: str) -> str | None:
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.exists() else None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
