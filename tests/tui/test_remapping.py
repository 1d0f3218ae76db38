"""Keys of one's own: which are taken, and the sentence for those that are not."""

import re
import tomllib

import pytest

from annotate.domain import PRESETS, Label
from annotate.tui.keys import TABLE, key_of, keys_of
from annotate.tui.manual import INTRODUCTION
from annotate.tui.pressing import canonical, key_named
from annotate.tui.remapping import ACTIONS, Wrong, beside_labels, remapped


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("z", "z"),
        ("Z", "Z"),
        ("?", "?"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("comma", ","),
        ("é", "é"),
        ("Space", "space"),
        (" ", "space"),
        ("PgDn", "pagedown"),
        ("esc", "escape"),
        ("Enter", "enter"),
        ("↓", "down"),
        ("ctrl+r", "ctrl+r"),
        ("Ctrl+R", "ctrl+r"),
        ("shift+Tab", "shift+tab"),
        ("alt+x", "alt+x"),
        ("f5", "f5"),
    ],
)
def test_a_key_is_understood_as_people_write_it(written: str, key: str) -> None:
    assert key_named(written) == key


@pytest.mark.parametrize("written", ["", "ctlr+r", "zz", "shift+a", "ctrl+", "ctrl+i", "ctrl+?", "f99", "\x1b"])
def test_what_is_no_key_is_none(written: str) -> None:
    assert key_named(written) is None


def test_every_key_of_the_table_can_be_written_as_it_is_shown() -> None:
    for key in TABLE:
        for name in key.keys:
            shown = key_of(key.scenes[0], key.action, {key.action: (name,)})
            assert canonical(key_named(shown) or "") == canonical(name)


def test_every_action_has_a_name_that_a_config_file_can_hold() -> None:
    assert all(re.fullmatch("[a-z_]+", name) for name in ACTIONS)
    assert len(set(ACTIONS.values())) == len(ACTIONS)


def test_the_example_of_the_manual_holds() -> None:
    example = INTRODUCTION.split("```")[1]
    wanted = {
        name: tuple(keys) if isinstance(keys, list) else (keys,)
        for name, keys in tomllib.loads(example)["keys"].items()
    }
    assert remapped(wanted)["undo"] == ("z",)


@pytest.mark.parametrize(
    ("name", "keys", "sentence"),
    [
        ("undoo", ("z",), "keys.undoo: there is no action of that name. Did you mean undo?"),
        ("qqq", ("z",), "docs/keys.md lists the actions."),
        ("verdict", ("z",), "its keys are no others than the digits"),
        ("undo", (), "keys.undo: it has no key."),
        ("undo", ("ctlr+z",), 'keys.undo: "ctlr+z" is no key.'),
        ("undo", ("1",), 'keys.undo: "1" is taken: digits give verdicts'),
        ("undo", ("ctrl+c",), 'keys.undo: "ctrl+c" is taken'),
        ("undo", ("s",), 'keys.undo: "s" is the key of skip'),
        ("quit", ("e",), 'keys.quit: "e" is the key of evidence'),
        ("close", ("x",), "keys.close: it works in fields too"),
        ("save", ("ctrl+a",), "keys.save: it works in fields too"),
        ("close", ("enter",), "keys.close: it works in fields too"),
    ],
)
def test_a_wrong_key_is_a_sentence(name: str, keys: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Wrong) as refused:
        remapped({name: keys})
    assert sentence in str(refused.value)


def test_two_actions_can_change_places() -> None:
    found = remapped({"undo": ("s",), "skip": ("u",)})
    keys = {key.action: key.keys for key in keys_of("review", found)}
    assert (keys["undo"], keys["skip"]) == (("s",), ("u",))


def test_a_character_and_its_long_name_are_the_same_key() -> None:
    with pytest.raises(Wrong, match="is the key of help"):
        remapped({"undo": ("?",)})


def test_a_label_keeps_its_key_and_the_action_gets_back_its_own() -> None:
    labels = (Label("y", "Yes", key="y"), Label("n", "No", key="p"))
    left, said = beside_labels({"undo": ("y",), "skip": ("p", "f5")}, labels)
    assert left == {"skip": ("f5",)}
    assert "undo is u" in said
    assert "skip is f5" in said


def test_labels_without_remapped_keys_take_nothing() -> None:
    labels = PRESETS["averitec"].verdict.labels
    assert beside_labels({"undo": ("z",)}, labels) == ({"undo": ("z",)}, "")


def test_where_the_own_key_is_taken_by_then_it_is_refused() -> None:
    with pytest.raises(Wrong):
        beside_labels({"undo": ("y",), "skip": ("u",)}, (Label("y", "Yes", key="y"),))
