"""The key table as Textual's bindings."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from annotate.tui.keys import TABLE, Scene, keys_of


def bindings(scene: Scene) -> list[BindingType]:
    """The bindings of a scene; each has an id by which a keymap gives it other keys."""
    return [
        Binding(",".join(key.keys), key.action, key.does, show=False, id=_id(scene, key.action))
        for key in keys_of(scene)
        if key.keys
    ]


def keymap(remapped: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What Textual is told of actions that were given other keys."""
    return {
        _id(scene, action): ",".join("comma" if key == "," else key for key in keys)
        for action, keys in remapped.items()
        for key in TABLE
        if key.action == action
        for scene in key.scenes
    }


def _id(scene: Scene, action: str) -> str:
    return f"{scene}.{action}"
