"""The page of the manual that lists the keys, drawn from the key table."""

from annotate.tui import keys

TITLES: dict[keys.Scene, str] = {
    "welcome": "The first screen",
    "founding": "Where there is no project yet",
    "review": "Review",
    "adjudicate": "Adjudicate",
    "span": "A span being marked",
    "pieces": "The evidence of a claim",
    "search": "A search",
    "queue": "The list of claims",
    "agreement": "Agreement",
    "line": "A line to type in",
    "home": "Home",
    "form": "A form",
    "editor": "An editor",
    "choice": "A choice",
    "reading": "Something to read",
    "paste": "What looked like a paste",
}
"""The scenes that have a table of their own, in the order of the page."""


INTRODUCTION = """# Keys

Drawn from the key table of the program; on every screen `?` shows the same.

## Other keys

The config file ([data.md](data.md) says where it is) gives actions other keys, by the names in the second column:

```
[keys]
undo = "z"
next_owed = ["ctrl+n", "Tab"]
quit = "ctrl+q"
```

A key is a character, or a name as in the first column, with `ctrl+`, `alt+` or `shift+` before it; Textual's own names
will do as well. The keys given take the place of all that the action had, on every screen where it works. Digits stay
with the labels and the lists, and `ctrl+c` with copying. A key that does two things on one screen is refused when the
program starts; where a label of the project's scheme has it, the label keeps it, and the screen says so. What works in
fields too, such as `close` and `save`, needs a key that types nothing.
"""


def keys_page() -> str:
    """Markdown: a table of keys for each screen."""
    parts = [INTRODUCTION]
    for scene, title in TITLES.items():
        rows = "\n".join(f"| {_cell(key.shown)} | {_action(key)} | {key.does} |" for key in keys.keys_of(scene))
        parts.append(f"\n## {title}\n\n| key | action | does |\n| --- | --- | --- |\n{rows}\n")
    return "".join(parts)


def _action(key: keys.Key) -> str:
    return f"`{key.name}`" if key.keys else ""


def _cell(shown: str) -> str:
    return " ".join(f"`{word}`" if word not in ("…", ",") else word for word in shown.replace("|", "\\|").split())
