"""A scheme from a TOML file, and each way in which the file can be wrong."""

from pathlib import Path

import pytest

from annotate.domain import Facet, Label, Scheme
from annotate.errors import BadInput
from annotate.formats import scheme_from

WHOLE = """\
name = "Desk"
version = 2

[[facet]]
id = "verdict"
kind = "ordinal"

[[facet.label]]
id = "false"
name = "Falsch"
key = "y"
sign = "-"
definition = "Widerlegt."
needs = ["evidence", "rationale"]

[[facet.label]]
id = "true"
name = "Wahr"

[[facet.label]]
id = "unproven"
name = "Offen"
off_scale = true

[[facet]]
id = "topic"
kind = "set"
name = "Topic"

[[facet.label]]
id = "war"
name = "War"
"""

KNOWN = (
    "It has name, version and facet; a facet has id, kind, name and label; a label has id, name, key, sign, "
    "definition, off_scale and needs."
)


def refusal(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(BadInput) as caught:
        scheme_from(path)
    return str(caught.value).replace(str(path), path.name)


def test_a_file_gives_the_scheme_with_its_keys_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(f"\ufeff{WHOLE}", encoding="utf-8")
    assert scheme_from(path) == Scheme(
        "Desk",
        "2",
        (
            Facet(
                "verdict",
                "ordinal",
                (
                    Label("false", "Falsch", "y", "-", "Widerlegt.", needs=("evidence", "rationale")),
                    Label("true", "Wahr", "1"),
                    Label("unproven", "Offen", "2", off_scale=True),
                ),
            ),
            Facet("topic", "set", (Label("war", "War"),), "Topic"),
        ),
    )


def test_a_scheme_without_a_version_is_its_first(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(WHOLE.replace("version = 2\n", ""), encoding="utf-8")
    assert scheme_from(path).version == "1"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('name = "Desk"', 'name = "Desk', "desk.toml:1: The file is not TOML: Illegal character '\\n'."),
        ('kind = "ordinal"', "kind =", "desk.toml:6: The file is not TOML: Invalid value."),
        ('name = "Desk"\n', "", 'desk.toml: Scheme: "name" is missing.'),
        ('name = "Desk"', "name = 3", 'desk.toml: Scheme: "name" must be text, but it is the number 3.'),
        ("version = 2", "version = 2021-11-18", 'desk.toml: Scheme: "version" must be text, but it is a date or time.'),
        ("version = 2", "version = true", 'desk.toml: Scheme: "version" must be text, but it is true.'),
        ("version = 2", 'colour = "red"', f'desk.toml: A scheme has no "colour". {KNOWN}'),
        ('sign = "-"', 'colour = "red"', f'desk.toml: A scheme has no "facet.label.colour". {KNOWN}'),
        (
            'kind = "ordinal"',
            'kind = "stars"',
            "desk.toml: Scheme, facet 1: \"kind\" must be one of 'single', 'ordinal' or 'set', "
            'but it is the text "stars".',
        ),
        ('name = "Falsch"\n', "", 'desk.toml: Scheme, facet 1, label 1: "name" is missing.'),
        (
            "off_scale = true",
            'off_scale = "yes"',
            'desk.toml: Scheme, facet 1, label 3: "off_scale" must be true or false, but it is the text "yes".',
        ),
        ('id = "verdict"', 'id = "answer"', 'desk.toml: In this scheme, the first facet must be "verdict".'),
        (
            'key = "y"',
            'key = "q"',
            'desk.toml: In this scheme, the key "q" of label "false" is taken by the review screen.',
        ),
        (
            'needs = ["evidence", "rationale"]',
            'needs = ["luck"]',
            'desk.toml: In this scheme, label "false" needs "luck"; it can only need evidence or rationale.',
        ),
        ('id = "true"', 'id = "false"', 'desk.toml: In this scheme, label of facet "verdict" "false" is there twice.'),
    ],
)
def test_what_is_wrong_with_a_scheme_is_said_with_its_place(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in WHOLE
    assert refusal(tmp_path / "desk.toml", WHOLE.replace(old, new, 1)) == sentence


def test_a_file_that_is_no_scheme_at_all_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    assert refusal(path, b"") == "desk.toml: The file is empty."
    assert refusal(path, 'facet = "verdict"\nname = "x"') == (
        'desk.toml: Scheme: "facet" must be a list, but it is the text "verdict".'
    )
    assert refusal(path, b'name = "caf\xe9"').startswith("desk.toml:1: The file is not UTF-8: byte 0xe9 at offset 11")
    assert refusal(path, "a = " + "[" * 100_000) == "desk.toml: The file is no scheme: it nests too deeply."
    path.unlink()
    with pytest.raises(BadInput, match="There is no such file"):
        scheme_from(path)
