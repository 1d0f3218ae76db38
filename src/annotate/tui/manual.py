"""The page of the manual that lists the keys, drawn from the key table."""

from annotate.tui import keys

TITLES: dict[keys.Scene, str] = {
    "review": "Review",
    "adjudicate": "Adjudicate",
    "span": "A span being marked",
    "queue": "The list of claims",
    "home": "Home",
    "form": "A form",
    "editor": "An editor",
    "choice": "A choice",
    "reading": "Something to read",
    "paste": "What looked like a paste",
}
"""The scenes that have a table of their own, in the order of the page."""


def keys_page() -> str:
    """Markdown: a table of keys for each screen."""
    parts = ["# Keys\n\nDrawn from the key table of the program; on every screen `?` shows the same.\n"]
    for scene, title in TITLES.items():
        rows = "\n".join(f"| {_cell(key.shown)} | {key.does} |" for key in keys.keys_of(scene))
        parts.append(f"\n## {title}\n\n| key | does |\n| --- | --- |\n{rows}\n")
    return "".join(parts)


def _cell(shown: str) -> str:
    return " ".join(f"`{word}`" if word not in ("…", ",") else word for word in shown.replace("|", "\\|").split())
