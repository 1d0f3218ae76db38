"""The settings that hold for one call."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set once. `project` is a path or a database URL; `reviewer` a handle, None for the lead.

    `keys` maps actions of the key table to the keys that they get instead, as they were written. A claim is not worked
    on any more after `idle_seconds` without a key.
    """

    project: str | None = None
    reviewer: str | None = None
    theme: str | None = None
    idle_seconds: int = 60
    reduced_motion: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
