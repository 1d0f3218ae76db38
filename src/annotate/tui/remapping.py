"""Keys of one's own: what the config file says of them, checked against the key table."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import combinations
from typing import get_args

from annotate.domain import Label
from annotate.errors import BadInput
from annotate.tui.keys import TABLE, Scene, key_of, keys_of
from annotate.tui.pressing import canonical, key_named

Remapped = Mapping[str, tuple[str, ...]]
"""Action → the keys that it has in place of the table's."""

TYPED_IN: tuple[Scene, ...] = ("form", "editor", "line", "welcome")
"""Where a character is typed into a field, so that it can be no key."""

ACTIONS: dict[str, str] = {key.name: key.action for key in TABLE if key.keys}
"""Name in the config file → action."""


def remapped(wanted: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The keys that the config file gives to actions; BadInput (without file) with the name of what is wrong."""
    found = {_action(name): _keys(name, written) for name, written in wanted.items()}
    for name in wanted:
        _reachable(name, found)
    _apart(found)
    return found


class Wrong(BadInput):
    """`setting` is the action that the config file is wrong about."""

    def __init__(self, setting: str, sentence: str, next_step: str = "") -> None:
        super().__init__(f"keys.{setting}: {sentence}", next_step)
        self.setting = setting


def _action(name: str) -> str:
    if name in ACTIONS:
        return ACTIONS[name]
    if name in {key.name for key in TABLE}:
        raise Wrong(name, "its keys are no others than the digits, or the scheme's own for its labels.")
    near = get_close_matches(name, ACTIONS, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "docs/keys.md lists the actions."
    raise Wrong(name, "there is no action of that name.", hint)


def _keys(name: str, written: tuple[str, ...]) -> tuple[str, ...]:
    if not written:
        raise Wrong(name, "it has no key.", "Give it one, or leave the line out.")
    found = []
    for word in written:
        key = key_named(word)
        if key is None:
            raise Wrong(name, f'"{word}" is no key.', "A key is a character or a name: z, ?, ctrl+r, Enter, Esc, f5.")
        if key.isdigit() or key == "ctrl+c":
            what = "ctrl+c copies" if key == "ctrl+c" else "digits give verdicts and choose from lists"
            raise Wrong(name, f'"{word}" is taken: {what}, everywhere.', "Give it another key.")
        found.append(key)
    return tuple(dict.fromkeys(found))


def _reachable(name: str, found: Remapped) -> None:
    """What works in fields needs a key that a field neither types nor takes for itself."""
    action = ACTIONS[name]
    if not any(key.action == action for scene in TYPED_IN for key in keys_of(scene)):
        return
    taken = _taken_by_fields() - ({"enter"} if "enter" in _table_keys(action) else set())
    if all(len(key) == 1 or key in taken for key in found[action]):
        raise Wrong(name, "it works in fields too, where that key types or edits.", "Add one such as Esc or ctrl+s.")


def _table_keys(action: str) -> set[str]:
    return {name for key in TABLE if key.action == action for name in key.keys}


def _taken_by_fields() -> set[str]:
    from textual.binding import Binding  # only where keys are remapped
    from textual.widgets import TextArea

    return {"space", "tab", "enter", "backspace"} | {
        binding.key for binding in Binding.make_bindings(TextArea.BINDINGS)
    }


def _apart(found: Remapped) -> None:
    """No key does two things in one scene."""
    for scene in get_args(Scene):
        for one, other in combinations(keys_of(scene, found), 2):
            both = set(map(canonical, one.keys)) & set(map(canonical, other.keys))
            if both and (one.action in found or other.action in found):
                ours, theirs = (one, other) if one.action in found else (other, one)
                raise Wrong(
                    ours.name,
                    f'"{min(both)}" is the key of {theirs.name} ({theirs.does}) where both work.',
                    f"Give one of them another key; {theirs.name} can be remapped as well.",
                )


def beside_labels(found: Remapped, labels: Sequence[Label]) -> tuple[dict[str, tuple[str, ...]], str]:
    """What is left of remapped keys where labels of the scheme have some of them, and a sentence that says so.

    A label's key is for good, so it holds; an action without any other key has the table's again. Wrong where that
    one is taken by then.
    """
    held = {label.key for label in labels if label.key}
    lost = [action for action, keys in found.items() if held & set(keys)]
    kept = {action: tuple(key for key in keys if key not in held) for action, keys in found.items()}
    left = {action: keys for action, keys in kept.items() if keys}
    _apart(left)
    told = ", ".join(f"{_named(action)} is {key_of('review', action, left)}" for action in lost)
    taken = " ".join(sorted(held & {key for keys in found.values() for key in keys}))
    return left, f"{taken} gives a verdict in this project, so {told}." if lost else ""


def _named(action: str) -> str:
    return next(name for name, one in ACTIONS.items() if one == action)
