"""The config file, checked. Loaded only where there is one: a first claim need not wait for pydantic."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from annotate.errors import BadInput
from annotate.settings.lines import line_of
from annotate.settings.model import Settings


def _as_tuple(value: Any) -> Any:
    """One key, or a list of them."""
    return tuple(value) if isinstance(value, list) else (value,)


Keys = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class ConfigFile(BaseModel):
    """What the file may say."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    project: str | None = None
    reviewer: str | None = None
    theme: str | None = None
    idle_seconds: int = Field(default=60, ge=10, le=3600)
    reduced_motion: bool = False
    keys: dict[str, Keys] = Field(default_factory=dict)


EXPECTED = {
    "project": "a path or a database URL in quotes",
    "reviewer": "a name in quotes",
    "theme": "the name of a theme in quotes",
    "idle_seconds": "a whole number from 10 to 3600",
    "reduced_motion": "true or false",
    "keys": 'a table [keys] with lines such as: undo = "z", or undo = ["z", "ctrl+u"]',
}
"""Setting → what its value has to be."""


def checked(written: Mapping[str, Any], file: Path) -> Settings:
    """The settings that stand in a file; BadInput with the line of the first that is none, or not what it has to be."""
    try:
        return Settings(**ConfigFile.model_validate(written).model_dump())
    except ValidationError as error:
        raise _refused(file, *map(str, error.errors()[0]["loc"])) from error


def _refused(file: Path, name: str, *within: str) -> BadInput:
    """What is wrong with the setting `name`, or with what stands `within` it."""
    if name not in EXPECTED:
        near = get_close_matches(name, EXPECTED, n=1)
        hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(EXPECTED)}."
        return BadInput(f'There is no setting "{name}".', hint, file=file, line=line_of(file, name))
    place = ".".join((name, *within[:1]))
    return BadInput(
        f'The setting "{place}" is not what it has to be.',
        f"It is {EXPECTED[name]}.",
        file=file,
        line=line_of(file, within[0] if within else name),
    )
