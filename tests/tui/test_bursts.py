"""Bursts: keys that came in one piece."""

from textual.events import Key, Paste
from textual.message import Message

from annotate.tui.bursts import Burst, batched, typed


def keys(text: str) -> list[Message]:
    """What Textual makes of typed text."""
    names = {"\n": ("enter", "\r"), "\t": ("tab", "\t"), "\x1b": ("escape", None)}
    return [Key(*names.get(character, (character, character))) for character in text]


def test_three_characters_together_are_a_burst() -> None:
    (burst,) = batched(keys("1 2"))
    assert isinstance(burst, Burst)
    assert burst.text == "1 2"


def test_two_characters_together_are_two_keys() -> None:
    pressed = keys("12")
    assert list(batched(pressed)) == pressed


def test_line_ends_belong_to_the_burst_and_make_none_alone() -> None:
    (burst,) = batched(keys("a\nbc\td"))
    assert isinstance(burst, Burst)
    assert burst.text == "a\nbc\td"
    alone = keys("\n\n\na")
    assert list(batched(alone)) == alone


def test_arrows_and_escape_end_a_burst_and_are_none() -> None:
    escape = Key("escape", "\x1b")
    first, second, third = batched([*keys("abc"), escape, *keys("def")])
    assert isinstance(first, Burst)
    assert second is escape
    assert isinstance(third, Burst)


def test_what_is_no_key_goes_through_in_its_place() -> None:
    paste, pressed = Paste("1234"), keys("1")
    assert list(batched([*pressed, paste])) == [*pressed, paste]


def test_only_keys_that_type_type() -> None:
    assert [typed(Key(name, character)) for name, character in (("a", "a"), ("enter", "\r"), ("f1", None))] == [
        "a",
        "\n",
        "",
    ]
