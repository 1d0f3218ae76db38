"""The projects lately used, newest first. A convenience: where it cannot be kept or read, nothing is said."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path

from annotate.settings.paths import recent_file
from annotate.settings.replacing import replace_file

MOST = 9

_SECRET = ("password", "sslpassword")


def recent(besides: str = "") -> list[str]:
    """Paths and URLs of projects lately used, `besides` one; of paths those that are still there."""
    here = _name(besides) if besides else ""
    return [target for target in _noted() if target != here and ("://" in target or os.path.exists(target))][:MOST]


def remember(target: str) -> None:
    """Note that a project was opened. Passwords of database URLs are left out."""
    noted = _name(target)
    listed = [noted, *(other for other in _noted() if other != noted)][:MOST]
    with suppress(OSError):
        replace_file(recent_file(), json.dumps(listed, ensure_ascii=False, indent=1) + "\n", durably=False)


def _name(target: str) -> str:
    """The target as it is noted: it means the same from every folder, and betrays no password."""
    return _without_password(target) if "://" in target else str(Path(target).absolute())


def _noted() -> list[str]:
    try:
        held = json.loads(recent_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [target for target in held if isinstance(target, str) and target] if isinstance(held, list) else []


def _without_password(url: str) -> str:
    """Cut as SQLAlchemy cuts it, and not as addresses of the web are: a password goes up to the `@`, whatever it holds.

    SQLAlchemy itself would take longer to load than all that shows this.
    """
    page, _, query = re.sub(r"^([^:/]+://[^:/]*):[^@]*@", r"\1@", url).partition("?")
    asked = [part for part in query.split("&") if part and part.partition("=")[0] not in _SECRET]
    return page + "?" * bool(asked) + "&".join(asked)
