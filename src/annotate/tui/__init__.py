"""Speaks in screens: compose, verb, redraw."""

import gc

from annotate.errors import Unusable
from annotate.tui.app import AnnotateApp, Start
from annotate.tui.host import Host
from annotate.tui.manual import keys_page

__all__ = ["AnnotateApp", "Host", "Start", "keys_page", "run"]


def run(host: Host, *, screen: Start = "home") -> int:
    """Show that screen of the host's project until the person quits; returns the exit code.

    The host is asked after the first frame. A refusal of it, or of the screen, and any defect, are raised when the
    terminal is as it was before.
    """
    app = AnnotateApp(host.begin, screen, host)
    app.on_open = _collect_from_now_on
    gc.disable()
    try:
        code = app.run()
    finally:
        gc.enable()
        if app.walk is not None:
            app.walk.keep_unkept()
        if app.desk is not None:
            app.desk.store.close()
    if app.refusal is not None:
        raise app.refusal
    if app.unkept:
        raise Unusable("What you typed last could not be written; here it is:", " / ".join(app.unkept))
    if app.defect is not None:
        raise app.defect
    return app.return_code or code or 0


def _collect_from_now_on() -> None:
    """Leave what has been loaded out of all collections to come: to look through it takes as long as ten keys."""
    gc.freeze()
    gc.enable()
