"""Each room is entered by its door."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "annotate"
ROOMS = sorted(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists())
DOORS = {"annotate.formats.wire"}
"""Doors beside the rooms' own: what is published has one of its own."""


def imported(file: Path) -> set[str]:
    """The modules that a file imports, wherever it does so."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_entered_by_its_door(room: str) -> None:
    for file in SOURCE.rglob("*.py"):
        if file.is_relative_to(SOURCE / room):
            continue
        behind = {module for module in imported(file) if module.startswith(f"annotate.{room}.")} - DOORS
        assert not behind, f"{file.relative_to(SOURCE)} imports {', '.join(sorted(behind))} past the door of {room}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_its_first_line_which_question_it_answers(room: str) -> None:
    said = ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8")))
    assert said
    assert said.splitlines()[0].endswith(".")
