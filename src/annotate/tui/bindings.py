"""The key table as Textual's bindings."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from annotate.tui.keys import Scene, keys_of


def bindings(scene: Scene) -> list[BindingType]:
    """The bindings of a scene; each has an id by which a keymap gives it other keys."""
    return [
        Binding(",".join(key.keys), key.action, key.does, show=False, id=_id(scene, key.action))
        for key in keys_of(scene)
        if key.keys
    ]


def keymap(scenes: tuple[Scene, ...], remapped: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What Textual is told of keys that were given to other actions."""
    return {_id(scene, action): ",".join(keys) for scene in scenes for action, keys in remapped.items()}


def _id(scene: Scene, action: str) -> str:
    return f"{scene}.{action}"
