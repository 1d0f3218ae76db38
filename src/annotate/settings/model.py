"""The settings, as the config file has them."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _as_tuple(value: Any) -> Any:
    """One key, or a list of them."""
    return tuple(value) if isinstance(value, list) else (value,)


Keys = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class Settings(BaseModel):
    """What a person set once. `project` is a path or a database URL; `reviewer` a handle, None for the lead.

    `keys` maps actions of the key table to the keys that they get instead, as they were written. A claim is not worked
    on any more after `idle_seconds` without a key.
    """

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
